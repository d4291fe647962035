import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { CaseContent, CaseId } from './contract.ts'
import { openLinker } from './link-organisation.ts'
import { lockCase } from './lock-case.ts'
import { mayReviseFor } from './policy.ts'
import { saveCase } from './save-case.ts'

export type ReviseCase = {
  readonly id: CaseId
  /** The version that was read and changed. */
  readonly from: number
  readonly content: CaseContent
  /** Why, for those who read the history. */
  readonly note: string | null
  /** For whom; nobody when a curator corrects. */
  readonly organisation: OrganisationId | null
}

export type ReviseCaseFailure =
  | { readonly kind: 'caseNotFound' }
  | { readonly kind: 'caseGone' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'changedMeanwhile'; readonly version: number }

/** Saves what a person has changed as a new version, which no upgrade of the program overwrites. */
export function reviseCase(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, from, content, note, organisation }: ReviseCase,
): Promise<Result<number, ReviseCaseFailure>> {
  return inTransaction(db, async (tx) => {
    const found = await lockCase(tx, id)
    if (!found) return fail({ kind: 'caseNotFound' })
    if (found.status !== 'published') return fail({ kind: 'caseGone' })
    if (!mayReviseFor(actor, organisation, found)) return fail({ kind: 'notAllowed' })
    if (found.version !== from) return fail({ kind: 'changedMeanwhile', version: found.version })
    const at = now()
    const toVersion = from + 1
    const publisher = { person: actor.personId, organisation }
    const version = { content, note, madeBy: 'person' as const, shippedHash: null, at, publisher }
    await saveCase(tx, await openLinker(tx), { key: found.key, from, ...version })
    const fact = { action: 'case.revised', subject: id, organisation, fromVersion: from, toVersion, at }
    await recordAudit(tx, actor, fact)
    await recordEvent(tx, {
      kind: 'case.published',
      subject: id,
      payload: { version: toVersion, organisation },
    })
    return ok(toVersion)
  })
}
