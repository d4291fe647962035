import { explainMember } from './explain-member.ts'
import type { NeedToMatch } from './need-to-match.ts'
import { type NearNeed, surroundingsOf } from './place-need.ts'
import type { PreparedNeed } from './prepare-needs.ts'
import { type ProposedGroup, proposeGroups } from './propose-groups.ts'
import { type GroupRating, rateGroup } from './rate-group.ts'
import type { MemberReasons } from './reasons.ts'
import { type Split, splitGroup } from './split-group.ts'
import { WEIGHTS, type Weights } from './weights.ts'

/** Some needs as one group: how well they go together, and why and why not each. */
export type ExplainedGroup = GroupRating & {
  readonly members: readonly MemberReasons[]
  readonly split: Split | null
}

/** All the needs that can be put together, put together once; asked again and again. */
export type Matching = {
  readonly weights: Weights
  readonly needs: ReadonlyMap<string, NeedToMatch>
  readonly groups: readonly ProposedGroup[]
  /** The group a need is in; null when no group is good for it. */
  readonly groupOf: (id: string) => ProposedGroup | null
  /** Those it would be with, if only somebody could lead them. */
  readonly unfitOf: (id: string) => ProposedGroup | null
  /** The group for one that is not among them, or that is asked about as if it were otherwise. */
  readonly place: (need: NeedToMatch) => ProposedGroup | null
  readonly nearestTo: (id: string, most: number) => readonly NearNeed[]
  readonly explain: (members: readonly NeedToMatch[], lead?: string | null) => ExplainedGroup
}

export function matchNeeds(needs: readonly NeedToMatch[], weights: Weights = WEIGHTS): Matching {
  const grouping = proposeGroups(needs, { weights })
  const byId = new Map(needs.map((need) => [need.id, need]))
  const groups = byMember(grouping.groups)
  const unfit = byMember(grouping.unfit)
  let surroundings: ReturnType<typeof surroundingsOf> | null = null
  const around = () => {
    surroundings ??= surroundingsOf(grouping, weights)
    return surroundings
  }
  return {
    weights,
    needs: byId,
    groups: grouping.groups,
    groupOf: (id) => groups.get(id) ?? null,
    unfitOf: (id) => unfit.get(id) ?? null,
    place: (need) => around().groupFor(need),
    nearestTo: (id, most) => {
      const need = byId.get(id)
      return need ? around().nearestTo(need, most) : []
    },
    explain: (members, lead = null) =>
      explainGroup(members.map(grouping.prepared.prepare), {
        lead,
        weights,
        termOf: grouping.prepared.terms.termOf,
      }),
  }
}

function byMember(groups: readonly ProposedGroup[]): ReadonlyMap<string, ProposedGroup> {
  return new Map(groups.flatMap((group) => group.members.map((id) => [id, group] as const)))
}

type Explaining = {
  readonly lead: string | null
  readonly weights: Weights
  readonly termOf: (number: number) => string
}

function explainGroup(
  members: readonly PreparedNeed[],
  { lead: asked, weights, termOf }: Explaining,
): ExplainedGroup {
  const rating = rateGroup(members, weights, asked)
  const { lead } = rating
  const inOrder = members.toSorted(
    (one, other) =>
      Number(other.need.id === lead) - Number(one.need.id === lead) || (one.need.id < other.need.id ? -1 : 1),
  )
  return {
    ...rating,
    split: splitGroup(members, weights),
    members: inOrder.map((one) =>
      explainMember(one, { others: members.filter((other) => other !== one), lead, weights, termOf }),
    ),
  }
}
