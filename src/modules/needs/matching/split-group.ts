import { likeness } from './likeness.ts'
import type { PreparedNeed } from './prepare-needs.ts'
import { MATCH_PARTS, type MatchPart, type Weights } from './weights.ts'

/** Two halves that are each better off alone, and what they differ in most. */
export type Split = {
  readonly parts: readonly [readonly string[], readonly string[]]
  readonly because: MatchPart
  /** How alike the halves are inside, and between them, on average. */
  readonly inside: number
  readonly between: number
}

/** So much less alike must the halves be than their members are among themselves. */
const LEAST_DIFFERENCE = 0.2
const FEWEST = 4

/** Where a group would be split if it has to be; null when it holds together as well as its parts. */
export function splitGroup(members: readonly PreparedNeed[], weights: Weights): Split | null {
  if (members.length < FEWEST) return null
  const parts = halve(members, weights)
  if (parts.some(({ length }) => length < 2)) return null
  const [one, other] = parts
  const inside = averageWithin([one, other], weights)
  const between = averageBetween(one, other, weights)
  if (inside - between < LEAST_DIFFERENCE) return null
  const because = mostDifferent(parts, weights)
  return { parts: [idsOf(one), idsOf(other)], because, inside, between }
}

/** Puts the most alike together until two are left. */
function halve(
  members: readonly PreparedNeed[],
  weights: Weights,
): readonly [readonly PreparedNeed[], readonly PreparedNeed[]] {
  let parts: (readonly PreparedNeed[])[] = members
    .toSorted((one, other) => (one.need.id < other.need.id ? -1 : 1))
    .map((one) => [one])
  while (parts.length > 2) {
    let best = { one: 0, other: 1, figure: -1 }
    for (const [one, first] of parts.entries())
      for (let other = one + 1; other < parts.length; other += 1) {
        const figure = averageBetween(first, parts[other] ?? [], weights)
        if (figure > best.figure) best = { one, other, figure }
      }
    const joined = [...(parts[best.one] ?? []), ...(parts[best.other] ?? [])]
    parts = [joined, ...parts.filter((_, at) => at !== best.one && at !== best.other)]
  }
  const [one = [], other = []] = parts.toSorted((a, b) => (firstId(a) < firstId(b) ? -1 : 1))
  return [one, other]
}

function firstId(part: readonly PreparedNeed[]): string {
  return idsOf(part)[0] ?? ''
}

function averageWithin(parts: readonly (readonly PreparedNeed[])[], weights: Weights): number {
  const figures = parts.flatMap((part) =>
    part.flatMap((one, at) => part.slice(at + 1).map((other) => likeness(one, other, weights).figure)),
  )
  return mean(figures)
}

function averageBetween(
  ones: readonly PreparedNeed[],
  others: readonly PreparedNeed[],
  weights: Weights,
): number {
  return mean(ones.flatMap((one) => others.map((other) => likeness(one, other, weights).figure)))
}

/** The part in which pairs across lose most points against pairs inside. */
function mostDifferent(parts: readonly (readonly PreparedNeed[])[], weights: Weights): MatchPart {
  const [ones = [], others = []] = parts
  const across = ones.flatMap((one) => others.map((other) => figuresOf(one, other, weights)))
  const inside = parts.flatMap((part) =>
    part.flatMap((one, at) => part.slice(at + 1).map((other) => figuresOf(one, other, weights))),
  )
  const lost = (part: MatchPart) =>
    weights[part] * (mean(inside.map((one) => one[part])) - mean(across.map((one) => one[part])))
  return MATCH_PARTS.reduce((most, part) => (lost(part) > lost(most) ? part : most))
}

function figuresOf(one: PreparedNeed, other: PreparedNeed, weights: Weights): Record<MatchPart, number> {
  const { subject, circumstances } = likeness(one, other, weights)
  const known = { subject: subject.whole, ...circumstances }
  return Object.fromEntries(MATCH_PARTS.map((part) => [part, known[part] ?? 1])) as Record<MatchPart, number>
}

function idsOf(members: readonly PreparedNeed[]): readonly string[] {
  return members.map(({ need }) => need.id).toSorted()
}

function mean(figures: readonly number[]): number {
  return figures.length === 0 ? 0 : figures.reduce((sum, figure) => sum + figure, 0) / figures.length
}
