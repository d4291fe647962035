import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { newId } from '#src/platform/ids.ts'
import { calendarOf } from './calendar.ts'
import type { Meeting } from './meeting.ts'
import { MeetingForm, MeetingId } from './meeting-form.ts'
import { osloTime, shownInOslo } from './oslo-time.ts'

const facts = { name: 'Digitalt tilsyn', pageOf: () => 'https://spydspiss.example/moter/1', organiser: null }
const linesOf = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n')

function aMeeting(told: Partial<Meeting> = {}): Meeting {
  return {
    id: MeetingId.parse(newId()),
    procurement: ProcurementId.parse(newId()),
    kind: 'group',
    title: 'Oppstart; med alle, også Snåase',
    startsAt: new Date('2027-03-29T07:00:00Z'),
    endsAt: new Date('2027-03-29T08:30:00Z'),
    place: 'Rådhuset',
    link: 'https://mote.example/1',
    agenda: 'Velkommen\nVidere arbeid',
    sequence: 0,
    changedAt: new Date('2026-11-22T10:00:00Z'),
    cancelledAt: null,
    ...told,
  }
}

test('a meeting is in the calendar at the time that the clocks of Oslo show, with the rule they go by', () => {
  const one = aMeeting()
  const lines = linesOf(calendarOf([one], facts))
  expect(lines).toContain('DTSTART;TZID=Europe/Oslo:20270329T090000')
  expect(lines).toContain('DTEND;TZID=Europe/Oslo:20270329T103000')
  expect(lines).toContain('BEGIN:VTIMEZONE')
  expect(lines.filter((line) => line === 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU')).toHaveLength(1)
  // RFC 5545, 3.8.7.2: the stamp is in UTC.
  expect(lines).toContain('DTSTAMP:20261122T100000Z')
  expect(lines).toContain('SUMMARY:Oppstart\\; med alle\\, også Snåase')
  expect(lines).toContain('METHOD:PUBLISH')
})

test('a change keeps the UID and counts in SEQUENCE; a meeting that is called off is taken away', () => {
  const one = aMeeting()
  const changed = { ...one, sequence: 2, cancelledAt: new Date('2026-11-23T10:00:00Z') }
  const lines = linesOf(calendarOf([changed], facts))
  expect(lines).toContain(`UID:${one.id}`)
  expect(lines).toContain('SEQUENCE:2')
  expect(lines).toContain('STATUS:CANCELLED')
  expect(lines).toContain('METHOD:CANCEL')
  const both = linesOf(calendarOf([changed, aMeeting()], facts))
  expect(both).toContain('METHOD:PUBLISH')
  expect(both.filter((line) => line.startsWith('STATUS:'))).toEqual(['STATUS:CANCELLED', 'STATUS:CONFIRMED'])
})

test('the hour that summer time leaves out is no time, and of an hour that comes twice the first is meant', () => {
  expect(osloTime('2027-03-28', '02:30')).toBeNull()
  expect(osloTime('2027-03-28', '01:59')?.toISOString()).toBe('2027-03-28T00:59:00.000Z')
  expect(osloTime('2027-03-28', '03:00')?.toISOString()).toBe('2027-03-28T01:00:00.000Z')
  expect(osloTime('2027-10-31', '02:30')?.toISOString()).toBe('2027-10-31T00:30:00.000Z')
  expect(osloTime('2027-10-31', '03:00')?.toISOString()).toBe('2027-10-31T02:00:00.000Z')
})

test('what is shown is what was typed, on every day and at every minute that there is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 1439 }), (days, minutes) => {
      const on = Temporal.PlainDate.from('2024-01-01').add({ days }).toString()
      const time = Temporal.PlainTime.from('00:00').add({ minutes }).toString({ smallestUnit: 'minute' })
      const instant = osloTime(on, time)
      if (instant) expect(shownInOslo(instant)).toEqual({ day: on, time })
      else expect(time.startsWith('02:')).toBe(true)
    }),
  )
})

const TYPED = {
  kind: 'group',
  title: 'Oppstart',
  on: '2027-03-29',
  from: '9.00',
  until: '10:30',
  place: '',
  link: '',
  agenda: '',
}

test.each([
  [{ until: '09:00' }, 'until', 'jointMeeting.until.before'],
  [{ from: 'ni' }, 'from', 'jointMeeting.time.wrong'],
  [{ on: '2027-02-30' }, 'on', 'jointMeeting.on.missing'],
  [{ from: '24:00' }, 'from', 'jointMeeting.time.wrong'],
  [{ on: '2027-03-28', from: '02:15' }, 'from', 'jointMeeting.time.skipped'],
  [{ link: 'javascript:alert(1)' }, 'link', 'jointMeeting.link.wrong'],
])('a meeting with %j is not called: %s says %s', (wrong, field, message) => {
  const read = MeetingForm.safeParse({ ...TYPED, ...wrong })
  expect(read.error?.issues.map((issue) => [issue.path[0], issue.message])).toContainEqual([field, message])
})

test('people write the time in their own way', () => {
  expect(MeetingForm.parse(TYPED)).toMatchObject({ from: '09:00', until: '10:30', link: null })
})
