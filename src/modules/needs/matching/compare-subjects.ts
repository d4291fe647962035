import { ancestors, relatedConcepts } from '#src/modules/vocabulary/index.ts'
import type { PreparedNeed } from './prepare-needs.ts'
import { cosine } from './term-weights.ts'
import { LEAST_SUBJECT, SUBJECT_WEIGHTS } from './weights.ts'

/** How far two needs are about the same; null where one of them does not tell. */
export type SubjectFigures = {
  readonly words: number
  readonly themes: number | null
  readonly cpv: number | null
  readonly whole: number
}

/** Two texts by different hands that mean the same seldom have more in common than this. */
const AS_ALIKE_AS_CAN_BE = 0.3

/** A part that is not told on both sides leaves its weight to the others. */
export function compareSubjects(one: PreparedNeed, other: PreparedNeed): SubjectFigures {
  const words = Math.min(1, cosine(one.words, other.words) / AS_ALIKE_AS_CAN_BE)
  const themes = best(one.need.themes, other.need.themes, themeLikeness)
  const cpv = best(one.need.cpv, other.need.cpv, cpvLikeness)
  let sum = SUBJECT_WEIGHTS.words * words
  let weight: number = SUBJECT_WEIGHTS.words
  if (themes !== null) {
    sum += SUBJECT_WEIGHTS.themes * themes
    weight += SUBJECT_WEIGHTS.themes
  }
  if (cpv !== null) {
    sum += SUBJECT_WEIGHTS.cpv * cpv
    weight += SUBJECT_WEIGHTS.cpv
  }
  return { words, themes, cpv, whole: sum / weight }
}

export function isSameSubject({ whole }: Pick<SubjectFigures, 'whole'>): boolean {
  return whole >= LEAST_SUBJECT
}

function best(
  ones: readonly string[],
  others: readonly string[],
  likeness: (one: string, other: string) => number,
): number | null {
  if (ones.length === 0 || others.length === 0) return null
  let most = 0
  for (const one of ones) for (const other of others) most = Math.max(most, likeness(one, other))
  return most
}

const SAME = 1
const ABOVE_OR_BELOW = 0.6
const RELATED = 0.5
const SIDE_BY_SIDE = 0.3

const compared = new Map<string, number>()

/** The same, above or below, related in the thesaurus, or side by side under the same theme. */
export function themeLikeness(one: string, other: string): number {
  if (one === other) return SAME
  const key = one < other ? `${one} ${other}` : `${other} ${one}`
  const known = compared.get(key)
  if (known !== undefined) return known
  const [above, beyond] = [idsAbove(one), idsAbove(other)]
  const likeness =
    above.includes(other) || beyond.includes(one)
      ? ABOVE_OR_BELOW
      : relatedConcepts(one).some(({ id }) => id === other)
        ? RELATED
        : above.some((id) => beyond.includes(id))
          ? SIDE_BY_SIDE
          : 0
  compared.set(key, likeness)
  return likeness
}

function idsAbove(theme: string): readonly string[] {
  return ancestors(theme).map(({ id }) => id)
}

/** By digits in common: group, class, category (Regulation (EC) 213/2008); a division holds too much to say anything. */
const BY_DIGITS = [0, 0, 0.1, 0.4, 0.7, 0.9, 0.9, 0.9, 1] as const

/** A code that ends in zeros says no more than it does, and is like what lies below it. */
export function cpvLikeness(one: string, other: string): number {
  if (one === other) return SAME
  let digits = 0
  while (digits < 8 && one[digits] === other[digits]) digits += 1
  const told = Math.min(digitsTold(one), digitsTold(other))
  const isAbove = told > 2 && digits >= told
  return Math.max(BY_DIGITS[digits] ?? 0, isAbove ? ABOVE_OR_BELOW : 0)
}

function digitsTold(code: string): number {
  return Math.max(2, code.replace(/0+$/, '').length)
}
