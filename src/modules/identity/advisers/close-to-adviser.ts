import type { Actor } from '#src/modules/identity/actor.ts'
import type { AdviserAccessId } from '#src/modules/identity/contract.ts'
import { coordinates } from '#src/modules/identity/joining/policy.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { lockAccess, saveClosing } from './adviser-access-repository.ts'

export type CloseToAdviserFailure =
  | { readonly kind: 'accessNotFound' }
  | { readonly kind: 'notCoordinator' }
  | { readonly kind: 'alreadyClosed' }

/** Closes at once what was opened; what the adviser saw until now stays in the log. */
export function closeToAdviser(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { access }: { readonly access: AdviserAccessId },
): Promise<Result<null, CloseToAdviserFailure>> {
  return inTransaction(db, async (tx) => {
    const at = now()
    const found = await lockAccess(tx, access)
    if (!found || found.organisation !== actor.organisation) return fail({ kind: 'accessNotFound' })
    if (!coordinates(actor, found.organisation)) return fail({ kind: 'notCoordinator' })
    if (found.closedAt) return fail({ kind: 'alreadyClosed' })
    await saveClosing(tx, { id: access, by: actor.personId, at })
    const { adviser, organisation, scope } = found
    const details = { access, scope }
    await recordAudit(tx, actor, { action: 'adviser-access.closed', subject: adviser, details, at })
    const payload = { adviser, organisation, scope }
    await recordEvent(tx, { kind: 'adviser-access.closed', subject: access, payload })
    return ok(null)
  })
}
