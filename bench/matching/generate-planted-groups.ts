import type { NeedToMatch } from '#src/modules/needs/matching/need-to-match.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { chooseMembers } from './choose-members.ts'
import { fillInNeed, type Truth } from './fill-in-need.ts'
import type { Place } from './places.ts'
import { type Plant, planPlants } from './plan-plants.ts'
import { DEVELOPMENT_FAMILIES, JUDGEMENT_FAMILIES, type TopicFamily } from './topics.ts'

/** Needs, and the groups they were planted in. The order and the ids of the needs tell nothing. */
export type PlantedSet = {
  readonly seed: number
  readonly needs: readonly NeedToMatch[]
  /** The true groups; who fits nobody is alone. */
  readonly groups: readonly (readonly string[])[]
  /** By id what each need was before it was filled in. */
  readonly truths: ReadonlyMap<string, Truth>
}

export type SetOrder = {
  readonly seed: number
  readonly families: readonly TopicFamily[]
  readonly size?: number
}

/** Needs for each family of topics, when no size is asked for; with many more, those of one topic would touch. */
const [FEWEST, MOST] = [12, 17]

export function generatePlantedGroups({ seed, families, size }: SetOrder): PlantedSet {
  const chance = chanceFrom(seed)
  const count = size ?? families.length * chance.between(FEWEST, MOST)
  const plants = planPlants({ families, size: count }, chance)
  const filledIn = chance
    .shuffled(truthsOf(plants, chance))
    .map((truth) => ({ truth, need: fillInNeed(truth, chance) }))
    .map(({ truth, need }, at) => ({ truth, need: { id: idOf(seed, at), ...need } }))
  const byPlant = Map.groupBy(filledIn, ({ truth }) => truth.plant)
  return {
    seed,
    needs: filledIn.map(({ need }) => need),
    truths: new Map(filledIn.map(({ need, truth }) => [need.id, truth])),
    groups: [...byPlant].flatMap(([plant, members]) => {
      const ids = members.map(({ need }) => need.id)
      return plant.kind === 'group' ? [ids] : ids.map((id) => [id])
    }),
  }
}

/** So many needs as the whole country may have, to measure time by: many sets laid together, without true groups. */
export function generateManyNeeds(seed: number, size: number): readonly NeedToMatch[] {
  const families = [...DEVELOPMENT_FAMILIES, ...JUDGEMENT_FAMILIES]
  const needs: NeedToMatch[] = []
  for (let at = 0; needs.length < size; at += 1)
    needs.push(...generatePlantedGroups({ seed: seed + at, families }).needs)
  return needs.slice(0, size)
}

function truthsOf(plants: readonly Plant[], chance: Chance): readonly Truth[] {
  const takenByTopic = new Map<string, Set<string>>()
  return plants.flatMap((plant) => {
    const taken = takenByTopic.get(plant.topic.id) ?? new Set()
    takenByTopic.set(plant.topic.id, taken)
    const places = chooseMembers(plant, taken, chance)
    for (const { kommunenummer } of places) taken.add(kommunenummer)
    return membersOf(plant, places, chance)
  })
}

/** One who can lead, mostly the largest; half of the groups have contracts that end together. */
function membersOf(plant: Plant, places: readonly Place[], chance: Chance): readonly Truth[] {
  const largest = places.toSorted((one, other) => other.population - one.population)[0]
  const leader = chance.happens(0.7) ? largest : chance.pick(places)
  const together = chance.happens(0.5) ? contractEndAfter(plant, chance) : null
  return places.map((place) => ({
    plant,
    place,
    wishes: wishesOf(plant, place === leader, chance),
    contractEnds:
      together === null
        ? chance.happens(0.4)
          ? contractEndAfter(plant, chance)
          : null
        : together + chance.pick([0, 0, 0, -1, 1]),
  }))
}

function contractEndAfter({ window }: Plant, chance: Chance): number {
  return window.until + chance.between(0, 5)
}

function wishesOf(plant: Plant, isLeader: boolean, chance: Chance): NeedToMatch['wishes'] {
  if (plant.kind === 'leaderless') return 'follow'
  if (plant.kind === 'group' && isLeader) return chance.weighted({ lead: 70, either: 30 })
  return chance.weighted({ follow: 55, either: 38, lead: 7 })
}

function idOf(seed: number, at: number): string {
  return `need-${seed}-${String(at + 1).padStart(4, '0')}`
}
