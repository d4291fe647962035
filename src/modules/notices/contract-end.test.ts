import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readNotice } from '#src/modules/notices/eforms/read-notice.ts'
import { type Competition, contractEnds, lacksDurations, renewalMonths } from './contract-end.ts'
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

/** The result without any length, and what competitions of its procedure say. */
function endsAfter(...competitions: readonly (Partial<Lot> & { readonly publicId: string })[]) {
  const [lot] = notice.lots
  if (!lot) throw new Error('The golden notice has no lot')
  const silent = { ...lot, duration: null, renewals: null, options: null }
  const said = competitions.map(
    ({ publicId, ...change }): Competition => ({
      procedureId: notice.procedureId ?? '',
      publicId,
      lots: [{ ...silent, ...change }],
    }),
  )
  return contractEnds({ ...notice, lots: [silent] }, said)
}

test('a result that is silent about the length takes it from the competition, with its renewals, and says so', () => {
  const renewals = { maximum: 2, description: '12 måneder' }
  const [end] = endsAfter({ publicId: 'competition-02', duration: { months: 36 }, renewals })
  expect(end).toMatchObject({
    endsOn: '2029-06-15',
    latestEndsOn: '2031-06-15',
    basis: 'contract',
    durationFrom: 'competition-02',
  })
})

test('of several competition notices the newest that says a length counts', () => {
  const silent = { publicId: 'competition-03', duration: null }
  const found = endsAfter(
    silent,
    { publicId: 'competition-02', duration: { months: 36 } },
    { publicId: 'competition-01', duration: { months: 12 } },
  )
  expect(found.map((end) => end.durationFrom)).toEqual(['competition-02'])
})

test('a sole lot is the same under another name; one of several is not', () => {
  const renamed = { publicId: 'competition', id: 'LOT-0000', duration: { months: 36 } }
  expect(endsAfter(renamed)).toHaveLength(1)
  const [lot] = notice.lots
  const several = lot ? [lot, { ...lot, id: 'LOT-0009' }].map((one) => ({ ...one, duration: null })) : []
  const competition = {
    procedureId: '',
    publicId: 'c',
    lots: several.slice(0, 1).map((one) => ({ ...one, ...renamed })),
  }
  expect(contractEnds({ ...notice, lots: several }, [competition])).toEqual([])
})

test('what the result says itself is never taken from the competition', () => {
  const competition = {
    procedureId: notice.procedureId ?? '',
    publicId: 'c',
    lots: notice.lots.map((lot) => ({ ...lot, duration: { months: 99 } })),
  }
  expect(contractEnds(notice, [competition])[0]).toMatchObject({ endsOn: '2028-06-15', durationFrom: null })
  expect(lacksDurations(notice)).toBe(false)
})

test('a start that the result tells stays, unless it lies after the end that the competition tells', () => {
  const [lot] = notice.lots
  const startingOn = (from: string) => {
    const own = { ...(lot as Lot), duration: { from }, renewals: null }
    const said = { ...own, duration: { from: '2026-01-01', to: '2027-12-31' } }
    return contractEnds({ ...notice, lots: [own] }, [{ procedureId: '', publicId: 'c', lots: [said] }])[0]
      ?.startsOn
  }
  expect(startingOn('2026-08-01')).toBe('2026-08-01')
  expect(startingOn('2028-08-01')).toBe('2026-01-01')
})
