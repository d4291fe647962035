import type { Actor } from '#src/modules/identity/index.ts'
import type { DemandId, NeedAudience, NeedId } from '#src/modules/needs/contract.ts'
import { lockNeed } from '#src/modules/needs/needs-repository.ts'
import { mayReadNeed } from '#src/modules/needs/policy.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { addDemandNeed, demandJoinedBy, lockDemand, settleDemandNeed } from './demands-repository.ts'
import { isWider } from './joint-demand.ts'
import { noteDemand } from './note-demand.ts'
import { mayDecideFor, mayReadDemand } from './policy.ts'
import { refreshStatement } from './refresh-statement.ts'

export type JoinDemandFailure =
  | { readonly kind: 'demandNotFound' }
  | { readonly kind: 'needNotFound' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'over' }
  | { readonly kind: 'notAnnounced' }
  | { readonly kind: 'alreadyThere' }
  | { readonly kind: 'inAnother'; readonly demand: DemandId }
  /** The demand is told to more than the need is, and would be closed to them by it. */
  | { readonly kind: 'narrower'; readonly demand: NeedAudience }

type Asked = { readonly id: DemandId; readonly need: NeedId }

/**
 * Puts one's own need into the demand, asked or not; it binds nobody to buy. Who joins later sees no answer that a
 * supplier gave in confidence before.
 */
export function joinDemand(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, need: needId }: Asked,
): Promise<Result<null, JoinDemandFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, JoinDemandFailure>> => {
    const demand = await lockDemand(tx, id)
    if (!demand || !mayReadDemand(actor, demand)) return fail({ kind: 'demandNotFound' })
    const need = await lockNeed(tx, needId)
    if (!need || !mayReadNeed(actor, need)) return fail({ kind: 'needNotFound' })
    if (!mayDecideFor(actor, need.organisation)) return fail({ kind: 'notAllowed' })
    if (demand.status !== 'gathering') return fail({ kind: 'over' })
    if (need.status !== 'announced') return fail({ kind: 'notAnnounced' })
    const other = await demandJoinedBy(tx, needId)
    if (other) return fail(other === id ? { kind: 'alreadyThere' } : { kind: 'inAnother', demand: other })
    if (isWider(demand.audience, need.audience)) return fail({ kind: 'narrower', demand: demand.audience })
    const at = now()
    const by = actor.personId
    const asked = demand.needs.find((one) => one.need === needId && one.status === 'asked')
    if (asked)
      await settleDemandNeed(
        tx,
        { demand: id, position: asked.position },
        { status: 'joined', reason: null, by, at },
      )
    else await addDemandNeed(tx, id, { need: needId, status: 'joined', by, at })
    await refreshStatement(tx, id)
    const fact = { organisation: need.organisation, need: needId, at }
    await noteDemand(tx, actor, demand, { action: 'demand.joined', ...fact })
    return ok(null)
  })
}
