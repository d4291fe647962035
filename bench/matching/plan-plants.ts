import type { NeedToMatch } from '#src/modules/needs/matching/need-to-match.ts'
import type { Chance } from './chance.ts'
import type { Topic, TopicFamily } from './topics.ts'

export type Height = NeedToMatch['innovationHeight']
/** Months, the first of the horizon being 0; both ends are included. */
export type Months = { readonly from: number; readonly until: number }

/**
 * What is planted, before anybody writes it down: municipalities that can buy together, some that would if one of them
 * led, or one that fits nobody.
 */
export type Plant = {
  readonly kind: 'group' | 'leaderless' | 'other-time' | 'other-phase' | 'nobody-else'
  readonly topic: Topic
  readonly window: Months
  readonly height: Height
  /** Place in `PHASES`. */
  readonly phase: number
  readonly size: number
}

export const HEIGHTS = ['exists', 'adapt', 'develop'] as const
export const PHASES = ['considering', 'mapping', 'planning', 'ready'] as const
/** Two purchases of the same are told apart by at least so many months between their windows. */
export const LEAST_GAP = 6
const HORIZON = 60
/** Families that nobody but a loner speaks of. */
const UNUSED_SHARE = 0.2
const SIZES = { '2': 22, '3': 22, '4': 18, '5': 13, '6': 10, '7': 7, '8': 5, '9': 3 }
const TRIES = 60

export function heightSteps(one: Height, other: Height): number {
  return Math.abs(HEIGHTS.indexOf(one) - HEIGHTS.indexOf(other))
}

/** Whether windows overlap, or are nearer than `gap` months. */
export function meets(one: Months, other: Months, gap = 0): boolean {
  return one.from <= other.until + gap && other.from <= one.until + gap
}

export type PlantOrder = { readonly families: readonly TopicFamily[]; readonly size: number }

/** Plants for `size` needs; the same topic comes back at other times, and at the same time as something newer. */
export function planPlants({ families, size }: PlantOrder, chance: Chance): readonly Plant[] {
  const drawn = chance.shuffled(families)
  const used = Math.floor(drawn.length * (1 - UNUSED_SHARE))
  const topics = drawn.slice(0, used).flat()
  const unused = drawn.slice(used).flat()
  const plants: Plant[] = []
  const room = () => size - plants.reduce((sum, plant) => sum + plant.size, 0)

  const loners = Math.round(size * 0.15)
  for (let count = 0; count < 3; count += 1)
    place(plants, { kind: 'leaderless', topics, size: chance.between(2, 3) }, chance)
  while (room() > loners + 1) {
    const wanted = Math.min(Number(chance.weighted(SIZES)), room() - loners)
    if (!place(plants, { kind: 'group', topics, size: wanted }, chance)) break
  }
  while (room() > 0) {
    const kind = chance.weighted({ 'other-time': 60, 'nobody-else': 28, 'other-phase': 12 })
    const placed =
      kind === 'other-phase'
        ? placeOtherPhase(plants, chance)
        : place(plants, { kind, topics: kind === 'nobody-else' ? unused : topics, size: 1 }, chance)
    if (!placed && kind === 'other-time') throw new RangeError(`${size} needs do not fit in one set`)
  }
  return plants
}

type Wanted = { readonly kind: Plant['kind']; readonly topics: readonly Topic[]; readonly size: number }

/** Finds a topic, a time and a height that nothing planted can be taken for. */
function place(plants: Plant[], { kind, topics, size }: Wanted, chance: Chance): boolean {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const topic = chance.pick(topics)
    const before = plants.filter((plant) => plant.topic === topic)
    if (kind === 'nobody-else' && before.length > 0) continue
    const sameTime = before.length > 0 && chance.happens(0.35)
    const window = sameTime ? chance.pick(before).window : someMonths(chance)
    const height = sameTime ? chance.pick(['exists', 'develop'] as const) : someHeight(chance)
    const isApart = before.every(
      (plant) => !meets(plant.window, window, LEAST_GAP) || heightSteps(plant.height, height) > 1,
    )
    if (!isApart) continue
    plants.push({ kind, topic, window, height, phase: phaseBefore(window.from, chance), size })
    return true
  }
  return false
}

/** Somebody who wants the same at the same time as a group, but is at the other end of the road. */
function placeOtherPhase(plants: Plant[], chance: Chance): boolean {
  const atAnEnd = plants.filter(({ kind, phase }) => kind === 'group' && (phase === 0 || phase === 3))
  const free = atAnEnd.filter(
    (group) => !plants.some(({ kind, topic }) => kind === 'other-phase' && topic === group.topic),
  )
  if (free.length === 0) return false
  const group = chance.pick(free)
  plants.push({ ...group, kind: 'other-phase', phase: 3 - group.phase, size: 1 })
  return true
}

function someMonths(chance: Chance): Months {
  const from = chance.below(HORIZON - 8)
  return { from, until: from + chance.between(3, 7) }
}

function someHeight(chance: Chance): Height {
  return chance.weighted({ exists: 45, adapt: 30, develop: 25 })
}

function phaseBefore(from: number, chance: Chance): number {
  const usual = from < 6 ? 3 : from < 14 ? 2 : from < 26 ? 1 : 0
  return Math.min(3, Math.max(0, usual + chance.pick([0, 0, 0, -1, 1])))
}
