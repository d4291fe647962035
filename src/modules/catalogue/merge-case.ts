import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { CaseId } from './contract.ts'
import { type LockedCase, lockCase } from './lock-case.ts'
import { mayMerge } from './policy.ts'

export type MergeCaseFailure =
  | { readonly kind: 'caseNotFound' }
  | { readonly kind: 'caseGone' }
  | { readonly kind: 'sameCase' }
  | { readonly kind: 'notAllowed' }

/** Two records of the same procurement become one: the id of the first leads to the second from now on. */
export function mergeCase(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, into }: { readonly id: CaseId; readonly into: CaseId },
): Promise<Result<null, MergeCaseFailure>> {
  return inTransaction(db, async (tx) => {
    if (!mayMerge(actor)) return fail({ kind: 'notAllowed' })
    if (id === into) return fail({ kind: 'sameCase' })
    const [found, target] = await lockBoth(tx, id, into)
    if (!found || !target) return fail({ kind: 'caseNotFound' })
    if (found.status !== 'published' || target.status !== 'published') return fail({ kind: 'caseGone' })
    const at = now()
    await tx
      .updateTable('procurement_case')
      .set({ status: 'merged', merged_into: target.key, updated_at: at })
      .where('id', '=', found.key)
      .execute()
    await moveSolutions(tx, found.key, target.key)
    await recordAudit(tx, actor, { action: 'case.merged', subject: id, details: { into }, at })
    await recordEvents(
      tx,
      [id, into].map((subject) => ({ kind: 'case.changed', subject })),
    )
    return ok(null)
  })
}

/** In the order of the ids, so that two mergers the opposite way round do not wait for each other. */
async function lockBoth(tx: Database, id: CaseId, into: CaseId): Promise<(LockedCase | null)[]> {
  if (id < into) return [await lockCase(tx, id), await lockCase(tx, into)]
  return [await lockCase(tx, into), await lockCase(tx, id)].reverse()
}

async function moveSolutions(tx: Database, from: string, to: string): Promise<void> {
  const rows = await tx
    .deleteFrom('solution_case')
    .where('case_id', '=', from)
    .returning('solution_id')
    .execute()
  if (rows.length === 0) return
  await tx
    .insertInto('solution_case')
    .values(rows.map(({ solution_id }) => ({ solution_id, case_id: to })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
