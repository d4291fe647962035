import { type Actor, isPublic } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type Context, changeProcurement, type NotOpen, note } from './changing.ts'
import { type ParticipantRole, ParticipantStanding, type ProcurementId } from './contract.ts'
import type { Participant } from './joint-procurement.ts'
import { mayLead } from './policy.ts'
import { insertParticipant, saveParticipant } from './procurements-repository.ts'

export type InviteFailure =
  | NotOpen
  | { readonly kind: 'notAllowed' }
  /** Nobody is added from the check before publication on. */
  | { readonly kind: 'listClosed' }
  /** Suppliers do not buy with municipalities. */
  | { readonly kind: 'notPublicBody' }
  | { readonly kind: 'alreadyThere' }

export type InviteParticipant = {
  readonly id: ProcurementId
  readonly organisation: OrganisationId
  /** `lead` is handed over and not given. */
  readonly role: Exclude<ParticipantRole, 'lead'>
}

/** Asks one more to take part. Whoever said no or left before may be asked again, and begins anew. */
export function inviteParticipant(
  context: Context,
  actor: Actor,
  { id, organisation, role }: InviteParticipant,
): Promise<Result<Participant, InviteFailure>> {
  return changeProcurement(context, actor, {
    id,
    work: async (changing): Promise<Result<Participant, InviteFailure>> => {
      const { tx, joint, at } = changing
      if (!mayLead(actor, joint)) return fail({ kind: 'notAllowed' })
      if (joint.lockedAt) return fail({ kind: 'listClosed' })
      const body = await findOrganisationById(tx, organisation)
      if (!body || !isPublic(body.kind)) return fail({ kind: 'notPublicBody' })
      const before = joint.participants.find((one) => one.organisation === organisation)
      if (before && (before.status === 'interested' || before.status === 'invited'))
        return fail({ kind: 'alreadyThere' })
      const invited = invitedParticipant({ organisation, role, at })
      const isKept = before
        ? await saveParticipant(tx, id, { ...invited, version: before.version })
        : await insertParticipant(tx, id, invited)
      if (!isKept) throw new Error(`${organisation} came into ${id} while it was locked`)
      const details = { role }
      await note(changing, actor, {
        action: 'joint.invited',
        organisation,
        details,
        telling: 'joint.invited',
      })
      return ok(before ? { ...invited, version: before.version + 1 } : invited)
    },
  })
}

export function invitedParticipant({
  organisation,
  role,
  at,
}: Pick<Participant, 'organisation' | 'role'> & { readonly at: Date }): Participant {
  return {
    organisation,
    role,
    status: 'invited',
    standing: ParticipantStanding.parse({}),
    version: 1,
    joinedAt: at,
    decidedAt: null,
  }
}
