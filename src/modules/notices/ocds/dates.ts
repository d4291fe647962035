import { TIME_ZONE } from '#src/platform/clock.ts'
import { type JsonObject, lineAt } from './json-object.ts'
import type { Reading } from './reading.ts'

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/i

/** The instant of an OCDS date-time. Without a time it is the end of the day, which shuts nobody out too early. */
export function instantAt(reading: Reading, from: JsonObject | null, path: string): string | null {
  const written = lineAt(from, path)
  if (!written) return null
  const [, day, clock, zone] = DATE_TIME.exec(written) ?? []
  const instant = day ? toInstant(day, clock ?? '23:59', zone?.toUpperCase()) : null
  if (!instant) {
    reading.remark('dateInvalid', path, { written })
    return null
  }
  if (!clock) reading.remark('timeMissing', path)
  else if (!zone) reading.remark('timeZoneMissing', path)
  return instant
}

/** The calendar date as it was written. */
export function dateAt(reading: Reading, from: JsonObject | null, path: string): string | null {
  const written = lineAt(from, path)
  if (!written) return null
  const day = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(written)?.[1]
  if (day && toInstant(day, '00:00', 'Z')) return day
  reading.remark('dateInvalid', path, { written })
  return null
}

/** Null for what is no time, or in a year that neither a database nor a reader can make sense of. */
function toInstant(day: string, clock: string, zone: string | undefined): string | null {
  try {
    const { year } = Temporal.PlainDate.from(day)
    if (year < 1900 || year > 2200) return null
    const instant = zone
      ? Temporal.Instant.from(`${day}T${clock}${zone}`)
      : Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime(TIME_ZONE).toInstant()
    return instant.toString({ smallestUnit: 'second' })
  } catch {
    return null
  }
}
