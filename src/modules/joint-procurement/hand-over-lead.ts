import type { Actor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import {
  type Changing,
  type Context,
  changeProcurement,
  keep,
  type NotOpen,
  note,
  withNewRound,
} from './changing.ts'
import type { ProcurementId } from './contract.ts'
import type { JointProcurement, Participant } from './joint-procurement.ts'
import { isPublished } from './life.ts'
import { mayBind } from './policy.ts'
import { saveParticipant } from './procurements-repository.ts'

export type HandOverLeadFailure =
  | NotOpen
  | { readonly kind: 'notAllowed' }
  /** Somebody who takes part and buys may lead. */
  | { readonly kind: 'cannotLead' }
  | { readonly kind: 'notAsked' }

type Answer = Result<JointProcurement, HandOverLeadFailure>

/** The lead asks a participant to lead instead; `null` takes the question back. Nothing changes until the other says yes. */
export function proposeLead(
  context: Context,
  actor: Actor,
  { id, to }: { readonly id: ProcurementId; readonly to: OrganisationId | null },
): Promise<Answer> {
  return changeProcurement(context, actor, {
    id,
    work: async (changing): Promise<Answer> => {
      const { tx, joint, at } = changing
      if (!mayBind(actor, joint.lead)) return fail({ kind: 'notAllowed' })
      const one = joint.participants.find(({ organisation }) => organisation === to)
      if (to !== null && !(one && canLead(one))) return fail({ kind: 'cannotLead' })
      if (joint.facts.proposedLead === to) return ok(joint)
      const asked = await keep(tx, {
        ...joint,
        facts: { ...joint.facts, proposedLead: to },
        changedAt: at,
      })
      await note(changing, actor, {
        action: 'joint.lead-proposed',
        organisation: to ?? joint.lead,
        details: { asked: to !== null },
        ...(to && { telling: 'joint.lead-proposed' }),
      })
      return ok(asked)
    },
  })
}

/** The coordinator of the one who was asked answers; with a yes the two change places. */
export function answerProposedLead(
  context: Context,
  actor: Actor,
  { id, accept }: { readonly id: ProcurementId; readonly accept: boolean },
): Promise<Answer> {
  return changeProcurement(context, actor, {
    id,
    work: async (changing): Promise<Answer> => {
      const { joint } = changing
      const asked = joint.participants.find(({ organisation }) => organisation === joint.facts.proposedLead)
      if (!asked) return fail({ kind: 'notAsked' })
      if (!mayBind(actor, asked.organisation)) return fail({ kind: 'notAllowed' })
      if (accept && !canLead(asked)) return fail({ kind: 'cannotLead' })
      return ok(await answer(changing, actor, { asked, accept }))
    },
  })
}

function canLead({ status, role }: Participant): boolean {
  return status === 'interested' && (role === 'participant' || role === 'host')
}

async function answer(
  changing: Changing,
  actor: Actor,
  { asked, accept }: { readonly asked: Participant; readonly accept: boolean },
): Promise<JointProcurement> {
  const { tx, joint, at } = changing
  const facts = { ...joint.facts, proposedLead: null }
  const next = { ...joint, facts, changedAt: at, ...(accept && { lead: asked.organisation }) }
  if (accept) await changePlaces(changing, asked)
  const saved = await keep(tx, accept && !isPublished(joint) ? await withNewRound(tx, next) : next)
  await note(changing, actor, {
    action: 'joint.lead-answered',
    organisation: asked.organisation,
    details: { answer: accept ? 'yes' : 'no', before: joint.lead },
    telling: 'joint.lead-answered',
  })
  return saved
}

/** The old lead first: there is never more than one. */
async function changePlaces({ tx, joint }: Changing, asked: Participant): Promise<void> {
  const before = joint.participants.find(({ organisation }) => organisation === joint.lead)
  if (!before) throw new Error(`${joint.id} has no lead among its participants`)
  const isSaved =
    (await saveParticipant(tx, joint.id, { ...before, role: 'participant' })) &&
    (await saveParticipant(tx, joint.id, { ...asked, role: 'lead' }))
  if (!isSaved) throw new Error(`${joint.id} was saved while it was locked`)
}
