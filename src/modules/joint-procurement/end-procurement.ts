import type { Actor } from '#src/modules/identity/index.ts'
import { moveDemand } from '#src/modules/needs/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type Context, changeProcurement, keep, type NotOpen, note } from './changing.ts'
import type { ProcurementId } from './contract.ts'
import type { JointProcurement } from './joint-procurement.ts'
import { isPublished } from './life.ts'
import { mayBind } from './policy.ts'

export type EndProcurementFailure = NotOpen | { readonly kind: 'notAllowed' }

/** Stops it, or calls the competition off where there is one. The reason is the lesson others can learn. */
export function endProcurement(
  context: Context,
  actor: Actor,
  { id, reason }: { readonly id: ProcurementId; readonly reason: string },
): Promise<Result<JointProcurement, EndProcurementFailure>> {
  return changeProcurement(context, actor, {
    id,
    work: async (changing): Promise<Result<JointProcurement, EndProcurementFailure>> => {
      const { tx, joint, at } = changing
      if (!mayBind(actor, joint.lead)) return fail({ kind: 'notAllowed' })
      const outcome = isPublished(joint) ? 'cancelled' : 'stopped'
      const ended = await keep(tx, { ...joint, ended: { outcome, reason, at }, changedAt: at })
      const details = { outcome, step: joint.step }
      await note(changing, actor, {
        action: 'joint.ended',
        organisation: joint.lead,
        details,
        telling: 'joint.ended',
      })
      // What they need together is still needed: the demand gathers again, where there is one that is not over.
      if (joint.demand) await moveDemand(tx, actor, { id: joint.demand, to: 'gathering', at })
      return ok(ended)
    },
  })
}
