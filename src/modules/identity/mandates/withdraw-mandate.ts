import type { Actor } from '#src/modules/identity/actor.ts'
import type { MandateId } from '#src/modules/identity/contract.ts'
import { coordinates } from '#src/modules/identity/joining/policy.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { lockMandate, saveWithdrawal } from './mandates-repository.ts'

export type WithdrawMandateFailure =
  | { readonly kind: 'mandateNotFound' }
  | { readonly kind: 'notCoordinator' }
  | { readonly kind: 'alreadyWithdrawn' }

/** Takes a mandate back at once; what the cooperative has done by it stays. */
export function withdrawMandate(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { mandate }: { readonly mandate: MandateId },
): Promise<Result<null, WithdrawMandateFailure>> {
  return inTransaction(db, async (tx) => {
    const at = now()
    const found = await lockMandate(tx, mandate)
    if (!found || found.principal !== actor.organisation) return fail({ kind: 'mandateNotFound' })
    if (!coordinates(actor, found.principal)) return fail({ kind: 'notCoordinator' })
    if (found.withdrawnAt) return fail({ kind: 'alreadyWithdrawn' })
    await saveWithdrawal(tx, { id: mandate, by: actor.personId, at })
    await recordAudit(tx, actor, {
      action: 'mandate.withdrawn',
      subject: found.body,
      details: { mandate },
      at,
    })
    const payload = { body: found.body, principal: found.principal }
    await recordEvent(tx, { kind: 'mandate.withdrawn', subject: mandate, payload })
    return ok(null)
  })
}
