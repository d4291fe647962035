import type { NeedToMatch } from '#src/modules/needs/matching/need-to-match.ts'
import { agreementOf, type Partition } from './agreement.ts'
import type { PlantedSet } from './generate-planted-groups.ts'
import { groupsAbove, type Linkage, linkAll, type Merge } from './link.ts'
import type { Method } from './method.ts'
import { type TextReading, textLikeness } from './text-likeness.ts'

/** What one would do with a spreadsheet. */
export const SIMPLE_BASELINES: readonly Method[] = [
  { name: 'same CPV (5 digits)', groups: (needs) => together(needs, ({ cpv }) => cpv[0]?.slice(0, 5)) },
  {
    name: 'same county',
    groups: (needs) => together(needs, ({ municipality }) => municipality.fylkesnummer),
  },
  {
    name: 'same county and theme',
    groups: (needs) =>
      together(needs, ({ themes, municipality }) => themes[0] && `${municipality.fylkesnummer} ${themes[0]}`),
  },
]

/** A need without the property is alone. */
function together(
  needs: readonly NeedToMatch[],
  property: (need: NeedToMatch) => string | undefined,
): Partition {
  const told = needs.filter((need) => property(need) !== undefined)
  return [...Map.groupBy(told, property).values()].map((group) => group.map(({ id }) => id))
}

const WAYS: readonly { readonly reading: TextReading; readonly linkage: Linkage }[] = [
  { reading: 'words', linkage: 'average' },
  { reading: 'words', linkage: 'single' },
  { reading: 'everything', linkage: 'average' },
  { reading: 'everything', linkage: 'single' },
]
const THRESHOLDS = Array.from({ length: 60 }, (_, step) => (step + 1) / 100)

/** Text only, with the threshold that gave it the best mean of the adjusted Rand index over these very sets. */
export function textBaselines(sets: readonly PlantedSet[]): readonly Method[] {
  return WAYS.map(({ reading, linkage }) => {
    const trees = sets.map((set) => linkAll(textLikeness(set.needs, reading), linkage))
    const meanAt = (threshold: number) =>
      sets.reduce((sum, set, at) => sum + rand(set, trees[at] ?? [], threshold), 0) / sets.length
    const best = THRESHOLDS.reduce((one, other) => (meanAt(other) > meanAt(one) ? other : one))
    return {
      name: `text only, ${reading}, ${linkage} link, at its best: ${best.toFixed(2)}`,
      groups: (needs) =>
        toIds(needs, groupsAbove(needs.length, linkAll(textLikeness(needs, reading), linkage), best)),
    }
  })
}

function rand({ needs, groups }: PlantedSet, merges: readonly Merge[], threshold: number): number {
  const found = toIds(needs, groupsAbove(needs.length, merges, threshold))
  return agreementOf(
    needs.map(({ id }) => id),
    found,
    groups,
  ).adjustedRand
}

function toIds(needs: readonly NeedToMatch[], groups: readonly (readonly number[])[]): Partition {
  return groups.map((group) => group.flatMap((at) => needs[at]?.id ?? []))
}
