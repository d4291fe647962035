import {
  type Circumstance,
  type Circumstances,
  compareCircumstances,
  obstacleBetween,
} from './compare-circumstances.ts'
import { compareSubjects, isSameSubject, type SubjectFigures } from './compare-subjects.ts'
import type { PreparedNeed } from './prepare-needs.ts'
import type { Obstacle } from './reason-codes.ts'
import { MATCH_PARTS, type MatchPart, type Weights } from './weights.ts'

/** How well two needs go together, from 0 to 1, and what that is made of; the same whichever comes first. */
export type Likeness = {
  readonly figure: number
  readonly subject: SubjectFigures
  readonly circumstances: Circumstances
  /** Why they can never be in the same group; their figure is then 0. */
  readonly obstacle: Obstacle | 'otherSubject' | null
}

const CIRCUMSTANCES = MATCH_PARTS.filter((part): part is Circumstance => part !== 'subject')

export function likeness(one: PreparedNeed, other: PreparedNeed, weights: Weights): Likeness {
  const [first, second] = one.need.id < other.need.id ? [one, other] : [other, one]
  const subject = compareSubjects(first, second)
  const circumstances = compareCircumstances(first, second)
  const obstacle = obstacleBetween(first, second) ?? (isSameSubject(subject) ? null : 'otherSubject')
  const figure = obstacle ? 0 : weighted(subject.whole, circumstances, weights)
  return { figure, subject, circumstances, obstacle }
}

/** What was not told on both sides leaves its weight to the rest. */
function weighted(subject: number, circumstances: Circumstances, weights: Weights): number {
  let sum = weights.subject * subject
  let weight = weights.subject
  for (const part of CIRCUMSTANCES) {
    const figure = circumstances[part]
    if (figure === null) continue
    sum += weights[part] * figure
    weight += weights[part]
  }
  return weight === 0 ? 0 : sum / weight
}

/** The parts that were told on both sides, with their figures and points. */
export function partsOf(
  { subject, circumstances }: Pick<Likeness, 'subject' | 'circumstances'>,
  weights: Weights,
): readonly { readonly part: MatchPart; readonly figure: number; readonly points: number }[] {
  return MATCH_PARTS.flatMap((part) => {
    const figure = part === 'subject' ? subject.whole : circumstances[part]
    return figure === null ? [] : [{ part, figure, points: weights[part] }]
  })
}
