import { expect, test } from 'vitest'
import { compareNames } from './compare-names.ts'

test('names stand in the Norwegian order', () => {
  const names = ['Åsnes', 'Ås', 'Øygarden', 'Ål', 'Ærfugl', 'Arendal', 'Zetland', 'Aasen']
  expect(names.toSorted(compareNames)).toEqual([
    'Arendal',
    'Zetland',
    'Ærfugl',
    'Øygarden',
    'Ål',
    'Ås',
    'Aasen',
    'Åsnes',
  ])
})

test('numbers inside names stand in the order of their size', () => {
  expect(['Kvartal 10', 'Kvartal 9'].toSorted(compareNames)).toEqual(['Kvartal 9', 'Kvartal 10'])
})
