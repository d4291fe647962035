/** Days of the year that move with Easter, by how many days after Easter Sunday. */
const WITH_EASTER = [-3, -2, 0, 1, 39, 49, 50]
const FIXED = ['01-01', '05-01', '05-17', '12-25', '12-26']
const SATURDAY = 6

/**
 * Whether the day is a public holiday in Norway (lov om helligdager og helligdagsfred § 2; lov om 1. og 17. mai som
 * høgtidsdager § 1).
 */
export function isHoliday(day: Temporal.PlainDate): boolean {
  if (FIXED.includes(day.toString().slice(5))) return true
  const since = easterSunday(day.year).until(day, { largestUnit: 'days' }).days
  return WITH_EASTER.includes(since)
}

/** Neither a holiday, a Sunday nor a Saturday (regulation 1182/71, article 2). */
export function isWorkingDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek < SATURDAY && !isHoliday(day)
}

/** The Gregorian reckoning of Easter (Meeus, Jones and Butcher). */
export function easterSunday(year: number): Temporal.PlainDate {
  const moon = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * moon + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((moon + 11 * epact + 22 * weekday) / 451)
  const sum = epact + weekday - 7 * late + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 })
}
