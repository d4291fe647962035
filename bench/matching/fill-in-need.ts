import type { NeedToMatch } from '#src/modules/needs/matching/need-to-match.ts'
import type { Chance } from './chance.ts'
import type { Place } from './places.ts'
import { HEIGHTS, type Height, type Months, PHASES, type Plant } from './plan-plants.ts'
import type { Topic } from './topics.ts'
import { writeNeed } from './write-need.ts'

const FIRST_YEAR = 2027

/** What the municipality really wants, which it does not fill in quite so. */
export type Truth = {
  readonly plant: Plant
  readonly place: Place
  readonly wishes: NeedToMatch['wishes']
  /** Month the contract of today ends. */
  readonly contractEnds: number | null
}

/** A need as it was filled in: some fields left empty, some a little wrong. */
export function fillInNeed(
  { plant, place, wishes, contractEnds }: Truth,
  chance: Chance,
): Omit<NeedToMatch, 'id'> {
  const { topic } = plant
  const { name: _name, language: _language, jointBodies, ...municipality } = place
  const phase = PHASES[nearby(plant.phase, chance)] ?? 'mapping'
  return {
    municipality,
    ...writeNeed(topic, place, chance),
    themes: themesOf(topic, chance),
    cpv: cpvOf(topic, chance),
    innovationHeight: blurHeight(plant.height, chance),
    phase,
    window: blurWindow(plant.window, chance),
    firmness: firmnessIn(phase, chance),
    wishes,
    cooperations: jointBodies.filter(() => chance.happens(0.8)),
    contractEndsOn: contractEnds === null || chance.happens(0.4) ? null : lastDay(contractEnds),
    volume: chance.happens(0.35) ? null : volumeOf(topic, place, chance),
  }
}

/** The first day of a month of the horizon: `2027-01-01` of 0. */
export function firstDay(month: number): string {
  const [years, rest] = [Math.floor(month / 12), ((month % 12) + 12) % 12]
  return `${FIRST_YEAR + years}-${String(rest + 1).padStart(2, '0')}-01`
}

function lastDay(month: number): string {
  return Temporal.PlainDate.from(firstDay(month)).add({ months: 1 }).subtract({ days: 1 }).toString()
}

/** Missing in 30 of 100, wrong in 15: a division, or a code from elsewhere in the same office. */
function cpvOf(topic: Topic, chance: Chance): readonly string[] {
  switch (chance.weighted({ right: 55, missing: 30, broad: 10, elsewhere: 5 })) {
    case 'right':
      return [topic.cpv]
    case 'missing':
      return []
    case 'broad':
      return [topic.broadCpv]
    case 'elsewhere':
      return [chance.pick(['72000000', '48000000', '79000000', '90000000', '33000000'])]
  }
}

function themesOf(topic: Topic, chance: Chance): readonly string[] {
  switch (chance.weighted({ right: 85, missing: 7, neighbour: 8 })) {
    case 'right':
      return chance.happens(0.15) ? [...topic.themes, topic.neighbour] : topic.themes
    case 'missing':
      return []
    case 'neighbour':
      return [topic.neighbour]
  }
}

function blurHeight(height: Height, chance: Chance): Height {
  if (!chance.happens(0.05)) return height
  return height === 'adapt' ? chance.pick(['exists', 'develop'] as const) : HEIGHTS[1]
}

function nearby(phase: number, chance: Chance): number {
  return Math.min(3, Math.max(0, phase + chance.pick([0, 0, 0, 0, 0, -1, 1])))
}

/** Both ends up to two months off; never shorter than two months. */
function blurWindow({ from, until }: Months, chance: Chance): NeedToMatch['window'] {
  const off = () => chance.pick([-2, -1, -1, 0, 0, 0, 0, 1, 1, 2])
  const start = Math.max(0, from + off())
  return { from: firstDay(start), until: firstDay(Math.max(start + 1, until + off())) }
}

function firmnessIn(phase: NeedToMatch['phase'], chance: Chance): NeedToMatch['firmness'] {
  return phase === 'ready' || phase === 'planning'
    ? chance.weighted({ idea: 5, wanted: 35, decided: 60 })
    : chance.weighted({ idea: 45, wanted: 45, decided: 10 })
}

function volumeOf({ perThousand }: Topic, { population }: Place, chance: Chance): number {
  return Math.max(1, Math.round((perThousand * population * chance.between(50, 180)) / 100_000))
}
