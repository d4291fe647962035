import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anIndexed, asking, indexOfExamples } from '#src/testing/search-example.ts'
import { listOf, nearStrings } from './edit-distance.ts'
import { completeWord, correctWord, nearWords, removeDocuments, searchIndex } from './index.ts'
import { stringAt, tableOf } from './string-table.ts'

const PUBLIC = Array.from({ length: 30 }, (_, number) =>
  anIndexed({
    id: `case-${number}`,
    title: 'Innovasjonspartnerskap',
    body: number < 5 ? 'innovasjon inovasjon' : 'innovasjon',
  }),
)
const HIDDEN = anIndexed({ id: 'draft', title: 'Hemmelighet innvikling', audience: ['voss'] })
const INDEX = indexOfExamples(PUBLIC.slice(0, 20), [...PUBLIC.slice(20), HIDDEN])

test('a misspelt word is taken for the usual one that is written almost like it', () => {
  expect(correctWord(INDEX, 'inovasjonspartnerskap')?.word).toBe('innovasjonspartnerskap')
  expect(correctWord(INDEX, 'innovasjno')?.word).toBe('innovasjon')
})

test('a word that documents use is left alone unless the other is far more usual', () => {
  expect(correctWord(INDEX, 'innovasjon')).toBeNull()
  expect(correctWord(INDEX, 'inovasjon')).toBeNull()
  expect(nearWords(INDEX, 'inovasjon').map(({ word }) => word)).toEqual(['innovasjon'])
})

test('short words and words like no other are not corrected', () => {
  expect(correctWord(INDEX, 'inn')).toBeNull()
  expect(correctWord(INDEX, 'brannbil')).toBeNull()
})

test('a beginning is completed with the words of public documents, the most usual first', () => {
  expect(completeWord(INDEX, 'inn', 5).map(({ word, count }) => [word, count])).toEqual([
    ['innovasjon', 30],
    ['innovasjonspartnerskap', 30],
  ])
})

test('words of a document that not everybody may find are proposed to nobody', () => {
  expect(completeWord(INDEX, 'hemm', 5)).toEqual([])
  expect(correctWord(INDEX, 'hemmlighet')).toBeNull()
  expect(completeWord(INDEX, 'inn', 5).map(({ word }) => word)).not.toContain('innvikling')
})

test('words that only a removed document had are no longer proposed', () => {
  const index = indexOfExamples(
    [anIndexed({ id: 'one', title: 'Varmepumpe' })],
    [anIndexed({ id: 'two', title: 'Bru' })],
  )
  expect(completeWord(index, 'var', 5)).toHaveLength(1)
  expect(completeWord(removeDocuments(index, ['one']), 'var', 5)).toEqual([])
})

test('titles are completed for those who may read them', () => {
  const titles = (reader: readonly string[]) =>
    searchIndex(INDEX, {
      question: asking('', { prefix: 'innov', group: 0 }),
      reader,
      within: 'title',
      limit: 50,
    }).total
  expect(titles([])).toBe(30)
  const hidden = (reader: readonly string[]) =>
    searchIndex(INDEX, { question: asking('hemmelighet'), reader, within: 'title', limit: 5 }).hits.map(
      ({ id }) => id,
    )
  expect(hidden([])).toEqual([])
  expect(hidden(['voss'])).toEqual(['draft'])
})

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })

test('the walk through the table finds what comparing with every word finds', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(letters, { maxLength: 25 }),
      letters,
      fc.constantFrom(1, 2),
      (words, text, most) => {
        const table = tableOf(words.toSorted())
        const list = listOf(
          table,
          Uint32Array.from(words, (_, place) => place),
        )
        const found = nearStrings(list, { text, most }).map(({ place }) => stringAt(table, place))
        const near = words.toSorted().filter((word) => distance(word, text) <= most)
        expect(found).toEqual(near)
      },
    ),
    { numRuns: 1000, seed: 7 },
  )
})

/** Levenshtein's distance, with two neighbouring letters swapped for one mistake instead of two. */
function distance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length
  const [less, otherLess] = [one.slice(0, -1), other.slice(0, -1)]
  const isSwapped =
    one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1) && one.length > 1 && other.length > 1
  return Math.min(
    distance(less, other) + 1,
    distance(one, otherLess) + 1,
    distance(less, otherLess) + (one.at(-1) === other.at(-1) ? 0 : 1),
    ...(isSwapped ? [distance(one.slice(0, -2), other.slice(0, -2)) + 1] : []),
  )
}
