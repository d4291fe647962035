import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { type Life, waitsFor } from './conditions.ts'
import { type Condition, type Path, STEPS, type Step } from './contract.ts'
import type { JointProcurement, StepTaken } from './joint-procurement.ts'
import { type PathStep, pathFacts } from './paths.ts'

/** From here what is told to the market stands: there is no way back but to cancel. */
const PUBLISHED = 'published' satisfies Step
const GATE = 'gate' satisfies Step

/** A condition that does not hold, and whose turn it is. */
export type Hindrance = { readonly condition: Condition; readonly of: readonly OrganisationId[] }

type Placed = Pick<JointProcurement, 'path' | 'step'>

export function stepsOf(path: Path): readonly Step[] {
  return pathFacts(path).steps.map(({ step }) => step)
}

function placeOf({ path, step }: Placed): number {
  const place = stepsOf(path).indexOf(step)
  if (place < 0) throw new Error(`${step} is not a step of ${path}`)
  return place
}

export function stepFacts({ path, step }: Placed): PathStep {
  const facts = pathFacts(path).steps[placeOf({ path, step })]
  if (!facts) throw new Error(`${step} is not a step of ${path}`)
  return facts
}

/** What comes after this step: the next of the path, or the end. */
export function nextStep(joint: Placed): Step | 'closed' {
  return stepsOf(joint.path)[placeOf(joint) + 1] ?? 'closed'
}

/** Whether it has been told to the market as a competition; a path that never is, never has. */
export function isPublished(joint: Placed): boolean {
  const published = stepsOf(joint.path).indexOf(PUBLISHED)
  return published >= 0 && placeOf(joint) >= published
}

/** Whether the list of participants is closed in this step: from the check before publication on. */
export function isListClosed(joint: Placed): boolean {
  const gate = stepsOf(joint.path).indexOf(GATE)
  return gate >= 0 && placeOf(joint) >= gate
}

/**
 * What stands in the way of the next step. Until it is published all that was to be done before counts too: somebody who
 * came later has the same to do as the others, and what was undone stands in the way again.
 */
export function hindrances(life: Life): readonly Hindrance[] {
  if (life.joint.ended) return []
  return conditionsOf(life.joint).flatMap((condition) => {
    const of = waitsFor(condition, life)
    return of.length > 0 ? [{ condition, of }] : []
  })
}

function conditionsOf(joint: Placed): readonly Condition[] {
  if (isPublished(joint)) return stepFacts(joint).leave
  return pathFacts(joint.path)
    .steps.slice(0, placeOf(joint) + 1)
    .flatMap(({ leave }) => leave)
}

/** Whose turn it is: those whom something waits for, and the lead when nothing does. */
export function whoseTurn(life: Life): readonly OrganisationId[] {
  if (life.joint.ended) return []
  const waiting = new Set(hindrances(life).flatMap(({ of }) => of))
  return waiting.size > 0 ? [...waiting] : [life.joint.lead]
}

/** The steps it may go back to, the nearest first: any before this one, until it has been published. */
export function earlierSteps(joint: Pick<JointProcurement, 'path' | 'step' | 'ended'>): readonly Step[] {
  if (joint.ended || isPublished(joint)) return []
  return stepsOf(joint.path).slice(0, placeOf(joint)).toReversed()
}

/** A path may be chosen anew until the list of participants is closed. */
export function mayChoosePath(joint: Pick<JointProcurement, 'path' | 'step' | 'ended'>): boolean {
  return !joint.ended && !isListClosed(joint)
}

/**
 * Where the group stands on another path: the first step of it that is not done, and never further than it has come, so
 * that nothing is passed over by going another way.
 */
export function placeOnPath({ joint, around }: Life, path: Path): Step {
  const reached = STEPS.indexOf(joint.step)
  const steps = pathFacts(path).steps
  const stop = steps.find(
    ({ step, leave }) =>
      STEPS.indexOf(step) >= reached ||
      leave.some((condition) => waitsFor(condition, { joint, around }).length > 0),
  )
  const last = stop ?? steps.at(-1)
  if (!last) throw new Error(`${path} has no steps`)
  return last.step
}

export type DrawnStep = PathStep & {
  readonly place: 'done' | 'now' | 'ahead'
  /** When it was last come to; null for what is ahead, and for what was passed over when the path was changed. */
  readonly taken: StepTaken | null
}

/** The way from the beginning to the end, and where the group is on it. */
export function drawLife(joint: JointProcurement): readonly DrawnStep[] {
  const here = placeOf(joint)
  const isDone = joint.ended?.outcome === 'closed'
  return pathFacts(joint.path).steps.map((facts, at) => {
    const place = at < here || isDone ? 'done' : at === here ? 'now' : 'ahead'
    const taken = place === 'ahead' ? undefined : joint.steps.findLast(({ step }) => step === facts.step)
    return { ...facts, place, taken: taken ?? null }
  })
}
