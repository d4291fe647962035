import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { isAnchored } from './conditions.ts'
import { buyers, type JointProcurement, type Participant } from './joint-procurement.ts'
import { isPublished, stepsOf } from './life.ts'
import { type PathStep, pathFacts } from './paths.ts'

const DAYS_IN_MONTH = 30

export type RealisticDate = {
  readonly organisation: OrganisationId
  /** When it can be anchored: when it was, when the meeting is, or by the usual time a council takes. */
  readonly anchored: Temporal.PlainDate
  readonly because: 'decided' | 'meeting' | 'usual'
  /** The earliest the whole can be published as far as this one is concerned. */
  readonly publication: Temporal.PlainDate
}

export type RealisticDates = {
  readonly each: readonly RealisticDate[]
  /** The earliest for all: the last of them. */
  readonly earliest: Temporal.PlainDate
}

/**
 * When it can be published at the earliest, with the least each step usually takes: what is left before the anchoring, the
 * council of each, and what comes after. Null where it is published, or never will be.
 */
export function realisticDates(joint: JointProcurement, today: Temporal.PlainDate): RealisticDates | null {
  const steps = pathFacts(joint.path).steps
  const [here, publication] = [
    stepsOf(joint.path).indexOf(joint.step),
    stepsOf(joint.path).indexOf('published'),
  ]
  if (joint.ended || publication < 0 || isPublished(joint)) return null
  const anchoring = steps.findIndex(({ step }) => step === 'anchoring')
  const ready = after(today, leastDays(steps.slice(here, Math.max(here, anchoring))))
  const left = leastDays(steps.slice(Math.max(here, anchoring + 1), publication))
  const councilDays = here <= anchoring ? leastDays(steps.slice(anchoring, anchoring + 1)) : 0
  const each = buyers(joint).map((participant) => {
    const { anchored, because } = anchoredOn(participant, { today, usual: after(ready, councilDays) })
    return {
      organisation: participant.organisation,
      anchored,
      because,
      publication: after(later(anchored, ready), left),
    }
  })
  return { each, earliest: each.map((one) => one.publication).reduce(later, after(ready, left)) }
}

function anchoredOn(
  { standing }: Participant,
  { today, usual }: { readonly today: Temporal.PlainDate; readonly usual: Temporal.PlainDate },
): Pick<RealisticDate, 'anchored' | 'because'> {
  const { anchoring } = standing
  if (anchoring?.decidedOn && isAnchored(standing, today))
    return { anchored: Temporal.PlainDate.from(anchoring.decidedOn), because: 'decided' }
  const meeting = anchoring?.decidedOn ?? anchoring?.meetingOn
  if (meeting && Temporal.PlainDate.compare(meeting, today) >= 0)
    return { anchored: Temporal.PlainDate.from(meeting), because: 'meeting' }
  return { anchored: usual, because: 'usual' }
}

function leastDays(steps: readonly PathStep[]): number {
  return steps.reduce((days, { months: [least] }) => days + Math.round(least * DAYS_IN_MONTH), 0)
}

function after(day: Temporal.PlainDate, days: number): Temporal.PlainDate {
  return day.add({ days })
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? other : one
}
