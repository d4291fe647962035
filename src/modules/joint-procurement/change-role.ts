import type { Actor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type Context, changeProcurement, type NotOpen, note } from './changing.ts'
import type { ParticipantRole, ProcurementId } from './contract.ts'
import type { Participant } from './joint-procurement.ts'
import { mayLead } from './policy.ts'
import { saveParticipant } from './procurements-repository.ts'

export type ChangeParticipantRoleFailure =
  | NotOpen
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'notTakingPart' }
  /** A follower who would buy from the check before publication on would be somebody added. */
  | { readonly kind: 'listClosed' }
  /** The lead hands over before it becomes something else. */
  | { readonly kind: 'leads' }

export type ChangeParticipantRole = {
  readonly id: ProcurementId
  readonly organisation: OrganisationId
  readonly role: Exclude<ParticipantRole, 'lead'>
}

/** What somebody is in it: host, participant, one with an option, or one who follows to learn and has no right to buy. */
export function changeParticipantRole(
  context: Context,
  actor: Actor,
  { id, organisation, role }: ChangeParticipantRole,
): Promise<Result<Participant, ChangeParticipantRoleFailure>> {
  return changeProcurement(context, actor, {
    id,
    work: async (changing): Promise<Result<Participant, ChangeParticipantRoleFailure>> => {
      const { tx, joint } = changing
      if (!mayLead(actor, joint)) return fail({ kind: 'notAllowed' })
      if (joint.lockedAt) return fail({ kind: 'listClosed' })
      if (organisation === joint.lead) return fail({ kind: 'leads' })
      const one = joint.participants.find((participant) => participant.organisation === organisation)
      if (one?.status !== 'interested' && one?.status !== 'invited') return fail({ kind: 'notTakingPart' })
      if (one.role === role) return ok(one)
      const changed: Participant = { ...one, role }
      if (!(await saveParticipant(tx, id, changed)))
        throw new Error(`${organisation} was saved in ${id} while it was locked`)
      const details = { from: one.role, to: role }
      await note(changing, actor, { action: 'joint.role-changed', organisation, details })
      return ok({ ...changed, version: changed.version + 1 })
    },
  })
}
