import { type Actor, dayOf } from '#src/modules/identity/index.ts'
import type { DemandId } from '#src/modules/needs/contract.ts'
import {
  isJoint,
  mayDecideFor,
  memberOrganisations,
  moveDemand,
  readDemand,
} from '#src/modules/needs/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type Changing, type Context, note } from './changing.ts'
import {
  type BeginForm,
  ParticipantStanding,
  type Path,
  ProcurementFacts,
  type ProcurementId,
} from './contract.ts'
import { invitedParticipant } from './invite-participant.ts'
import type { JointProcurement, Participant } from './joint-procurement.ts'
import { mayBegin } from './policy.ts'
import {
  findProcurement,
  insertParticipant,
  insertProcurement,
  insertStep,
  procurementsOfDemand,
} from './procurements-repository.ts'
import { proposePaths } from './propose-path.ts'

export type BeginProcurement = {
  /** Made with the form, so that a form that is sent twice begins one. */
  readonly id: ProcurementId
  readonly lead: OrganisationId
  readonly form: BeginForm
  /** The demand it comes of: those who have joined it are asked, and decide for themselves. */
  readonly demand?: DemandId
}

export type BeginFailure =
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'demandNotFound' }
  /** Only one organisation is in the demand, so there is nobody to buy with yet. */
  | { readonly kind: 'tooFew' }
  /** The form was sent before, or the demand has one under way; that is shown instead of a second. */
  | { readonly kind: 'underWay'; readonly procurement: ProcurementId }

/**
 * Begins to buy together: from a joint demand, whose organisations are asked to take part, or from nothing. Nobody is bound
 * by it, and who leads can be changed.
 */
export function beginProcurement(
  { db, now }: Context,
  actor: Actor,
  { id, lead, form, demand }: BeginProcurement,
): Promise<Result<JointProcurement, BeginFailure>> {
  return inTransaction(db, async (tx): Promise<Result<JointProcurement, BeginFailure>> => {
    if (!mayBegin(actor, lead)) return fail({ kind: 'notAllowed' })
    const from = demand ? await readDemand(tx, actor, demand) : null
    if (demand && (!from || from.status === 'dissolved')) return fail({ kind: 'demandNotFound' })
    // Those who keep the demand begin the procurement of it; who leads that may be another they act for.
    if (from && !mayDecideFor(actor, from.lead)) return fail({ kind: 'notAllowed' })
    const before = await underWay(tx, { id, demand })
    if (before) return fail({ kind: 'underWay', procurement: before })
    if (from && !isJoint(from)) return fail({ kind: 'tooFew' })
    const at = now()
    // From here nobody joins or leaves the demand, so that everybody who is in it is asked.
    const moved = demand ? await moveDemand(tx, actor, { id: demand, to: 'procurement', at }) : null
    if (moved && !moved.ok) return fail({ kind: 'demandNotFound' })
    const others = moved ? memberOrganisations(moved.value).filter((one) => one !== lead) : []
    const joint = newProcurement({ id, lead, form, demand: demand ?? null, others, at })
    const begun = { ...joint, path: await proposedPath(tx, joint) }
    if (!(await insertProcurement(tx, begun, { by: actor.personId }))) {
      const meanwhile = await underWay(tx, { id, demand })
      if (!meanwhile) throw new Error(`What was in the way of ${begun.id} is gone`)
      return fail({ kind: 'underWay', procurement: meanwhile })
    }
    await write({ tx, joint: begun, at }, actor)
    return ok(begun)
  })
}

async function underWay(
  tx: Database,
  { id, demand }: { readonly id: ProcurementId; readonly demand: DemandId | undefined },
): Promise<ProcurementId | null> {
  if (await findProcurement(tx, id)) return id
  const ofDemand = demand ? await procurementsOfDemand(tx, demand) : []
  return ofDemand.find(({ ended }) => !ended)?.id ?? null
}

async function proposedPath(
  tx: Database,
  { lead, facts, participants, path }: JointProcurement,
): Promise<Path> {
  const leadKind = (await findOrganisationById(tx, lead))?.kind ?? 'other'
  const [proposed] = proposePaths({ ...facts, leadKind, buyers: participants.length })
  return proposed?.path ?? path
}

type New = {
  readonly id: ProcurementId
  readonly lead: OrganisationId
  readonly form: BeginForm
  readonly demand: DemandId | null
  readonly others: readonly OrganisationId[]
  readonly at: Date
}

function newProcurement({ id, lead, form, demand, others, at }: New): JointProcurement {
  const { title, audience, ...facts } = form
  const leading: Participant = {
    organisation: lead,
    role: 'lead',
    status: 'interested',
    standing: ParticipantStanding.parse({}),
    version: 1,
    joinedAt: at,
    decidedAt: at,
  }
  return {
    id,
    title,
    path: 'joint-competition',
    step: 'interest',
    ended: null,
    lead,
    demand,
    audience,
    facts: ProcurementFacts.parse(facts),
    version: 1,
    gateRound: 1,
    lockedAt: null,
    caseId: null,
    draft: null,
    begunAt: at,
    changedAt: at,
    participants: [
      leading,
      ...others.map((organisation) => invitedParticipant({ organisation, role: 'participant', at })),
    ],
    steps: [{ step: 'interest', on: Temporal.PlainDate.from(dayOf(at)), reason: null, takenFor: lead }],
  }
}

async function write(changing: Changing, actor: Actor): Promise<void> {
  const { tx, joint, at } = changing
  for (const participant of joint.participants) await insertParticipant(tx, joint.id, participant)
  for (const [position, step] of joint.steps.entries())
    await insertStep(tx, joint.id, { step, position, by: actor.personId, at })
  await note(changing, actor, {
    action: 'joint.begun',
    organisation: joint.lead,
    details: { path: joint.path },
  })
  for (const { organisation, status, role } of joint.participants)
    if (status === 'invited')
      await note(changing, actor, {
        action: 'joint.invited',
        organisation,
        details: { role },
        telling: 'joint.invited',
      })
}
