import { expect, test } from 'vitest'
import { monthsOf, periodOf } from './radar-question.ts'

test('the period is whole months, from today where the first month has begun', () => {
  const period = periodOf({ from: null, months: 24 }, '2026-11-22')
  expect(period).toEqual({ from: '2026-11-22', until: '2028-10-31', months: 24 })
  expect(monthsOf(period)).toHaveLength(24)
  expect(monthsOf(period).at(0)).toBe('2026-11')
  expect(monthsOf(period).at(-1)).toBe('2028-10')
  expect(periodOf({ from: '2027-02', months: 12 }, '2026-11-22')).toEqual({
    from: '2027-02-01',
    until: '2028-01-31',
    months: 12,
  })
})
