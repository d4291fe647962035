import { expect, test } from 'vitest'
import { seededRandom } from '#src/testing/seeded-random.ts'
import { groupItems } from './group-items.ts'
import type { RadarItem } from './radar-item.ts'
import type { RadarParty } from './radar-party.ts'

const ITEM: RadarItem = {
  key: 'contract-end:a:LOT-0001',
  kind: 'contract-end',
  title: 'Trygghetsalarmer',
  language: 'nb',
  cpv: ['35121700'],
  themes: [],
  on: '2027-03-01',
  who: [],
  beside: [],
  notice: null,
  lot: null,
  need: null,
  suppliers: [],
  terms: null,
  firmness: null,
  changedAt: new Date('2026-11-01T09:00:00Z'),
}

const party = (number: string): RadarParty => ({
  key: number,
  name: `Kommune ${number}`,
  kommunenummer: number,
  isUnnamed: false,
})

test('two who write nearly the same code are shown as buying the same, by the words that cover both', () => {
  const groups = groupItems(
    [
      { ...ITEM, key: 'a', cpv: ['35121700'], who: [party('5043')] },
      { ...ITEM, key: 'b', cpv: ['35121000'], who: [party('5049')] },
      { ...ITEM, key: 'c', cpv: ['90511000'], who: [party('5049')] },
    ],
    '5043',
  )
  expect(groups).toMatchObject([
    { what: { kind: 'cpv', code: '35120000' }, isOwn: true, others: [{ name: 'Kommune 5049' }] },
    { what: { kind: 'cpv' }, isOwn: false, others: [{ name: 'Kommune 5049' }] },
  ])
})

test('what is shared with the own municipality comes first, then what most share, and in a group what comes first', () => {
  const groups = groupItems(
    [
      { ...ITEM, key: 'late', on: '2028-05-01', who: [party('1')] },
      { ...ITEM, key: 'unsaid', on: null, who: [party('2')] },
      { ...ITEM, key: 'early', on: '2027-01-01', who: [party('3')] },
      { ...ITEM, key: 'nothing', cpv: [], who: [party('1'), party('2'), party('3'), party('4')] },
      { ...ITEM, key: 'own', cpv: ['90511000'], who: [party('9')] },
      { ...ITEM, key: 'ours', cpv: ['48610000'], who: [party('9'), party('1')] },
      { ...ITEM, key: 'theme', cpv: [], themes: ['velferdsteknologi'], who: [party('1')] },
    ],
    '9',
  )
  expect(groups.map(({ items }) => items.map(({ key }) => key))).toEqual([
    ['ours'],
    ['early', 'late', 'unsaid'],
    ['own'],
    ['theme'],
    ['nothing'],
  ])
  expect(groups[1]).toMatchObject({ years: [2027, 2028], theme: 'helse-og-velferd' })
  expect(groups[3]?.what).toEqual({ kind: 'theme', theme: 'velferdsteknologi' })
})

const CODES = ['35121700', '35121000', '72500000', '72', '90511000', '00000000', '', '85']
const THEMES = [[], ['velferdsteknologi'], ['finnes-ikke'], ['vei', 'vann-og-avlop']]

test('whatever comes, nothing is lost and nothing stands twice', () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
    const random = seededRandom(seed)
    const oneOf = <Value>(values: readonly Value[]) =>
      values[Math.floor(random.between(0, values.length))] as Value
    const items = Array.from({ length: 200 }, (_, place): RadarItem => {
      const code = oneOf(CODES)
      return {
        ...ITEM,
        key: `${place}`,
        cpv: code === '' ? [] : [code],
        themes: oneOf(THEMES),
        on: random.fraction() < 0.2 ? null : `202${Math.floor(random.between(6, 9))}-0${1 + (place % 9)}-01`,
        who: [party(oneOf(['1', '2', '3'])), party(oneOf(['4', '5']))],
      }
    })
    const groups = groupItems(items, '1')
    const keys = groups.flatMap((group) => group.items.map(({ key }) => key))
    expect(keys.toSorted()).toEqual(items.map(({ key }) => key).toSorted())
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
    for (const group of groups) {
      const parties = new Set(group.items.flatMap(({ who }) => who.map(({ key }) => key)))
      expect(group.others.length + Number(group.isOwn)).toBe(parties.size)
    }
    expect(
      groupItems(items.toReversed(), '1')
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual(groups.map(({ key }) => key).toSorted())
  }
})
