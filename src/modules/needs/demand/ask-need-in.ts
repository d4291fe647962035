import type { Actor } from '#src/modules/identity/index.ts'
import type { DemandId, NeedId } from '#src/modules/needs/contract.ts'
import { lockNeed } from '#src/modules/needs/needs-repository.ts'
import { mayReadNeed } from '#src/modules/needs/policy.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { addDemandNeed, demandJoinedBy, lockDemand } from './demands-repository.ts'
import { noteDemand } from './note-demand.ts'
import { mayKeepDemand, mayReadDemand } from './policy.ts'

export type AskNeedInFailure =
  | { readonly kind: 'demandNotFound' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'over' }
  | { readonly kind: 'needNotFound' }
  | { readonly kind: 'notAnnounced' }
  /** It is asked already, or in it. */
  | { readonly kind: 'alreadyThere' }
  | { readonly kind: 'inAnother'; readonly demand: DemandId }

type Asked = { readonly id: DemandId; readonly need: NeedId }

/** Asks another's need into the demand; its own organisation decides. */
export function askNeedIn(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, need: needId }: Asked,
): Promise<Result<null, AskNeedInFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, AskNeedInFailure>> => {
    const demand = await lockDemand(tx, id)
    if (!demand || !mayReadDemand(actor, demand)) return fail({ kind: 'demandNotFound' })
    if (!mayKeepDemand(actor, demand)) return fail({ kind: 'notAllowed' })
    if (demand.status !== 'gathering') return fail({ kind: 'over' })
    const need = await lockNeed(tx, needId)
    if (!need || !mayReadNeed(actor, need)) return fail({ kind: 'needNotFound' })
    if (need.status !== 'announced') return fail({ kind: 'notAnnounced' })
    const before = demand.needs.find(
      (one) => one.need === needId && (one.status === 'asked' || one.status === 'joined'),
    )
    if (before) return fail({ kind: 'alreadyThere' })
    const other = await demandJoinedBy(tx, needId)
    if (other) return fail({ kind: 'inAnother', demand: other })
    const at = now()
    await addDemandNeed(tx, id, { need: needId, status: 'asked', by: actor.personId, at })
    const fact = { organisation: demand.lead, need: needId, concerns: need.organisation, at }
    await noteDemand(tx, actor, demand, { action: 'demand.asked', ...fact })
    return ok(null)
  })
}
