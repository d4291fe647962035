import { TIME_ZONE } from '#src/platform/clock.ts'

/**
 * The instant at which the clocks of Oslo show this. Null for the hour that is left out when summer time begins; the first
 * of the two when an hour comes twice.
 */
export function osloTime(day: string, time: string): Date | null {
  const shown = Temporal.PlainDateTime.from(`${day}T${time}:00`)
  const there = shown.toZonedDateTime(TIME_ZONE, { disambiguation: 'earlier' })
  return there.toPlainDateTime().equals(shown) ? new Date(there.epochMilliseconds) : null
}

/** The day and the time that the clocks of Oslo show, as forms have them. */
export function shownInOslo(moment: Date): { readonly day: string; readonly time: string } {
  const there = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(TIME_ZONE)
  return {
    day: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}
