import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import type { CaseContent, CaseId } from './contract.ts'
import { openLinker } from './link-organisation.ts'
import { insertCase } from './save-case.ts'

export type AddCase = { readonly content: CaseContent; readonly note: string | null }

/** Publishes a case that a person has written; its number is the next one from 1001. */
export function addCase(
  { db, now }: { readonly db: Database; readonly now: Clock },
  { content, note }: AddCase,
): Promise<CaseId> {
  return inTransaction(db, async (tx) => {
    const version = { content, note, madeBy: 'person' as const, shippedHash: null, at: now() }
    return insertCase(tx, await openLinker(tx), { key: newId(), number: null, ...version })
  })
}
