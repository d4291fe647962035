import type { CaseContent } from './contract.ts'
import { hasBlock } from './missing-blocks.ts'

/** What a municipality that wants to do the same must find; in the order it will look for it. */
export const REUSE_CRITERIA = [
  'need',
  'requirements',
  'marketDialogue',
  'competition',
  'contract',
  'effects',
  'lessons',
  'documents',
  'contact',
] as const
export type ReuseCriterion = (typeof REUSE_CRITERIA)[number]

export type ReusePoints = { readonly criterion: ReuseCriterion; readonly points: number; readonly of: number }
export type ReuseScore = {
  readonly score: number
  readonly of: number
  readonly points: readonly ReusePoints[]
}

/** Requirements weigh most: they are what takes longest to write, and what can be copied as it stands. */
const WEIGHT: Readonly<Record<ReuseCriterion, number>> = {
  need: 1,
  requirements: 2,
  marketDialogue: 1,
  competition: 1,
  contract: 1,
  effects: 1,
  lessons: 1,
  documents: 1,
  contact: 1,
}

/** Whether another municipality could start tomorrow, from 0 to 10, and what the points were given for. */
export function reuseScore(content: CaseContent): ReuseScore {
  const points = REUSE_CRITERIA.map((criterion) => ({
    criterion,
    points: isMet(content, criterion) ? WEIGHT[criterion] : 0,
    of: WEIGHT[criterion],
  }))
  return { score: sum(points.map((one) => one.points)), of: sum(points.map((one) => one.of)), points }
}

/** What gives the next municipality most of what is not told yet; null when all is. */
export function nextForReuse({ points }: ReuseScore): ReusePoints | null {
  const [best] = points
    .filter((one) => one.points === 0)
    .toSorted((one, other) => other.of - one.of || place(one) - place(other))
  return best ?? null
}

function place({ criterion }: ReusePoints): number {
  return REUSE_CRITERIA.indexOf(criterion)
}

/** `tomorrow`: there is something to copy, and somebody to ask; `some`: one of them; `not-yet`: neither. */
export type ReuseAnswer = 'tomorrow' | 'some' | 'not-yet'

/** What one cannot begin without: what was asked for, how it was judged, and somebody who can be asked. */
const TO_BEGIN: readonly ReuseCriterion[] = ['need', 'requirements', 'competition', 'contact']
const TO_COPY: readonly ReuseCriterion[] = ['requirements', 'documents', 'contact']

/** Whether the process can be used again tomorrow. */
export function reuseAnswer({ points }: ReuseScore): ReuseAnswer {
  const met = new Set(points.filter((one) => one.points > 0).map(({ criterion }) => criterion))
  if (TO_BEGIN.every((criterion) => met.has(criterion))) return 'tomorrow'
  return TO_COPY.some((criterion) => met.has(criterion)) ? 'some' : 'not-yet'
}

function isMet(content: CaseContent, criterion: ReuseCriterion): boolean {
  switch (criterion) {
    case 'documents':
      return (content.reuse?.documents?.length ?? 0) > 0
    case 'contact':
      return content.reuse?.mailbox !== undefined
    case 'effects':
      // What one hopes for does not help the next one to argue for the money; that there was no gain does.
      return (
        content.noBenefit !== undefined ||
        content.effects.some((effect) => effect.grade === 'measured' || effect.grade === 'reported')
      )
    default:
      return hasBlock(content, criterion)
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
