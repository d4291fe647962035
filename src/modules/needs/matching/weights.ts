/** What decides whether two municipalities can buy together; each has a figure from 0 to 1. */
export const MATCH_PARTS = [
  'subject',
  'phase',
  'time',
  'height',
  'size',
  'leading',
  'cooperation',
  'contractEnd',
  'distance',
] as const
export type MatchPart = (typeof MATCH_PARTS)[number]
export type Weights = Readonly<Record<MatchPart, number>>

/**
 * Points; only their proportions count. Why they are as they are, and what they give, stands in decision 0024. A part that is
 * not told for both counts neither for nor against.
 */
export const WEIGHTS: Weights = {
  /** What shall be bought decides: all else in common does not make it one purchase. */
  subject: 60,
  /** After the need, phase weighs most (`product.md`): one waits for the other, or has to hurry. */
  phase: 20,
  /** Without a month in common there is no group at all; beyond that, more room to choose in. */
  time: 12,
  /** One who can buy what exists does not gladly wait for what must be developed. */
  height: 10,
  /** The large may carry the small: soft, and softer still when the purchase is standard. */
  size: 4,
  leading: 2,
  /** Those who buy through the same body have the agreement already. */
  cooperation: 3,
  contractEnd: 3,
  /** Groups across the country have bought well together; near neighbours meet more easily, no more than that. */
  distance: 2,
}

/** Weights that say nothing, or say it wrongly, are as they were; all of them nothing is no weights. */
export function readWeights(asked: Readonly<Partial<Record<MatchPart, unknown>>>): Weights {
  const weights = Object.fromEntries(
    MATCH_PARTS.map((part) => [part, pointsOf(asked[part]) ?? WEIGHTS[part]]),
  ) as Record<MatchPart, number>
  return Object.values(weights).every((points) => points === 0) ? WEIGHTS : weights
}

function pointsOf(asked: unknown): number | null {
  if (asked === null || asked === undefined || asked === '') return null
  const points = Number(asked)
  return Number.isInteger(points) && points >= 0 && points <= 100 ? points : null
}

/** The parts of what a need is about. Words say most: one theme and one code hold many different purchases. */
export const SUBJECT_WEIGHTS = { words: 55, themes: 30, cpv: 15 } as const

/** Two needs that are less than this about the same have nothing to buy together, whatever else fits. */
export const LEAST_SUBJECT = 0.1
/** A group holds together when its members are so alike on average. */
export const LEAST_LIKENESS = 0.55
