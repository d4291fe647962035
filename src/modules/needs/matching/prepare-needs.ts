import { countTerms } from './count-terms.ts'
import type { NeedToMatch } from './need-to-match.ts'
import { type TermVector, type TermWeights, weighTerms } from './term-weights.ts'

/** A need made ready to be compared with thousands. Months are counted from year 0. */
export type PreparedNeed = {
  readonly need: NeedToMatch
  readonly words: TermVector
  readonly from: number
  readonly until: number
  readonly phase: number
  readonly height: number
  readonly contractEnd: number | null
  readonly cooperations: ReadonlySet<string>
  /** Logarithm to base two of the inhabitants: one more is twice as many. */
  readonly size: number
  /** Where it lies on a globe of radius one. */
  readonly place: readonly [number, number, number]
}

const PHASES = ['considering', 'mapping', 'planning', 'ready'] as const satisfies NeedToMatch['phase'][]
const HEIGHTS = ['exists', 'adapt', 'develop'] as const satisfies NeedToMatch['innovationHeight'][]

export type PreparedNeeds = {
  /** By id, so that nothing depends on the order they came in. */
  readonly needs: readonly PreparedNeed[]
  readonly terms: TermWeights
  /** One that is compared with those without being among them. */
  readonly prepare: (need: NeedToMatch) => PreparedNeed
}

export function prepareNeeds(given: readonly NeedToMatch[]): PreparedNeeds {
  const sorted = given.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const terms = weighTerms(sorted.map((need) => ({ counts: countTerms(need), themes: need.themes })))
  const prepare = (need: NeedToMatch) => prepareNeed(need, terms)
  return { needs: sorted.map(prepare), terms, prepare }
}

function prepareNeed(need: NeedToMatch, terms: TermWeights): PreparedNeed {
  const { municipality, window } = need
  const [lon, lat] = [radians(municipality.centroid.lon), radians(municipality.centroid.lat)]
  return {
    need,
    words: terms.vectorOf(countTerms(need)),
    from: monthOf(window.from),
    until: monthOf(window.until),
    phase: PHASES.indexOf(need.phase),
    height: HEIGHTS.indexOf(need.innovationHeight),
    contractEnd: need.contractEndsOn === null ? null : monthOf(need.contractEndsOn),
    cooperations: new Set(need.cooperations),
    size: Math.log2(Math.max(1, municipality.population)),
    place: [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)],
  }
}

/** The month of a day (`2027-03-01`). */
export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

/** The first day of a month. */
export function dayOfMonth(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
