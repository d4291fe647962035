import { obstacleBetween } from './compare-circumstances.ts'
import { indexNeeds } from './find-candidates.ts'
import { likeness } from './likeness.ts'
import { type Edge, linkNeeds } from './link-needs.ts'
import type { NeedToMatch } from './need-to-match.ts'
import { type PreparedNeed, type PreparedNeeds, prepareNeeds } from './prepare-needs.ts'
import { type GroupRating, isGood, rateGroup } from './rate-group.ts'
import { LEAST_LIKENESS, WEIGHTS, type Weights } from './weights.ts'

/** Some who should buy together, by the ids of their needs, the lead first and the others by id. */
export type ProposedGroup = GroupRating & { readonly members: readonly string[] }

export type Proposal = {
  readonly groups: readonly ProposedGroup[]
  /** Those who are alike but where something is missing, mostly somebody to lead. */
  readonly unfit: readonly ProposedGroup[]
}

export type Grouping = Proposal & { readonly prepared: PreparedNeeds }

/**
 * Proposes who should buy together, over all the needs at once. The answer is the same in whatever order they come, and a need
 * that fits nobody is in no group.
 */
export function proposeGroups(
  needs: readonly NeedToMatch[],
  { weights = WEIGHTS }: { readonly weights?: Weights } = {},
): Grouping {
  const prepared = prepareNeeds(needs)
  const linked = linkNeeds(prepared.needs.length, edgesBetween(prepared.needs, weights), {
    figureOf: (one, other) => figureOf(prepared.needs, { one, other }, weights),
    least: LEAST_LIKENESS,
  })
  const rated = linked.map((places) =>
    toGroup(
      places.flatMap((at) => prepared.needs[at] ?? []),
      weights,
    ),
  )
  return { prepared, groups: rated.filter(isGood), unfit: rated.filter((group) => !isGood(group)) }
}

export function toGroup(members: readonly PreparedNeed[], weights: Weights): ProposedGroup {
  const rating = rateGroup(members, weights)
  const ids = members.map(({ need }) => need.id).toSorted()
  const { lead } = rating
  return { ...rating, members: lead === null ? ids : [lead, ...ids.filter((id) => id !== lead)] }
}

function edgesBetween(needs: readonly PreparedNeed[], weights: Weights): readonly Edge[] {
  const candidates = indexNeeds(needs)
  return needs.flatMap((need, one) =>
    candidates.of(need, one).flatMap((other) => {
      const { figure } = likeness(need, needs[other] as PreparedNeed, weights)
      return figure >= LEAST_LIKENESS ? [{ one, other, figure }] : []
    }),
  )
}

function figureOf(
  needs: readonly PreparedNeed[],
  { one, other }: Pick<Edge, 'one' | 'other'>,
  weights: Weights,
): number {
  const [first, second] = [needs[one] as PreparedNeed, needs[other] as PreparedNeed]
  if (obstacleBetween(first, second) !== null) return Number.NEGATIVE_INFINITY
  return likeness(first, second, weights).figure
}
