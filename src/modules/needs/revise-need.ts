import type { Actor } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { isPersons } from './announce-need.ts'
import type { NeedContent, NeedId, NeedStatus, NeedStep } from './contract.ts'
import type { Need } from './need.ts'
import { missingInNeed, type RequiredOfNeed } from './need-content.ts'
import { markOf, saysTheSame } from './need-step.ts'
import { mayAnnounce } from './policy.ts'
import { type OpenNeedFailure, openNeed, storeNeed } from './store-need.ts'

export type ReviseNeed = {
  readonly id: NeedId
  readonly step: NeedStep
  readonly seen: string
  readonly answers: Partial<NeedContent>
  /** Those who read the need read it too. */
  readonly reason: string
}

export type ReviseNeedFailure =
  | OpenNeedFailure
  | { readonly kind: 'wrongStatus'; readonly status: NeedStatus }
  | { readonly kind: 'coordinatorAnnounces' }
  | { readonly kind: 'missing'; readonly fields: readonly RequiredOfNeed[] }
  | { readonly kind: 'reasonMissing' }
  | { readonly kind: 'personsMailbox' }

/** Changes what others have been told; the change stays in the history with its reason. */
export function reviseNeed(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, step, seen, answers, reason }: ReviseNeed,
): Promise<Result<Need, ReviseNeedFailure>> {
  return inTransaction(db, async (tx): Promise<Result<Need, ReviseNeedFailure>> => {
    const opened = await openNeed(tx, actor, { id })
    if (!opened.ok) return opened
    const need = opened.value
    if (need.status !== 'announced') return fail({ kind: 'wrongStatus', status: need.status })
    if (!mayAnnounce(actor, need.organisation, need.audience)) return fail({ kind: 'coordinatorAnnounces' })
    const content = { ...need.content, ...answers }
    const fields = missingInNeed(content)
    if (fields.length > 0) return fail({ kind: 'missing', fields })
    if (saysTheSame(content, need.content, step)) return ok(need)
    if (reason.trim() === '') return fail({ kind: 'reasonMissing' })
    if (content.mailbox && isPersons(content.mailbox)) return fail({ kind: 'personsMailbox' })
    if (seen !== markOf(need.content, step)) return fail({ kind: 'changedMeanwhile', need })
    const revised = { need: { ...need, content }, action: 'need.revised', reason: reason.trim(), at: now() }
    return ok(await storeNeed(tx, actor, revised))
  })
}
