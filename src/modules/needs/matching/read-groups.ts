import { membersOf } from '#src/modules/needs/demand/joint-demand.ts'
import type { Need } from '#src/modules/needs/need.ts'
import type { Reader } from '#src/modules/needs/policy.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { partsOf } from './likeness.ts'
import { readMatching } from './matchable-needs.ts'
import type { ExplainedGroup, Matching } from './matching.ts'
import type { NearNeed } from './place-need.ts'
import type { ProposedGroup } from './propose-groups.ts'
import type { AloneBecause, WhyNot } from './reason-codes.ts'
import { type DemandOf, isOneDemand, readDemandOf, type Together, togetherIn } from './together.ts'
import { LEAST_LIKENESS, WEIGHTS, type Weights } from './weights.ts'
import { membersIf, type WhatIf } from './what-if.ts'

type Reading = { readonly db: Database; readonly now: Clock }

export type NearOutside = NearNeed & { readonly whyNot: WhyNot }

export type GroupForNeed = {
  readonly group: ExplainedGroup | null
  /** The same as it would be if; null when nothing was asked. */
  readonly asked: ExplainedGroup | null
  readonly aloneBecause: AloneBecause | null
  /** Who of those it goes with is in a joint demand already, it itself too. */
  readonly together: readonly Together[]
  /** Those that come nearest without being in the group, and what stands between. */
  readonly nearest: readonly NearOutside[]
  /** Every need that is spoken of, by its id. */
  readonly needs: ReadonlyMap<string, Need>
}

export type AskedOfGroup = { readonly weights?: Weights; readonly whatIf?: WhatIf | null }

const NEAREST = 6

/** Who should buy this together, of those this reader may know of. The need itself must be one of them. */
export async function groupFor(
  reading: Reading,
  reader: Reader,
  { need, weights = WEIGHTS, whatIf = null }: AskedOfGroup & { readonly need: Need },
): Promise<GroupForNeed> {
  const { matching, byId } = await readMatching(reading, reader, weights)
  const demandOf = await readDemandOf(reading.db, reader)
  const proposed = matching.groupOf(need.id)
  const fits = proposed ?? matching.unfitOf(need.id)
  const isDone = fits !== null && isOneDemand(fits.members, togetherIn(fits.members, demandOf))
  const members = (isDone ? fits : proposed)?.members ?? [need.id]
  const needsOf = (ids: readonly string[]) => ids.flatMap((id) => matching.needs.get(id) ?? [])
  const supposed = whatIf && membersIf(matching, members, whatIf)
  const aloneBecause = isDone ? 'together' : proposed ? null : becauseOf(need, matching)
  const demand = demandOf(need.id)
  const beside = demand ? membersOf(demand).map((one): string => one.need) : []
  return {
    group: proposed && !isDone ? matching.explain(needsOf(members)) : null,
    together: togetherIn(members, demandOf),
    asked: supposed && supposed.length > 1 ? matching.explain(supposed, whatIf.lead) : null,
    aloneBecause,
    nearest: nearestOutside(matching, need.id, [...members, ...beside]).map((near) => ({
      ...near,
      whyNot: whyNot(near, { aloneBecause, weights }),
    })),
    needs: new Map([...byId, [need.id as string, need]]),
  }
}

/** Those it would be with if somebody led them first, then the nearest; not those it is with already. */
function nearestOutside(matching: Matching, id: string, members: readonly string[]): readonly NearNeed[] {
  const unfit = matching.unfitOf(id)?.members ?? []
  return matching
    .nearestTo(id, NEAREST + members.length + unfit.length)
    .filter((near) => !members.includes(near.id))
    .toSorted((a, b) => Number(unfit.includes(b.id)) - Number(unfit.includes(a.id)))
    .slice(0, NEAREST)
}

type Alone = { readonly aloneBecause: AloneBecause | null; readonly weights: Weights }

function whyNot({ likeness }: NearNeed, { aloneBecause, weights }: Alone): WhyNot {
  const { obstacle, figure } = likeness
  if (obstacle !== null && obstacle !== 'otherSubject' && obstacle !== 'sameMunicipality') return obstacle
  if (figure >= LEAST_LIKENESS) return aloneBecause === 'nobodyLeads' ? 'nobodyLeads' : 'other'
  const lost = partsOf(likeness, weights).map(({ part, figure: own, points }) => ({
    part,
    points: points * (1 - own),
  }))
  return lost.reduce((most, one) => (one.points > most.points ? one : most)).part
}

function becauseOf(need: Need, matching: Matching): AloneBecause {
  if (need.status === 'closed') return 'over'
  if (matching.needs.has(need.id)) {
    const unfit = matching.unfitOf(need.id)
    return unfit && unfit.lead === null ? 'nobodyLeads' : 'noneAlike'
  }
  return need.content.from && need.content.until ? 'over' : 'notTold'
}

export type GroupWithNeeds = ProposedGroup & {
  readonly needs: readonly Need[]
  /** Who of them is in a joint demand already. */
  readonly together: readonly Together[]
}

/**
 * Every group that is proposed to this reader, the one that goes best together first; needs in the order of the members.
 * Those that are one demand already have no need of a proposal.
 */
export async function proposedGroups(
  reading: Reading,
  reader: Reader,
  weights: Weights = WEIGHTS,
): Promise<readonly GroupWithNeeds[]> {
  const { matching, byId } = await readMatching(reading, reader, weights)
  const demandOf = await readDemandOf(reading.db, reader)
  return matching.groups
    .map((group) => withNeeds(group, { byId, demandOf }))
    .filter(({ members, together }) => !isOneDemand(members, together))
    .toSorted((a, b) => b.figure - a.figure || ((a.members[0] ?? '') < (b.members[0] ?? '') ? -1 : 1))
}

type With = { readonly byId: ReadonlyMap<string, Need>; readonly demandOf: DemandOf }

function withNeeds(group: ProposedGroup, { byId, demandOf }: With): GroupWithNeeds {
  return {
    ...group,
    needs: group.members.flatMap((id) => byId.get(id) ?? []),
    together: togetherIn(group.members, demandOf),
  }
}

/** The same for one need, when why and why not is not asked; one that is one demand already too. */
export async function proposedGroupOf(
  reading: Reading,
  reader: Reader,
  id: string,
): Promise<GroupWithNeeds | null> {
  const { matching, byId } = await readMatching(reading, reader)
  const group = matching.groupOf(id)
  return group && withNeeds(group, { byId, demandOf: await readDemandOf(reading.db, reader) })
}
