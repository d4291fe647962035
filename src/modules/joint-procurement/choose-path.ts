import { type Actor, dayOf } from '#src/modules/identity/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type Context, changeProcurement, keep, type NotOpen, note } from './changing.ts'
import type { Path, ProcurementId } from './contract.ts'
import type { JointProcurement } from './joint-procurement.ts'
import { mayChoosePath, placeOnPath } from './life.ts'
import { mayLead } from './policy.ts'
import { insertStep } from './procurements-repository.ts'
import { readLife } from './read-surroundings.ts'

export type ChoosePathFailure =
  | NotOpen
  | { readonly kind: 'notAllowed' }
  /** The list of participants is closed: what they are asked to pass is one path and no other. */
  | { readonly kind: 'tooLate' }

/** Chooses the way they buy together. Nothing is passed over by it: the group stands where the new way is not done yet. */
export function choosePath(
  context: Context,
  actor: Actor,
  { id, path }: { readonly id: ProcurementId; readonly path: Path },
): Promise<Result<JointProcurement, ChoosePathFailure>> {
  return changeProcurement(context, actor, {
    id,
    work: async (changing): Promise<Result<JointProcurement, ChoosePathFailure>> => {
      const { tx, joint, at } = changing
      if (!mayLead(actor, joint)) return fail({ kind: 'notAllowed' })
      if (!mayChoosePath(joint)) return fail({ kind: 'tooLate' })
      if (joint.path === path) return ok(joint)
      const place = placeOnPath(await readLife(tx, joint, at), path)
      const step = {
        step: place,
        on: Temporal.PlainDate.from(dayOf(at)),
        reason: null,
        takenFor: joint.lead,
      }
      const isMoved = place !== joint.step
      const chosen = await keep(tx, { ...joint, path, step: place, changedAt: at })
      if (isMoved) await insertStep(tx, id, { step, position: joint.steps.length, by: actor.personId, at })
      const details = { path, from: joint.path, to: place }
      await note(changing, actor, { action: 'joint.path-chosen', organisation: joint.lead, details })
      return ok({ ...chosen, steps: isMoved ? [...joint.steps, step] : joint.steps })
    },
  })
}
