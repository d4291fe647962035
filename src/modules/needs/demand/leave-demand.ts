import type { Actor } from '#src/modules/identity/index.ts'
import type { DemandId, NeedId } from '#src/modules/needs/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { lockDemand, settleDemandNeed } from './demands-repository.ts'
import type { DemandNeed, JointDemand } from './joint-demand.ts'
import { noteDemand } from './note-demand.ts'
import { mayDecideFor, mayReadDemand } from './policy.ts'
import { refreshStatement } from './refresh-statement.ts'

export type LeaveDemandFailure =
  | { readonly kind: 'demandNotFound' }
  | { readonly kind: 'notAllowed' }
  /** The need is not in the demand, or not asked into it: perhaps somebody else has decided meanwhile. */
  | { readonly kind: 'notThere' }
  /** Somebody must keep what is common: the lead hands over first, or dissolves it. */
  | { readonly kind: 'leadHandsOver' }

type Context = { readonly db: Database; readonly now: Clock }
type Asked = { readonly id: DemandId; readonly need: NeedId; readonly reason: string | null }
type Left = Result<null, LeaveDemandFailure>

/** Takes one's own need out again, at any time; that it was in it stays in the history. It may join again. */
export function leaveDemand(context: Context, actor: Actor, asked: Asked): Promise<Left> {
  return settle(context, actor, { ...asked, from: 'joined' })
}

/** Says no to what one was asked into. */
export function declineDemand(context: Context, actor: Actor, asked: Asked): Promise<Left> {
  return settle(context, actor, { ...asked, from: 'asked' })
}

function settle(
  { db, now }: Context,
  actor: Actor,
  { id, need, reason, from }: Asked & { readonly from: 'asked' | 'joined' },
): Promise<Left> {
  return inTransaction(db, async (tx): Promise<Left> => {
    const demand = await lockDemand(tx, id)
    if (!demand || !mayReadDemand(actor, demand)) return fail({ kind: 'demandNotFound' })
    const row = demand.needs.find((one) => one.need === need && one.status === from)
    if (!row) return fail({ kind: 'notThere' })
    if (!mayDecideFor(actor, row.organisation)) return fail({ kind: 'notAllowed' })
    if (from === 'joined' && leavesOthersAlone(demand, row)) return fail({ kind: 'leadHandsOver' })
    const at = now()
    const status = from === 'joined' ? 'left' : 'declined'
    const { position, organisation } = row
    await settleDemandNeed(tx, { demand: id, position }, { status, reason, by: actor.personId, at })
    await refreshStatement(tx, id)
    const action = from === 'joined' ? ('demand.left' as const) : ('demand.declined' as const)
    await noteDemand(tx, actor, demand, { action, organisation, need, at })
    return ok(null)
  })
}

function leavesOthersAlone({ lead, needs }: JointDemand, row: DemandNeed): boolean {
  const staysIn = needs.some(
    (one) => one.status === 'joined' && one.organisation === lead && one.position !== row.position,
  )
  return row.organisation === lead && !staysIn
}
