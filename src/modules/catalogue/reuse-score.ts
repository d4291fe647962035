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

function isMet(content: CaseContent, criterion: ReuseCriterion): boolean {
  switch (criterion) {
    case 'documents':
      return (content.reuse?.documents?.length ?? 0) > 0
    case 'contact':
      return content.reuse?.mailbox !== undefined
    case 'effects':
      // What one hopes for does not help the next one to argue for the money.
      return content.effects.some((effect) => effect.grade === 'measured' || effect.grade === 'reported')
    default:
      return hasBlock(content, criterion)
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
