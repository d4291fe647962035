import type { Actor } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { NeedContent, NeedId, NeedStatus, NeedStep } from './contract.ts'
import type { Need } from './need.ts'
import { markOf, saysTheSame } from './need-step.ts'
import { type OpenNeedFailure, openNeed, storeNeed } from './store-need.ts'

export type SaveNeedStep = {
  readonly id: NeedId
  readonly step: NeedStep
  /** What the page said when it was opened (`markOf`). */
  readonly seen: string
  readonly answers: Partial<NeedContent>
}

export type SaveNeedStepFailure =
  | OpenNeedFailure
  /** What is announced is revised, with a reason. */
  | { readonly kind: 'wrongStatus'; readonly status: NeedStatus }

/**
 * Saves the answers of one page of a draft. Two who write at once on different pages do not disturb each other; on the
 * same page the second is told what the first has written, and nothing is written over.
 */
export function saveNeedStep(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, step, seen, answers }: SaveNeedStep,
): Promise<Result<Need, SaveNeedStepFailure>> {
  return inTransaction(db, async (tx): Promise<Result<Need, SaveNeedStepFailure>> => {
    const opened = await openNeed(tx, actor, { id })
    if (!opened.ok) return opened
    const need = opened.value
    if (need.status !== 'draft') return fail({ kind: 'wrongStatus', status: need.status })
    const content = { ...need.content, ...answers }
    if (saysTheSame(content, need.content, step)) return ok(need)
    if (seen !== markOf(need.content, step)) return fail({ kind: 'changedMeanwhile', need })
    return ok(await storeNeed(tx, actor, { need: { ...need, content }, action: 'need.saved', at: now() }))
  })
}
