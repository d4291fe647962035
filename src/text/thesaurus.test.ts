import { expect, test } from 'vitest'
import { readTextData, readThesaurus } from '#src/testing/text-data.ts'
import { createAnalyser } from './analysis.ts'
import { createLexicon } from './lexicon.ts'
import { type Concept, createThesaurusExpansion } from './thesaurus.ts'

const concept = (id: string, broader: readonly string[], nb: readonly string[], en: string): Concept => ({
  id,
  broader,
  labels: {
    nb: { preferred: nb[0] ?? id, alternatives: nb.slice(1) },
    en: { preferred: en, alternatives: [] },
  },
})
const CONCEPTS = [
  concept('avfall', [], ['Avfall', 'søppel'], 'Waste'),
  concept('renovasjonsbil', ['avfall'], ['Renovasjonsbil', 'søppelbil'], 'Refuse truck'),
  concept('elbil', ['renovasjonsbil'], ['Elektrisk renovasjonsbil'], 'Electric refuse truck'),
]
const data = readTextData()
const lexicon = createLexicon(data)
const analyser = createAnalyser({
  lexicon,
  pairs: data.pairs,
  thesaurus: createThesaurusExpansion(CONCEPTS, { synonym: 0.7, narrower: 0.5, broader: 0.3 }),
})
const conceptsOf = (question: string) =>
  Object.fromEntries(
    analyser
      .query(question, 'nb')
      .flatMap(({ concept: id, weight }) => (id === undefined ? [] : [[id, weight]])),
  )

test('a synonym carries the concept, with the narrower and the broader one below it', () => {
  expect(conceptsOf('søppelbil')).toEqual({ renovasjonsbil: 0.7, elbil: 0.5, avfall: 0.3 })
})

test('the longest label counts, and none inside it', () => {
  const text = 'En elektrisk renovasjonsbil'
  const found = analyser.document(text, 'nb').filter(({ kind }) => kind === 'concept')
  expect(found.map(({ term, start, end }) => [term, text.slice(start, end)])).toEqual([
    ['concept:elbil', 'elektrisk renovasjonsbil'],
  ])
})

test('a label inside a compound counts for less than the word itself', () => {
  const weights = ['søppel', 'storsøppel', 'søppelspann'].map(
    (text) => analyser.document(text, 'nb').find(({ term }) => term === 'concept:avfall')?.weight ?? 0,
  )
  expect(weights[0]).toBe(1)
  expect(weights[1]).toBeLessThan(1)
})

test('two words written as one, or one as two, are the same label', () => {
  expect(conceptsOf('søppel bil')).toHaveProperty('renovasjonsbil')
  expect(conceptsOf('søppelbilen')).toHaveProperty('renovasjonsbil')
})

test('every label of our own thesaurus finds its concept', () => {
  const concepts = readThesaurus()
  const own = createAnalyser({ lexicon, pairs: data.pairs, thesaurus: createThesaurusExpansion(concepts) })
  const lost = concepts.flatMap(({ id, labels }) =>
    Object.entries(labels).flatMap(([language, { preferred, alternatives }]) =>
      [preferred, ...alternatives].filter(
        (label) =>
          !own
            .query(label, language)
            .some((term) => term.term === `concept:${id}` && term.kind === 'concept'),
      ),
    ),
  )
  expect(lost).toEqual([])
})
