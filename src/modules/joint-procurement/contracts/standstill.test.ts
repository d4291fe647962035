import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Path, ProcurementFacts } from '#src/modules/joint-procurement/contract.ts'
import { easterSunday, isHoliday, isWorkingDay } from './holidays.ts'
import { earliestStandstillEnd, signingHindrance } from './standstill.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => day('2017-01-01').add({ days }))

test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter Sunday of %s is %s', (year, sunday) => {
  expect(easterSunday(year).toString()).toBe(sunday)
})

test('the public holidays of 2026 are the twelve that the law names', () => {
  const all = Array.from({ length: 365 }, (_, place) => day('2026-01-01').add({ days: place }))
  expect(all.filter(isHoliday).map((one) => one.toString())).toEqual([
    ...['2026-01-01', '2026-04-02', '2026-04-03', '2026-04-05', '2026-04-06', '2026-05-01'],
    ...['2026-05-14', '2026-05-17', '2026-05-24', '2026-05-25', '2026-12-25', '2026-12-26'],
  ])
})

test.each([
  ['2026-11-02', '2026-11-12', 'ten days that end on a Thursday'],
  ['2026-11-04', '2026-11-16', 'a Saturday: the Monday after'],
  ['2026-11-05', '2026-11-16', 'a Sunday: the Monday after'],
  ['2026-03-24', '2026-04-07', 'Good Friday: the Tuesday after Easter'],
  ['2026-12-15', '2026-12-28', 'Christmas Day, a Friday: the Monday after'],
  ['2026-05-04', '2026-05-15', 'Ascension Day: the Friday after'],
])('a decision sent on %s can have its standstill end on %s at the earliest: %s', (sent, earliest) => {
  expect(earliestStandstillEnd(day(sent)).toString()).toBe(earliest)
})

test('a standstill ends on a working day, ten days or more after, and is no longer than the holidays make it', () => {
  fc.assert(
    fc.property(anyDay, (sent) => {
      const last = earliestStandstillEnd(sent)
      const after = sent.until(last, { largestUnit: 'days' }).days
      expect(isWorkingDay(last)).toBe(true)
      expect(after).toBeGreaterThanOrEqual(10)
      // Every day that was passed over from the tenth on is one on which no period ends.
      for (let over = 10; over < after; over += 1) expect(isWorkingDay(sent.add({ days: over }))).toBe(false)
    }),
  )
})

test('nothing is signed before the award, in the standstill, or over a complaint that is not settled', () => {
  const facts = ProcurementFacts.parse({ awardedOn: '2026-11-02', standstillUntil: '2026-11-12' })
  const hindrance = (
    signedOn: string,
    told: Partial<ProcurementFacts> = {},
    path: Path = 'joint-framework',
  ) => signingHindrance({ path, facts: { ...facts, ...told } }, day(signedOn))
  expect(hindrance('2026-11-20', { awardedOn: null })).toEqual({ kind: 'notAwarded' })
  expect(hindrance('2026-11-01', { standstillUntil: null })).toEqual({ kind: 'notAwarded' })
  expect(hindrance('2026-11-20', { awardedOn: null }, 'signal-only')).toBeNull()
  expect(hindrance('2026-11-12')).toEqual({ kind: 'inStandstill', until: day('2026-11-12') })
  expect(hindrance('2026-11-13')).toBeNull()
  const complaint = 'Klage på poengene'
  expect(hindrance('2026-12-01', { complaint })).toEqual({ kind: 'complaintOpen' })
  const settled = { complaint, complaintSettledOn: '2026-11-30' }
  expect(hindrance('2026-11-29', settled)).toEqual({ kind: 'complaintOpen' })
  expect(hindrance('2026-11-30', settled)).toBeNull()
})
