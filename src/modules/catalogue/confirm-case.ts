import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { CaseId } from './contract.ts'
import { type LockedCase, lockCase } from './lock-case.ts'
import { mayConfirmFor } from './policy.ts'

export type ConfirmCase = {
  readonly id: CaseId
  /** The version that was read. */
  readonly version: number
  /** Who vouches for it. */
  readonly organisation: OrganisationId
}

export type ConfirmCaseFailure =
  | { readonly kind: 'caseNotFound' }
  | { readonly kind: 'caseGone' }
  | { readonly kind: 'notParty' }
  | { readonly kind: 'changedMeanwhile'; readonly version: number }

/** Notes that one who took part vouches for the case as it stands; the first who does so answers for it. */
export function confirmCase(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, version, organisation }: ConfirmCase,
): Promise<Result<null, ConfirmCaseFailure>> {
  return inTransaction(db, async (tx) => {
    const found = await lockCase(tx, id)
    if (!found) return fail({ kind: 'caseNotFound' })
    if (found.status !== 'published') return fail({ kind: 'caseGone' })
    if (!mayConfirmFor(actor, organisation, found)) return fail({ kind: 'notParty' })
    if (found.version !== version) return fail({ kind: 'changedMeanwhile', version: found.version })
    const at = now()
    await save(tx, { found, organisation, actor, at })
    await recordAudit(tx, actor, {
      action: 'case.confirmed',
      subject: id,
      organisation,
      toVersion: version,
      at,
    })
    await recordEvents(tx, [
      { kind: 'case.changed', subject: id },
      { kind: 'case.confirmed', subject: id, payload: { version, organisation } },
    ])
    return ok(null)
  })
}

type Confirmation = {
  readonly found: LockedCase
  readonly organisation: OrganisationId
  readonly actor: Actor
  readonly at: Date
}

async function save(tx: Database, { found, organisation, actor, at }: Confirmation): Promise<void> {
  await tx
    .updateTable('procurement_case')
    .set({ confirmed_at: at, updated_at: at, owner_id: found.owner ?? organisation })
    .where('id', '=', found.key)
    .execute()
  const now = { version: found.version, confirmed_by: actor.personId, confirmed_at: at }
  await tx
    .insertInto('case_confirmation')
    .values({ case_id: found.key, organisation_id: organisation, ...now })
    .onConflict((conflict) => conflict.columns(['case_id', 'organisation_id']).doUpdateSet(now))
    .execute()
}
