import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { TIME_ZONE } from '#src/platform/clock.ts'
import type { Meeting } from './meeting.ts'

/** The rule that the clocks of Oslo have gone by since 1996, as calendars ask to have it (RFC 5545, 3.6.5). */
const OSLO = [
  'BEGIN:VTIMEZONE',
  `TZID:${TIME_ZONE}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

export type CalendarFacts = {
  readonly name: string
  /** The whole address of the page of a meeting. */
  readonly pageOf: (meeting: Meeting) => string
  /** Who calls, by a role mailbox where there is one. */
  readonly organiser: { readonly name: string; readonly email: string } | null
}

/**
 * The meetings as an iCalendar file. A meeting keeps its UID for ever and counts its changes in SEQUENCE, so a calendar
 * that has it takes in what is new; when all in the file are called off, the file takes them away (METHOD:CANCEL).
 */
export function calendarOf(meetings: readonly Meeting[], { name, pageOf, organiser }: CalendarFacts): string {
  const isCancelled = meetings.length > 0 && meetings.every(({ cancelledAt }) => cancelledAt !== null)
  const calendar = ical({
    name,
    prodId: { company: 'Spydspiss', product: 'Fellesanskaffelser', language: 'NO' },
    // Each meeting has the zone: with one for all, the stamps, which must be in UTC, would be written in it too.
    timezone: { name: null, generator: () => OSLO },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  for (const one of meetings)
    calendar.createEvent({
      id: one.id,
      sequence: one.sequence,
      start: inOslo(one.startsAt),
      end: inOslo(one.endsAt),
      timezone: TIME_ZONE,
      stamp: one.changedAt,
      lastModified: one.changedAt,
      summary: one.title,
      description: [one.agenda, one.link].filter(Boolean).join('\n\n') || null,
      location: one.place || one.link,
      url: pageOf(one),
      status: one.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      organizer: organiser,
    })
  return calendar.toString()
}

function inOslo(moment: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(TIME_ZONE)
}
