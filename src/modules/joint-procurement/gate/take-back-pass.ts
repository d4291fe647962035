import type { Actor } from '#src/modules/identity/index.ts'
import {
  type Context,
  changeProcurement,
  type NotOpen,
  note,
} from '#src/modules/joint-procurement/changing.ts'
import type { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { isPublished } from '#src/modules/joint-procurement/life.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { deletePass } from './gate-repository.ts'
import { mayPass } from './policy.ts'

export type TakeBackFailure =
  | NotOpen
  | { readonly kind: 'notAllowed' }
  /** After the lock it is a withdrawal, with what follows of that. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'notPassed' }

type Which = { readonly id: ProcurementId; readonly organisation: OrganisationId }

/** Takes back that an organisation has passed, until all have. That it had stands in the audit. */
export function takeBackPass(
  context: Context,
  actor: Actor,
  { id, organisation }: Which,
): Promise<Result<null, TakeBackFailure>> {
  return changeProcurement(context, actor, {
    id,
    work: async (changing): Promise<Result<null, TakeBackFailure>> => {
      const { tx, joint } = changing
      if (!mayPass(actor, organisation)) return fail({ kind: 'notAllowed' })
      if (isPublished(joint)) return fail({ kind: 'locked' })
      const round = joint.gateRound
      if (!(await deletePass(tx, id, { round, organisation }))) return fail({ kind: 'notPassed' })
      await note(changing, actor, { action: 'joint.gate-taken-back', organisation, details: { round } })
      return ok(null)
    },
  })
}
