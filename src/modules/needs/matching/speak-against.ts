import { kilometres, obstacleBetween } from './compare-circumstances.ts'
import type { PreparedNeed } from './prepare-needs.ts'
import { capacityOf } from './rate-group.ts'
import { CLEAR, type Compared, mean, median, type ReasonAgainst, type Seen } from './reasons.ts'

const LONG_WAY_KM = 300
/** So many times as large or small as the others is said. */
const MUCH = 6
/** More months between the ends of contracts than one can wait for. */
const APART = 6

export function speakAgainst(
  one: PreparedNeed,
  compared: readonly Compared[],
  seen: Seen,
): readonly ReasonAgainst[] {
  return [
    ...obstacles(one, compared),
    ...subjectAgainst(compared),
    ...timeAgainst(one, compared),
    ...sizeAgainst(one, compared),
    ...leadAgainst(one, seen),
  ]
}

function obstacles(one: PreparedNeed, compared: readonly Compared[]): readonly ReasonAgainst[] {
  const found = compared.flatMap(({ other }) => obstacleBetween(one, other) ?? [])
  return [...Map.groupBy(found, (kind) => kind)].map(([kind, { length }]) => ({ kind, count: length }))
}

function subjectAgainst(compared: readonly Compared[]): readonly ReasonAgainst[] {
  const words = mean(compared.map(({ like }) => like.subject.words))
  const themes = compared.flatMap(({ like }) => like.subject.themes ?? [])
  return [
    ...(words < CLEAR / 2 ? [{ kind: 'otherWords' } as const] : []),
    ...(themes.length > 0 && mean(themes) < CLEAR ? [{ kind: 'otherTheme' } as const] : []),
  ]
}

function timeAgainst(one: PreparedNeed, compared: readonly Compared[]): readonly ReasonAgainst[] {
  const free = compared.filter(({ other }) => obstacleBetween(one, other) === null)
  const ends = compared.flatMap(({ other }) =>
    one.contractEnd === null || other.contractEnd === null
      ? []
      : Math.abs(one.contractEnd - other.contractEnd),
  )
  const apart = median(ends)
  const of = (part: 'phase' | 'height' | 'time') =>
    mean(free.map(({ like }) => like.circumstances[part] ?? 1))
  return [
    ...(free.length > 0 && of('time') < CLEAR ? [{ kind: 'shortOverlap' } as const] : []),
    ...(free.length > 0 && of('phase') <= 0.7 ? [{ kind: 'otherPhase' } as const] : []),
    ...(free.length > 0 && of('height') <= CLEAR ? [{ kind: 'otherHeight' } as const] : []),
    ...(ends.length > 0 && apart > APART ? [{ kind: 'contractsEndApart', months: apart } as const] : []),
  ]
}

function sizeAgainst(one: PreparedNeed, compared: readonly Compared[]): readonly ReasonAgainst[] {
  const usual = 2 ** median(compared.map(({ other }) => other.size))
  const own = one.need.municipality.population
  const times = Math.round(Math.max(usual / own, own / usual))
  const distance = median(compared.map(({ other }) => kilometres(one, other)))
  return [
    ...(times >= MUCH ? [{ kind: own < usual ? 'muchSmaller' : 'muchLarger', times } as const] : []),
    ...(distance > LONG_WAY_KM
      ? [{ kind: 'farAway', kilometres: Math.round(distance / 10) * 10 } as const]
      : []),
    ...(one.need.firmness === 'idea' ? [{ kind: 'onlyAnIdea' } as const] : []),
  ]
}

function leadAgainst(one: PreparedNeed, { lead, others }: Seen): readonly ReasonAgainst[] {
  if (lead === null) return [{ kind: 'nobodyLeads' }]
  const beyond = others.length > capacityOf(one)
  return one.need.id === lead && beyond ? [{ kind: 'smallLead', others: others.length }] : []
}
