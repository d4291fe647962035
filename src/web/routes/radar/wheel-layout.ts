import { monthsOf, type Period, type RadarItem, topThemeOf } from '#src/modules/needs/index.ts'

export const WHEEL_SIZE = 640
const CENTRE = WHEEL_SIZE / 2
const INNER = 70
const OUTER = 270
const LABELS = 296
const MONTHS = 12
const MOST_RINGS = 6
const LARGEST = 17
const SMALLEST = 11

/** What falls in a month and belongs to a theme. */
export type WheelMark = {
  readonly month: string
  /** Which ring, the innermost is 0. */
  readonly ring: number
  readonly count: number
  readonly x: number
  readonly y: number
  readonly r: number
}

export type Wheel = {
  readonly months: readonly { readonly month: string; readonly x: number; readonly y: number }[]
  /** Lines between the months, as one path. */
  readonly spokes: string
  readonly circles: readonly number[]
  readonly marks: readonly WheelMark[]
  /** Where the number of a ring stands: on the line where the year begins. */
  readonly numbers: readonly { readonly ring: number; readonly x: number; readonly y: number }[]
}

export type Wheels = {
  /** The themes of the rings from the inside, the commonest first; null is all the others together. */
  readonly rings: readonly (string | null)[]
  readonly wheels: readonly Wheel[]
  /** What says no day, and so has no place on a wheel. */
  readonly unsaid: number
}

/** As much of the radar as has a place on a wheel. */
export type Placed = {
  readonly groups: readonly { readonly items: readonly Pick<RadarItem, 'on' | 'cpv' | 'themes'>[] }[]
  readonly period: Period
}

/** A wheel for each year of the period. */
export function layOutWheels(radar: Placed): Wheels {
  const items = radar.groups.flatMap((group) => group.items)
  const placed = items.flatMap((item) =>
    item.on === null ? [] : [{ month: item.on.slice(0, 7), theme: topThemeOf(item) }],
  )
  const rings = ringsOf(placed.map(({ theme }) => theme))
  const counts = Map.groupBy(placed, ({ month, theme }) => `${month} ${ringOf(rings, theme)}`)
  const months = monthsOf(radar.period)
  const years = Array.from({ length: Math.ceil(months.length / MONTHS) }, (_, year) =>
    months.slice(year * MONTHS, (year + 1) * MONTHS),
  )
  const countOf = (month: string, ring: number) => counts.get(`${month} ${ring}`)?.length ?? 0
  return {
    rings,
    wheels: years.map((year) => layOut(year, rings.length, countOf)),
    unsaid: items.length - placed.length,
  }
}

/** The commonest themes; where there are more than there is room for, the last ring is for the rest. */
function ringsOf(themes: readonly (string | null)[]): readonly (string | null)[] {
  const counted = [...Map.groupBy(themes, (theme) => theme)]
    .flatMap(([theme, all]) => (theme === null ? [] : [{ theme, count: all.length }]))
    .toSorted((one, other) => other.count - one.count || one.theme.localeCompare(other.theme))
  const isRest = counted.length > MOST_RINGS || themes.includes(null)
  const named = counted.slice(0, isRest ? MOST_RINGS - 1 : MOST_RINGS).map(({ theme }) => theme)
  return isRest ? [...named, null] : named
}

function ringOf(rings: readonly (string | null)[], theme: string | null): number {
  const own = rings.indexOf(theme)
  return own >= 0 ? own : rings.length - 1
}

type CountOf = (month: string, ring: number) => number

function layOut(year: readonly string[], rings: number, countOf: CountOf): Wheel {
  const width = (OUTER - INNER) / Math.max(1, rings)
  const middle = (ring: number) => INNER + (ring + 0.5) * width
  const places = Array.from({ length: rings }, (_, ring) => ring)
  const most = Math.max(1, ...year.flatMap((month) => places.map((ring) => countOf(month, ring))))
  const largest = Math.min(LARGEST, width / 2 - 1)
  return {
    months: year.map((month, place) => ({ month, ...at(LABELS, place + 0.5) })),
    spokes: year.map((_, place) => spoke(place)).join(''),
    circles: [...places.map((ring) => INNER + ring * width), OUTER],
    numbers: places.map((ring) => ({ ring, ...at(middle(ring), 0) })),
    marks: year.flatMap((month, place) =>
      places.flatMap((ring) => {
        const count = countOf(month, ring)
        if (count === 0) return []
        const r = Math.min(largest, SMALLEST + (largest - SMALLEST) * Math.sqrt(count / most))
        return [{ month, ring, count, ...at(middle(ring), place + 0.5), r: round(r) }]
      }),
    ),
  }
}

function spoke(place: number): string {
  const [from, to] = [at(INNER, place), at(OUTER, place)]
  return `M${from.x},${from.y}L${to.x},${to.y}`
}

/** The first month begins at the top, and the year goes as the clock does. */
function at(radius: number, month: number): { readonly x: number; readonly y: number } {
  const angle = (month / MONTHS) * 2 * Math.PI - Math.PI / 2
  return { x: round(CENTRE + radius * Math.cos(angle)), y: round(CENTRE + radius * Math.sin(angle)) }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
