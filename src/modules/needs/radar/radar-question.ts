/** Whose coming purchases the radar shows, seen from a municipality; `county` also by itself. */
export const CIRCLES = ['around', 'like', 'cooperation', 'county', 'all'] as const
export type Circle = (typeof CIRCLES)[number]

export const RADAR_KINDS = ['contract-end', 'planned', 'need'] as const
export type RadarKind = (typeof RADAR_KINDS)[number]

/** How many months ahead one may look; the first is what one sees unasked. */
export const RADAR_MONTHS = [24, 12, 36, 48] as const

export type RadarQuestion = {
  /** From whose place it is seen; of today's numbers. */
  readonly kommunenummer: string | null
  readonly fylkesnummer: string | null
  readonly circle: Circle
  /** Only what belongs to this theme, or below it. */
  readonly theme: string | null
  /** The first month, `2026-11`; null for this one. */
  readonly from: string | null
  readonly months: number
}

export type Period = { readonly from: string; readonly until: string; readonly months: number }

/** Whole months, but for the days that have been of the first one: the last day of `2026-11` and 24 months is 31 October 2028. */
export function periodOf({ from, months }: Pick<RadarQuestion, 'from' | 'months'>, today: string): Period {
  const thisMonth = today.slice(0, 7)
  const first = Temporal.PlainYearMonth.from(from ?? thisMonth)
  const until = first.add({ months }).toPlainDate({ day: 1 }).subtract({ days: 1 })
  const isThisMonth = first.toString() === thisMonth
  return {
    from: isThisMonth ? today : first.toPlainDate({ day: 1 }).toString(),
    until: until.toString(),
    months,
  }
}

/** The months of a period, `2026-11`, in order. */
export function monthsOf({ from, months }: Period): readonly string[] {
  const first = Temporal.PlainDate.from(from).toPlainYearMonth()
  return Array.from({ length: months }, (_, place) => first.add({ months: place }).toString())
}
