import { kilometresBetween } from '#src/modules/organisations/index.ts'
import type { Chance } from './chance.ts'
import { PLACES, type Place } from './places.ts'
import type { Plant } from './plan-plants.ts'

/** When what is needed is not standard, nobody is so many times larger or smaller than the first. */
const MOST_TIMES_LARGER = 4
const NEAR = 10

/**
 * Who is in a group: those who buy together already, neighbours, municipalities that are alike across the country,
 * or anybody. `taken` are those who have told of the same topic already: nobody needs the same thing twice.
 */
export function chooseMembers(plant: Plant, taken: ReadonlySet<string>, chance: Chance): readonly Place[] {
  const free = PLACES.filter(({ kommunenummer }) => !taken.has(kommunenummer))
  const anchor = chance.pick(free)
  const isSizeFitting = (place: Place) =>
    plant.height === 'exists' || timesLarger(place, anchor) <= MOST_TIMES_LARGER
  const others = free.filter((place) => place !== anchor && isSizeFitting(place))
  const pool = poolAround(anchor, others, chance)
  const next = nearestTo(anchor, others).filter((place) => !pool.includes(place))
  return [anchor, ...chance.shuffled(pool), ...next].slice(0, plant.size)
}

function poolAround(anchor: Place, others: readonly Place[], chance: Chance): readonly Place[] {
  switch (chance.weighted({ cooperation: 30, region: 25, alike: 20, anywhere: 25 })) {
    case 'cooperation': {
      const [body] = chance.shuffled(anchor.jointBodies)
      return others.filter(({ jointBodies }) => body !== undefined && jointBodies.includes(body))
    }
    case 'region':
      return nearestTo(anchor, others).slice(0, NEAR)
    case 'alike':
      return others.filter(
        (place) =>
          Math.abs(place.centralityClass - anchor.centralityClass) <= 1 && timesLarger(place, anchor) <= 2,
      )
    case 'anywhere':
      return others
  }
}

function nearestTo({ centroid }: Place, others: readonly Place[]): readonly Place[] {
  return others
    .map((place) => ({ place, kilometres: kilometresBetween(centroid, place.centroid) }))
    .sort((one, other) => one.kilometres - other.kilometres)
    .map(({ place }) => place)
}

function timesLarger(one: Place, other: Place): number {
  return Math.max(one.population / other.population, other.population / one.population)
}
