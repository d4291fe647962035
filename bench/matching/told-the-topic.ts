import type { NeedToMatch } from '#src/modules/needs/matching/need-to-match.ts'
import type { PlantedSet } from './generate-planted-groups.ts'
import { groupsAbove, linkAll } from './link.ts'
import type { Method } from './method.ts'
import { HEIGHTS, PHASES } from './plan-plants.ts'

const DAY = 86_400_000
const LEAST_SHARED = 0.3

/**
 * No method, but a mark to hold one against: it is told what each need is about, and sees the rest as it was filled
 * in. Where this falls short of 1, the fields are too wrong for anybody.
 */
export function toldTheTopic(sets: readonly PlantedSet[]): Method {
  const topics = new Map(
    sets.flatMap(({ truths }) => [...truths].map(([id, { plant }]) => [id, plant.topic.id])),
  )
  return {
    name: 'told the topic (not a method)',
    groups: (needs) =>
      [...Map.groupBy(needs, ({ id }) => topics.get(id)).values()].flatMap((same) => {
        const likeness = same.map((one) => Float64Array.from(same, (other) => shared(one, other)))
        return groupsAbove(same.length, linkAll(likeness, 'average'), LEAST_SHARED)
          .map((group) => group.flatMap((at) => same[at] ?? []))
          .filter((group) => group.some(({ wishes }) => wishes !== 'follow'))
          .map((group) => group.map(({ id }) => id))
      }),
  }
}

/** The share of the shorter window that both have; nothing when height or phase is at the other end. */
function shared(one: NeedToMatch, other: NeedToMatch): number {
  const steps = Math.abs(HEIGHTS.indexOf(one.innovationHeight) - HEIGHTS.indexOf(other.innovationHeight))
  const phases = Math.abs(PHASES.indexOf(one.phase) - PHASES.indexOf(other.phase))
  if (steps > 1 || phases > 2) return 0
  const [a, b] = [days(one), days(other)]
  const both = Math.min(a.until, b.until) - Math.max(a.from, b.from)
  return Math.max(0, both / Math.min(a.until - a.from, b.until - b.from)) / (1 + steps)
}

function days({ window }: NeedToMatch) {
  return { from: Date.parse(window.from) / DAY, until: Date.parse(window.until) / DAY + 30 }
}
