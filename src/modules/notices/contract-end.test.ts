import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readNotice } from '#src/modules/notices/eforms/read-notice.ts'
import { contractEnds, renewalMonths } from './contract-end.ts'
import type { Lot, Notice } from './notice.ts'

const read = readNotice(
  readFileSync(new URL('eforms/golden/result-with-winners/notice.xml', import.meta.url)),
)
if (!read.ok) throw new Error('The golden notice was refused')
const notice: Notice = read.value

function endsOf(change: Partial<Lot>) {
  const [lot] = notice.lots
  if (!lot) throw new Error('The golden notice has no lot')
  return contractEnds({ ...notice, lots: [{ ...lot, ...change }] }).map(
    ({ endsOn, latestEndsOn, basis }) => ({
      endsOn,
      latestEndsOn,
      basis,
    }),
  )
}

test('a contract ends its length after it was made, and its renewals come after that', () => {
  expect(endsOf({})).toEqual([{ endsOn: '2028-06-15', latestEndsOn: '2030-06-15', basis: 'contract' }])
})

test('an end that was said needs no reckoning', () => {
  expect(endsOf({ duration: { months: 24, from: '2026-01-01', to: '2027-12-31' }, renewals: null })).toEqual([
    { endsOn: '2027-12-31', latestEndsOn: null, basis: 'period' },
  ])
})

test('a length counts from the start where that is said', () => {
  expect(endsOf({ duration: { days: 730, from: '2026-03-01' }, renewals: null })[0]?.endsOn).toBe(
    '2028-02-29',
  )
})

test('a contract that nobody got, one without end and one without any length are not awaited', () => {
  expect(contractEnds(notice).map((end) => end.lot)).toEqual(['LOT-0001'])
  expect(endsOf({ duration: { unlimited: true } })).toEqual([])
  expect(endsOf({ duration: null })).toEqual([])
})

test('a competition has no contract yet', () => {
  expect(contractEnds({ ...notice, formType: 'competition' })).toEqual([])
})

test.each([
  ['12 måneder', 2, 24],
  ['Ett år om gangen', 2, 24],
  ['one (1) year', 3, 36],
  ['1 + 1 år', null, 24],
  ['Opsjon på 1+1+1 år', 3, 36],
  ['to månader', 1, 2],
  ['12 måneder', null, null],
  ['Kan forlenges', 2, null],
  ['12 måneder, siste gang 6 måneder', 2, null],
] as const)('«%s», %s ganger', (description, maximum, months) => {
  expect(renewalMonths({ renewals: { maximum, description } })).toBe(months)
})
