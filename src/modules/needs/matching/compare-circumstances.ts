import type { PreparedNeed } from './prepare-needs.ts'
import type { Obstacle } from './reason-codes.ts'
import type { MatchPart } from './weights.ts'

/** What stands between two needs, whatever they are about; null where one of them does not tell. */
export type Circumstance = Exclude<MatchPart, 'subject'>
export type Circumstances = Readonly<Record<Circumstance, number | null>>

/** By steps between their phases: the next is soon caught up with, the other end of the road never. */
const BY_PHASES = [1, 0.7, 0.1, 0] as const
const BY_HEIGHTS = [1, 0.5, 0] as const
/** Sixty-four times as many inhabitants is as different as it gets. */
const MOST_DOUBLINGS = 6
/** How much of a difference in size is left when the purchase is standard. */
const WHEN_STANDARD = 0.3
/** Contracts that end more than so many months apart do not end together. */
const MONTHS_TOGETHER = 4
const EARTH_KM = 6371
const FAR_KM = 600

export function obstacleBetween(one: PreparedNeed, other: PreparedNeed): Obstacle | null {
  if (Math.min(one.until, other.until) < Math.max(one.from, other.from)) return 'noSharedTime'
  if (Math.abs(one.phase - other.phase) > 2) return 'oppositePhases'
  if (Math.abs(one.height - other.height) > 1) return 'oppositeHeights'
  if (one.need.municipality.kommunenummer === other.need.municipality.kommunenummer) return 'sameMunicipality'
  return null
}

export function compareCircumstances(one: PreparedNeed, other: PreparedNeed): Circumstances {
  return {
    phase: BY_PHASES[Math.abs(one.phase - other.phase)] ?? 0,
    time: timeLikeness(one, other),
    height: BY_HEIGHTS[Math.abs(one.height - other.height)] ?? 0,
    size: sizeLikeness(one, other),
    leading: leadingLikeness(one, other),
    cooperation: sharesCooperation(one, other) ? 1 : 0,
    contractEnd: contractLikeness(one, other),
    distance: 1 - Math.min(1, kilometres(one, other) / FAR_KM),
  }
}

/** The share of the shorter window that both have. */
function timeLikeness(one: PreparedNeed, other: PreparedNeed): number {
  const both = Math.min(one.until, other.until) - Math.max(one.from, other.from) + 1
  return Math.max(0, both) / (Math.min(one.until - one.from, other.until - other.from) + 1)
}

function sizeLikeness(one: PreparedNeed, other: PreparedNeed): number {
  const apart = Math.min(1, Math.abs(one.size - other.size) / MOST_DOUBLINGS)
  const isStandard = one.height === 0 && other.height === 0
  return 1 - apart * (isStandard ? WHEN_STANDARD : 1)
}

/** One who can lead and one who follows need each other; two who both want to follow do not help each other. */
function leadingLikeness(one: PreparedNeed, other: PreparedNeed): number {
  const leads = [one, other].filter(({ need }) => need.wishes !== 'follow').length
  if (leads === 0) return 0
  return one.need.wishes === 'lead' && other.need.wishes === 'lead' ? 0.5 : 1
}

function sharesCooperation({ cooperations }: PreparedNeed, other: PreparedNeed): boolean {
  for (const body of cooperations) if (other.cooperations.has(body)) return true
  return false
}

function contractLikeness(one: PreparedNeed, other: PreparedNeed): number | null {
  if (one.contractEnd === null || other.contractEnd === null) return null
  return 1 - Math.min(1, Math.abs(one.contractEnd - other.contractEnd) / MONTHS_TOGETHER)
}

export function kilometres(one: PreparedNeed, other: PreparedNeed): number {
  const [[x, y, z], [u, v, w]] = [one.place, other.place]
  return EARTH_KM * Math.acos(Math.min(1, Math.max(-1, x * u + y * v + z * w)))
}
