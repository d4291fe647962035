import { type Actor, dayOf } from '#src/modules/identity/index.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type Changing, type Context, changeProcurement, keep, type NotOpen, note } from './changing.ts'
import type { ProcurementId, Step, TakeStepForm } from './contract.ts'
import type { JointProcurement } from './joint-procurement.ts'
import { earlierSteps, type Hindrance, hindrances, isListClosed, nextStep, whoseTurn } from './life.ts'
import { mayLead } from './policy.ts'
import { insertStep } from './procurements-repository.ts'
import { readLife } from './read-surroundings.ts'

export type TakeStepFailure =
  | NotOpen
  | { readonly kind: 'notAllowed' }
  /** It is neither the next step nor one that can be gone back to from where the group is now. */
  | { readonly kind: 'notFromHere'; readonly step: Step }
  | { readonly kind: 'standsInTheWay'; readonly hindrances: readonly Hindrance[] }
  | { readonly kind: 'reasonMissing' }
  | { readonly kind: 'beforeLast'; readonly last: Temporal.PlainDate }
  | { readonly kind: 'inFuture' }

type TakeStep = { readonly id: ProcurementId; readonly form: TakeStepForm }
type Answer = Result<JointProcurement, TakeStepFailure>

/**
 * The group goes on to the next step when nothing stands in the way, or back to an earlier one with a reason, until it is
 * published. When it comes to the check before publication the list of participants is closed; going back opens it again,
 * and what was passed no longer counts. Past that check leads only passing it. After the last step it is done.
 */
export function takeStep(context: Context, actor: Actor, { id, form }: TakeStep): Promise<Answer> {
  return changeProcurement(context, actor, {
    id,
    work: async (changing): Promise<Answer> => {
      const { joint, at } = changing
      if (!mayLead(actor, joint)) return fail({ kind: 'notAllowed' })
      const on = Temporal.PlainDate.from(form.on)
      const last = joint.steps.at(-1)?.on
      if (last && Temporal.PlainDate.compare(on, last) < 0) return fail({ kind: 'beforeLast', last })
      if (Temporal.PlainDate.compare(on, dayOf(at)) > 0) return fail({ kind: 'inFuture' })
      const move = { on, reason: form.reason || null }
      if (form.to === nextStep(joint)) return goOn(changing, actor, { ...move, to: form.to })
      const back = earlierSteps(joint).find((step) => step === form.to)
      if (!back) return fail({ kind: 'notFromHere', step: joint.step })
      if (!move.reason) return fail({ kind: 'reasonMissing' })
      return ok(await moveTo(changing, actor, { ...move, to: back }))
    },
  })
}

type Move<To> = { readonly to: To; readonly on: Temporal.PlainDate; readonly reason: string | null }

async function goOn(
  changing: Changing,
  actor: Actor,
  { to, on, reason }: Move<Step | 'closed'>,
): Promise<Answer> {
  const { tx, joint, at } = changing
  const inTheWay = hindrances(await readLife(tx, joint, at))
  if (inTheWay.length > 0) return fail({ kind: 'standsInTheWay', hindrances: inTheWay })
  // Past the check leads only the last pass of it, which has seen what is published.
  if (joint.step === 'gate')
    return fail({ kind: 'standsInTheWay', hindrances: [{ condition: 'gatePassed', of: [joint.lead] }] })
  if (to !== 'closed') return ok(await moveTo(changing, actor, { to, on, reason }))
  const ended = { outcome: 'closed', reason, at } as const
  const closed = await keep(tx, { ...joint, ended, changedAt: at })
  await note(changing, actor, {
    action: 'joint.ended',
    organisation: joint.lead,
    details: { outcome: 'closed' },
    telling: 'joint.ended',
  })
  return ok(closed)
}

async function moveTo(
  changing: Changing,
  actor: Actor,
  { to, on, reason }: Move<Step>,
): Promise<JointProcurement> {
  const { tx, joint, at } = changing
  const step = { step: to, on, reason, takenFor: joint.lead }
  const isClosed = isListClosed({ ...joint, step: to })
  const reopened = joint.lockedAt !== null && !isClosed
  const moved = await keep(tx, {
    ...joint,
    step: to,
    lockedAt: isClosed ? (joint.lockedAt ?? at) : null,
    gateRound: joint.gateRound + (reopened ? 1 : 0),
    changedAt: at,
  })
  await insertStep(tx, joint.id, { step, position: joint.steps.length, by: actor.personId, at })
  await note(changing, actor, {
    action: 'joint.stepped',
    organisation: joint.lead,
    details: { from: joint.step, to },
    telling: 'joint.stepped',
  })
  const there = { ...moved, steps: [...joint.steps, step] }
  await tellWhoseTurn(changing, there)
  return there
}

/** Those who have something to do in the step the group has come to, beside the lead, who took it. */
async function tellWhoseTurn({ tx, at }: Changing, joint: JointProcurement): Promise<void> {
  const turn = whoseTurn(await readLife(tx, joint, at)).filter((one) => one !== joint.lead)
  const events = turn.map((organisation) => ({
    kind: 'joint.awaited',
    subject: joint.id,
    payload: { organisation, step: joint.step },
  }))
  if (events.length > 0) await recordEvents(tx, events)
}
