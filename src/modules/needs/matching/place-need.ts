import { type Candidates, indexNeeds } from './find-candidates.ts'
import { type Likeness, likeness } from './likeness.ts'
import type { NeedToMatch } from './need-to-match.ts'
import type { PreparedNeed } from './prepare-needs.ts'
import { type Grouping, type ProposedGroup, toGroup } from './propose-groups.ts'
import { isGood } from './rate-group.ts'
import { LEAST_LIKENESS, type Weights } from './weights.ts'

export type NearNeed = { readonly id: string; readonly likeness: Likeness }

export type Surroundings = {
  /** The group a need would be in if it came now, with it in it; null when none is good. */
  readonly groupFor: (need: NeedToMatch) => ProposedGroup | null
  /** Those that are most like it, also those that something keeps away. */
  readonly nearestTo: (need: NeedToMatch, most: number) => readonly NearNeed[]
}

/** What lies around a need among those that are grouped, without grouping them all again. */
export function surroundingsOf(grouping: Grouping, weights: Weights): Surroundings {
  const { needs, prepare } = grouping.prepared
  const byId = new Map(needs.map((one) => [one.need.id, one]))
  const candidates = indexNeeds(needs)
  const groups = new Map(
    [...grouping.groups, ...grouping.unfit].flatMap((group) =>
      group.members.map((id) => [id, group] as const),
    ),
  )
  const preparedOf = (need: NeedToMatch) => {
    const known = byId.get(need.id)
    return known?.need === need ? known : prepare(need)
  }
  return {
    groupFor: (need) => {
      const one = preparedOf(need)
      const near = candidates.of(one).map((at) => needs[at] as PreparedNeed)
      const alike = near.filter((other) => likeness(one, other, weights).figure >= LEAST_LIKENESS)
      const sets = new Set(alike.map((other) => groups.get(other.need.id) ?? other))
      const possible = [...sets]
        .map((set) => ('members' in set ? set.members.flatMap((id) => byId.get(id) ?? []) : [set]))
        .map((members) => members.filter((other) => other.need.id !== need.id))
        .map((members) => ({ members, alike: averageTo(one, members, weights) }))
        .filter((set) => set.alike >= LEAST_LIKENESS)
        .toSorted((a, b) => b.alike - a.alike || (firstId(a.members) < firstId(b.members) ? -1 : 1))
        .map(({ members }) => toGroup([one, ...members], weights))
      return possible.find(isGood) ?? null
    },
    nearestTo: (need, most) => nearest(preparedOf(need), most, { needs, candidates, weights }),
  }
}

function firstId([first]: readonly PreparedNeed[]): string {
  return first?.need.id ?? ''
}

/** How alike it is to them on average; nothing when something keeps it away from one of them. */
function averageTo(one: PreparedNeed, members: readonly PreparedNeed[], weights: Weights): number {
  let sum = 0
  for (const other of members) {
    const { figure, obstacle } = likeness(one, other, weights)
    if (obstacle !== null && obstacle !== 'otherSubject') return 0
    sum += figure
  }
  return members.length === 0 ? 0 : sum / members.length
}

type Among = {
  readonly needs: readonly PreparedNeed[]
  readonly candidates: Candidates
  readonly weights: Weights
}

/** The same need at another time is nearer than another need at the same time. */
function nearest(
  one: PreparedNeed,
  most: number,
  { needs, candidates, weights }: Among,
): readonly NearNeed[] {
  return candidates
    .around(one)
    .map((at) => needs[at] as PreparedNeed)
    .map((other) => ({ id: other.need.id, likeness: likeness(one, other, weights) }))
    .filter(
      (near) => near.likeness.obstacle !== 'otherSubject' && near.likeness.obstacle !== 'sameMunicipality',
    )
    .toSorted(
      (a, b) =>
        b.likeness.figure - a.likeness.figure ||
        b.likeness.subject.whole - a.likeness.subject.whole ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, most)
}
