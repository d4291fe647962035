import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { CaseContent, CaseId } from './contract.ts'
import { openLinker } from './link-organisation.ts'
import { lockCase } from './lock-case.ts'
import { saveCase } from './save-case.ts'

export type ReviseCase = {
  readonly id: CaseId
  /** The version that was read and changed. */
  readonly from: number
  readonly content: CaseContent
  /** Why, for those who read the history. */
  readonly note: string | null
}

export type ReviseCaseFailure =
  | { readonly kind: 'caseNotFound' }
  | { readonly kind: 'caseGone' }
  | { readonly kind: 'changedMeanwhile'; readonly version: number }

/** Saves what a person has changed as a new version, which no upgrade of the program overwrites. */
export function reviseCase(
  { db, now }: { readonly db: Database; readonly now: Clock },
  { id, from, content, note }: ReviseCase,
): Promise<Result<number, ReviseCaseFailure>> {
  return inTransaction(db, async (tx) => {
    const found = await lockCase(tx, id)
    if (!found) return fail({ kind: 'caseNotFound' })
    if (found.status !== 'published') return fail({ kind: 'caseGone' })
    if (found.version !== from) return fail({ kind: 'changedMeanwhile', version: found.version })
    const version = { content, note, madeBy: 'person' as const, shippedHash: null, at: now() }
    await saveCase(tx, await openLinker(tx), { key: found.key, from, ...version })
    return ok(from + 1)
  })
}
