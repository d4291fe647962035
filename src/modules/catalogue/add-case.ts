import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { CaseContent, CaseId } from './contract.ts'
import { openLinker } from './link-organisation.ts'
import { mayAddFor } from './policy.ts'
import { insertCase } from './save-case.ts'

export type AddCase = {
  readonly content: CaseContent
  readonly note: string | null
  /** Who answers for it from now on; nobody when a curator has gathered it from open sources. */
  readonly organisation: OrganisationId | null
}

export type AddCaseFailure = { readonly kind: 'notAllowed' }

/** Publishes a case that a person has written; its number is the next one from 1001. */
export function addCase(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { content, note, organisation }: AddCase,
): Promise<Result<CaseId, AddCaseFailure>> {
  return inTransaction(db, async (tx) => {
    if (!mayAddFor(actor, organisation)) return fail({ kind: 'notAllowed' })
    const at = now()
    const publisher = { person: actor.personId, organisation }
    const version = { content, note, madeBy: 'person' as const, shippedHash: null, at, publisher }
    const id = await insertCase(tx, await openLinker(tx), { key: newId(), number: null, ...version })
    await recordAudit(tx, actor, { action: 'case.published', subject: id, organisation, toVersion: 1, at })
    await recordEvent(tx, { kind: 'case.published', subject: id, payload: { version: 1, organisation } })
    return ok(id)
  })
}
