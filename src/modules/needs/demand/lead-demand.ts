import type { Actor } from '#src/modules/identity/index.ts'
import type { DemandId, NeedAudience } from '#src/modules/needs/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { lockDemand, saveDemand, saveDemandAudience, settleDemandNeed } from './demands-repository.ts'
import { isWider, type JointDemand, joinedIn, memberOrganisations } from './joint-demand.ts'
import { type DemandFact, noteDemand } from './note-demand.ts'
import { mayDecideFor, mayReadDemand } from './policy.ts'

export type LeadDemandFailure =
  | { readonly kind: 'demandNotFound' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'over' }

type Context = { readonly db: Database; readonly now: Clock }
type Led<Failure = never> = Result<null, LeadDemandFailure | Failure>

export type HandOverFailure = { readonly kind: 'notMember' }

/** Another of those in it keeps the statement from now on. */
export function handOverDemandLead(
  { db, now }: Context,
  actor: Actor,
  { id, to }: { readonly id: DemandId; readonly to: OrganisationId },
): Promise<Led<HandOverFailure>> {
  return inTransaction(db, async (tx): Promise<Led<HandOverFailure>> => {
    const found = await ledDemand(tx, actor, id)
    if (!found.ok) return found
    const demand = found.value
    if (to === demand.lead || !memberOrganisations(demand).includes(to)) return fail({ kind: 'notMember' })
    const at = now()
    const fact = { action: 'demand.handed-over', organisation: demand.lead, concerns: to, at } as const
    await change(tx, actor, { demand, changed: { lead: to }, fact })
    return ok(null)
  })
}

export type ChangeDemandAudienceFailure = {
  readonly kind: 'widerThanNeeds'
  /** Those whose need is told to fewer. */
  readonly organisations: readonly OrganisationId[]
}

/** Tells the demand to more or fewer; never to more than every need in it is told to. Saying it again changes nothing. */
export function changeDemandAudience(
  { db, now }: Context,
  actor: Actor,
  { id, audience }: { readonly id: DemandId; readonly audience: NeedAudience },
): Promise<Led<ChangeDemandAudienceFailure>> {
  return inTransaction(db, async (tx): Promise<Led<ChangeDemandAudienceFailure>> => {
    const found = await ledDemand(tx, actor, id)
    if (!found.ok) return found
    const demand = found.value
    const narrower = joinedIn(demand).filter((one) => isWider(audience, one.needAudience))
    if (narrower.length > 0)
      return fail({
        kind: 'widerThanNeeds',
        organisations: narrower.map(({ organisation }) => organisation),
      })
    const at = now()
    if (await saveDemandAudience(tx, { id, audience, changedAt: at }))
      await noteDemand(tx, actor, demand, { action: 'demand.opened', organisation: demand.lead, at })
    return ok(null)
  })
}

export type DissolveFailure = { readonly kind: 'inProcurement' }

/** Ends the demand; every need in it is free again, and all of it stays to be read. */
export function dissolveDemand(
  { db, now }: Context,
  actor: Actor,
  { id, reason }: { readonly id: DemandId; readonly reason: string | null },
): Promise<Led<DissolveFailure>> {
  return inTransaction(db, async (tx): Promise<Led<DissolveFailure>> => {
    const found = await ledDemand(tx, actor, id)
    if (!found.ok) return found
    const demand = found.value
    if (demand.status === 'procurement') return fail({ kind: 'inProcurement' })
    const at = now()
    for (const { position } of joinedIn(demand))
      await settleDemandNeed(tx, { demand: id, position }, { status: 'left', reason, by: actor.personId, at })
    const changed = { status: 'dissolved', endedAt: at } as const
    const fact = { action: 'demand.dissolved', organisation: demand.lead, at } as const
    await change(tx, actor, { demand, changed, fact })
    return ok(null)
  })
}

/** From now suppliers no longer answer: what they are asked next is the competition. */
export function closeDialogue({ db, now }: Context, actor: Actor, id: DemandId): Promise<Led> {
  return inTransaction(db, async (tx): Promise<Led> => {
    const found = await ledDemand(tx, actor, id)
    if (!found.ok) return found
    await close(tx, actor, { demand: found.value, at: now() })
    return ok(null)
  })
}

/** The same when the competition is published. The caller, who has asked who may, gives its own transaction. */
export async function closeDialogueOf(
  tx: Database,
  actor: Actor,
  { id, at }: { readonly id: DemandId; readonly at: Date },
): Promise<void> {
  const demand = await lockDemand(tx, id)
  if (demand && demand.status !== 'dissolved') await close(tx, actor, { demand, at })
}

async function close(
  tx: Database,
  actor: Actor,
  { demand, at }: { readonly demand: JointDemand; readonly at: Date },
): Promise<void> {
  if (demand.dialogueClosedAt) return
  const fact = { action: 'demand.dialogue-closed', organisation: demand.lead, at } as const
  await change(tx, actor, { demand, changed: { dialogueClosedAt: at }, fact })
}

/**
 * That a joint procurement begins of the demand, or that it ended without a purchase and the demand gathers again. The
 * caller, who has asked who may, gives its own transaction.
 */
export async function moveDemand(
  tx: Database,
  actor: Actor,
  { id, to, at }: { readonly id: DemandId; readonly to: 'gathering' | 'procurement'; readonly at: Date },
): Promise<Result<JointDemand, { readonly kind: 'demandNotFound' } | { readonly kind: 'over' }>> {
  const demand = await lockDemand(tx, id)
  if (!demand) return fail({ kind: 'demandNotFound' })
  if (demand.status === 'dissolved') return fail({ kind: 'over' })
  if (demand.status === to) return ok(demand)
  const fact = { action: 'demand.moved', organisation: demand.lead, at } as const
  // Who gathers again asks the market again.
  const dialogueClosedAt = to === 'gathering' ? null : demand.dialogueClosedAt
  await change(tx, actor, { demand, changed: { status: to, dialogueClosedAt }, fact })
  return ok({ ...demand, status: to, dialogueClosedAt, changedAt: at })
}

async function ledDemand(
  tx: Database,
  actor: Actor,
  id: DemandId,
): Promise<Result<JointDemand, LeadDemandFailure>> {
  const demand = await lockDemand(tx, id)
  if (!demand || !mayReadDemand(actor, demand)) return fail({ kind: 'demandNotFound' })
  if (!mayDecideFor(actor, demand.lead)) return fail({ kind: 'notAllowed' })
  return demand.status === 'dissolved' ? fail({ kind: 'over' }) : ok(demand)
}

type Change = {
  readonly demand: JointDemand
  readonly changed: Partial<Omit<JointDemand, 'needs' | 'id' | 'audience'>>
  readonly fact: DemandFact
}

async function change(tx: Database, actor: Actor, { demand, changed, fact }: Change): Promise<void> {
  await saveDemand(tx, { ...demand, ...changed, changedAt: fact.at })
  await noteDemand(tx, actor, demand, fact)
}
