import type { Actor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type Context, changeProcurement, type NotOpen, note } from './changing.ts'
import type { ProcurementId } from './contract.ts'
import type { Participant } from './joint-procurement.ts'
import { mayBind, mayLead } from './policy.ts'
import { saveParticipant } from './procurements-repository.ts'

export type AnswerFailure =
  | NotOpen
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'notInvited' }
  | { readonly kind: 'listClosed' }

export type AnswerInvitation = {
  readonly id: ProcurementId
  readonly organisation: OrganisationId
  /** `uninvited` is the lead's, who takes the invitation back. */
  readonly answer: 'interested' | 'declined' | 'uninvited'
}

/**
 * The coordinator of the one who was asked answers, and nobody else's; to be interested binds to nothing. An invitation
 * nobody answered stands in the way of the check before publication until the lead takes it back.
 */
export function answerInvitation(
  context: Context,
  actor: Actor,
  { id, organisation, answer }: AnswerInvitation,
): Promise<Result<Participant, AnswerFailure>> {
  return changeProcurement(context, actor, {
    id,
    work: async (changing): Promise<Result<Participant, AnswerFailure>> => {
      const { tx, joint, at } = changing
      const isTheirs = answer === 'uninvited' ? mayLead(actor, joint) : mayBind(actor, organisation)
      if (!isTheirs) return fail({ kind: 'notAllowed' })
      const asked = joint.participants.find((one) => one.organisation === organisation)
      if (asked?.status !== 'invited') return fail({ kind: 'notInvited' })
      if (answer === 'interested' && joint.lockedAt) return fail({ kind: 'listClosed' })
      const answered: Participant = { ...asked, status: answer, decidedAt: at }
      if (!(await saveParticipant(tx, id, answered)))
        throw new Error(`${organisation} was saved in ${id} while it was locked`)
      await note(changing, actor, {
        action: answer === 'uninvited' ? 'joint.invitation-withdrawn' : 'joint.answered',
        organisation,
        details: { answer },
        ...(answer === 'uninvited' ? {} : { telling: 'joint.answered' }),
      })
      return ok({ ...answered, version: answered.version + 1 })
    },
  })
}
