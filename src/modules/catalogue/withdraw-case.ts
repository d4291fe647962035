import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { CaseId } from './contract.ts'
import { lockCase } from './lock-case.ts'

export type WithdrawCaseFailure =
  | { readonly kind: 'caseNotFound' }
  | { readonly kind: 'caseGone' }
  | { readonly kind: 'reasonMissing' }

/** Takes a case out of the catalogue; its id stays and tells readers why. */
export function withdrawCase(
  { db, now }: { readonly db: Database; readonly now: Clock },
  { id, reason }: { readonly id: CaseId; readonly reason: string },
): Promise<Result<null, WithdrawCaseFailure>> {
  return inTransaction(db, async (tx) => {
    if (reason.trim() === '') return fail({ kind: 'reasonMissing' })
    const found = await lockCase(tx, id)
    if (!found) return fail({ kind: 'caseNotFound' })
    if (found.status !== 'published') return fail({ kind: 'caseGone' })
    await tx
      .updateTable('procurement_case')
      .set({ status: 'withdrawn', withdrawn_reason: reason.trim(), updated_at: now() })
      .where('id', '=', found.key)
      .execute()
    await recordEvent(tx, { kind: 'case.changed', subject: id })
    return ok(null)
  })
}
