import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { CaseId } from './contract.ts'
import { lockCase } from './lock-case.ts'

export type ConfirmCaseFailure = { readonly kind: 'caseNotFound' } | { readonly kind: 'caseGone' }

/** Notes that the municipality vouches for the case as it stands. */
export function confirmCase(
  { db, now }: { readonly db: Database; readonly now: Clock },
  id: CaseId,
): Promise<Result<null, ConfirmCaseFailure>> {
  return inTransaction(db, async (tx) => {
    const found = await lockCase(tx, id)
    if (!found) return fail({ kind: 'caseNotFound' })
    if (found.status !== 'published') return fail({ kind: 'caseGone' })
    const at = now()
    await tx
      .updateTable('procurement_case')
      .set({ confirmed_at: at, updated_at: at })
      .where('id', '=', found.key)
      .execute()
    await recordEvent(tx, { kind: 'case.changed', subject: id })
    return ok(null)
  })
}
