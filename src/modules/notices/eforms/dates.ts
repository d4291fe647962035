import { TIME_ZONE } from '#src/platform/clock.ts'
import { child, line } from './element.ts'
import type { Reading } from './reading.ts'
import type { XmlElement } from './xml-tree.ts'

const DATE = /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?(.*)$/
const TIME = /^(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/

/** Some senders give a contract without a date this one. */
const DUMMY_DATE = '2000-01-01'

/** The calendar date as it was written: the zone behind it says where, and does not move the day. */
export function dateAt(reading: Reading, element: XmlElement | null, path: string): string | null {
  const found = child(element, path)
  const written = line(found)
  if (!written) return null
  const [, date, , rest] = DATE.exec(written) ?? []
  if (!date || !isDate(date)) {
    reading.remark('dateInvalid', found, { written })
    return null
  }
  if (rest) reading.remark('dateUnclear', found, { written })
  if (date === DUMMY_DATE) return null
  return date
}

/** The instant of a date and a time that stand beside each other. */
export function instantAt(
  reading: Reading,
  element: XmlElement | null,
  paths: { readonly date: string; readonly time: string },
): string | null {
  const day = dateAt(reading, element, paths.date)
  if (!day) return null
  const dateElement = child(element, paths.date)
  const time = readTime(reading, dateElement, child(element, paths.time))
  const zone = time.zone ?? DATE.exec(line(dateElement) ?? '')?.[2] ?? null
  if (!zone) reading.remark('timeZoneMissing', dateElement)
  return toInstant(day, time.clock, zone)
}

/** Without a time that can be read it is the end of the day, which shuts nobody out too early. */
function readTime(reading: Reading, dateElement: XmlElement | null, timeElement: XmlElement | null) {
  const written = line(timeElement)
  const [, clock, zone = null] = TIME.exec(written ?? '') ?? []
  if (clock && isTime(clock)) return { clock, zone }
  if (written) reading.remark('timeInvalid', timeElement, { written })
  else reading.remark('timeMissing', dateElement)
  return { clock: '23:59', zone }
}

function isTime(clock: string): boolean {
  const [hours = 24, minutes = 60, seconds = 0] = clock.split(':').map(Number)
  return hours < 24 && minutes < 60 && seconds < 60
}

function toInstant(day: string, clock: string, zone: string | null): string | null {
  try {
    const instant = zone
      ? Temporal.Instant.from(`${day}T${clock}${zone}`)
      : Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime(TIME_ZONE).toInstant()
    return instant.toString({ smallestUnit: 'second' })
  } catch {
    return null
  }
}

/** A day that exists, in a year a database and a reader can make sense of. */
function isDate(text: string): boolean {
  try {
    const { year } = Temporal.PlainDate.from(text)
    return year >= 1900 && year <= 2200
  } catch {
    return false
  }
}
