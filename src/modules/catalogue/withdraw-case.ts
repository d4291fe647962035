import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { CaseId } from './contract.ts'
import { lockCase } from './lock-case.ts'
import { mayWithdraw } from './policy.ts'

export type WithdrawCaseFailure =
  | { readonly kind: 'caseNotFound' }
  | { readonly kind: 'caseGone' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'reasonMissing' }

/** Takes a case out of the catalogue; its id stays and tells readers why. */
export function withdrawCase(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, reason }: { readonly id: CaseId; readonly reason: string },
): Promise<Result<null, WithdrawCaseFailure>> {
  return inTransaction(db, async (tx) => {
    if (reason.trim() === '') return fail({ kind: 'reasonMissing' })
    const found = await lockCase(tx, id)
    if (!found) return fail({ kind: 'caseNotFound' })
    if (found.status !== 'published') return fail({ kind: 'caseGone' })
    if (!mayWithdraw(actor, found)) return fail({ kind: 'notAllowed' })
    const at = now()
    await tx
      .updateTable('procurement_case')
      .set({ status: 'withdrawn', withdrawn_reason: reason.trim(), updated_at: at })
      .where('id', '=', found.key)
      .execute()
    const fromVersion = found.version
    await recordAudit(tx, actor, { action: 'case.withdrawn', subject: id, fromVersion, at })
    await recordEvents(tx, [
      { kind: 'case.changed', subject: id },
      { kind: 'case.withdrawn', subject: id, payload: { organisation: found.owner } },
    ])
    return ok(null)
  })
}
