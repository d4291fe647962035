import { expect, test } from 'vitest'
import type { NoticeId } from '#src/modules/notices/contract.ts'
import type { JointEnd } from './joint-end.ts'
import { itemOfJointEnd, type RadarItem } from './radar-item.ts'
import type { RadarParty } from './radar-party.ts'
import { toldOnce } from './told-once.ts'

const PERIOD = { months: 24, from: '2026-11-01', until: '2028-10-31' }
const RESULT = 'result-01' as NoticeId

const party = (key: string): RadarParty => ({ key, name: key, kommunenummer: key, isUnnamed: false })

const ours = (notices: readonly NoticeId[], contract = 'ours'): JointEnd => ({
  ...{ contract, procurement: 'p', title: 'Tilsyn', cpv: [], themes: [], organisations: [] },
  ...{ supplier: 'Trygg AS', endsOn: '2028-01-31', latestEndsOn: null, options: null, notices },
  changedAt: new Date('2026-11-22T10:00:00Z'),
})

const itemOf = (end: JointEnd, who: readonly string[]) =>
  itemOfJointEnd(end, { who: who.map(party), beside: [] }, PERIOD)

const told = (who: readonly string[], kind: RadarItem['kind'] = 'contract-end'): RadarItem => ({
  ...itemOf(ours([]), who),
  ...{ key: `contract-end:${RESULT}`, kind, notice: RESULT, lot: 'LOT-0001', on: '2027-12-31' },
})

test('what a notice tells of a contract that is ours gives way to what is noted, and is where a need begins', () => {
  const end = ours([RESULT])
  const items = [told(['5043', '1804']), itemOf(end, ['5043', '1804'])]
  expect(toldOnce(items, [end])).toMatchObject([
    { key: 'joint-contract:ours', on: '2028-01-31', notice: RESULT, lot: 'LOT-0001', procurement: 'p' },
  ])
})

test('whoever is named in the notice alone stays on the radar with it', () => {
  const end = ours([RESULT])
  const seen = toldOnce([told(['5043', '1804']), itemOf(end, ['1804'])], [end])
  expect(seen.map(({ key, who }) => [key, who.map((one) => one.key)])).toEqual([
    [`contract-end:${RESULT}`, ['5043']],
    ['joint-contract:ours', ['1804']],
  ])
})

test('what is not known to be the same stands as it is: other notices, plans, and ours when nobody here is in it', () => {
  const [known, unknown] = [ours([RESULT]), ours([], 'another')]
  const plan = told(['5043'], 'planned')
  const items = [told(['5043']), itemOf(unknown, ['5043'])]
  expect(toldOnce(items, [unknown])).toEqual(items)
  expect(toldOnce(items, [unknown, known])).toEqual(items)
  expect(toldOnce([plan, itemOf(known, ['5043'])], [known])).toHaveLength(2)
})
