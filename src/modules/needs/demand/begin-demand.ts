import { messagesIn } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { DemandId, type NeedId } from '#src/modules/needs/contract.ts'
import type { Need } from '#src/modules/needs/need.ts'
import { lockNeed, needsByIds } from '#src/modules/needs/needs-repository.ts'
import { mayReadNeed } from '#src/modules/needs/policy.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { addDemandNeed, demandJoinedBy, findDemand, insertDemand } from './demands-repository.ts'
import type { JointDemand } from './joint-demand.ts'
import { noteDemand } from './note-demand.ts'
import { mayDecideFor } from './policy.ts'
import { prefillStatement } from './prefill-statement.ts'
import { nameNeeds } from './read-demand.ts'

export type BeginDemand = {
  readonly own: NeedId
  /** The needs of others that are asked in. */
  readonly asked: readonly NeedId[]
  readonly title: string
}

export type BeginDemandFailure =
  | { readonly kind: 'needNotFound' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'notAnnounced' }
  | { readonly kind: 'inAnother'; readonly demand: DemandId }

type Context = { readonly db: Database; readonly now: Clock }
type Begun = Result<JointDemand, BeginDemandFailure>

/**
 * Begins a demand of several from one's own need, and asks others in. It is told to whoever the need is told to. Nobody is
 * in it who has not said so.
 */
export function beginDemand({ db, now }: Context, actor: Actor, asked: BeginDemand): Promise<Begun> {
  return inTransaction(db, async (tx): Promise<Begun> => {
    const own = await lockNeed(tx, asked.own)
    if (!own || !mayReadNeed(actor, own)) return fail({ kind: 'needNotFound' })
    if (!mayDecideFor(actor, own.organisation)) return fail({ kind: 'notAllowed' })
    if (own.status !== 'announced') return fail({ kind: 'notAnnounced' })
    const other = await demandJoinedBy(tx, own.id)
    if (other) return fail({ kind: 'inAnother', demand: other })
    const at = now()
    const demand = await newDemand(tx, { own, title: asked.title, language: actor.language, at })
    await insertDemand(tx, demand, actor.personId)
    const by = actor.personId
    await addDemandNeed(tx, demand.id, { need: own.id, status: 'joined', by, at })
    const { organisation } = own
    await noteDemand(tx, actor, demand, { action: 'demand.begun', organisation, need: own.id, at })
    for (const need of await askable(tx, actor, { own, asked: asked.asked })) {
      await addDemandNeed(tx, demand.id, { need: need.id, status: 'asked', by, at })
      const fact = { need: need.id, concerns: need.organisation }
      await noteDemand(tx, actor, demand, { action: 'demand.asked', organisation, ...fact, at })
    }
    const begun = await findDemand(tx, demand.id)
    if (!begun) throw new Error(`The demand ${demand.id} was begun and is not there`)
    return ok(begun)
  })
}

type New = {
  readonly own: Need
  readonly title: string
  readonly language: Actor['language']
  readonly at: Date
}

async function newDemand(
  tx: Database,
  { own, title, language, at }: New,
): Promise<Omit<JointDemand, 'needs'>> {
  return {
    id: DemandId.parse(newId()),
    title,
    status: 'gathering',
    audience: own.audience,
    lead: own.organisation,
    statement: prefillStatement(await nameNeeds(tx, [own]), messagesIn(language)),
    version: 1,
    begunAt: at,
    changedAt: at,
    dialogueClosedAt: null,
    endedAt: null,
  }
}

/** Of those that were ticked, the needs that one may read and that are announced; each once, and never one's own. */
async function askable(
  tx: Database,
  actor: Actor,
  { own, asked }: { readonly own: Need; readonly asked: readonly NeedId[] },
): Promise<readonly Need[]> {
  const needs = await needsByIds(tx, [...new Set(asked)])
  return needs.filter((need) => need.id !== own.id && need.status === 'announced' && mayReadNeed(actor, need))
}
