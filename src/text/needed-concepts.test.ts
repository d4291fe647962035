import { expect, test } from 'vitest'
import { readTextData, readThesaurus } from '#src/testing/text-data.ts'
import { createAnalyser } from './analysis.ts'
import { createLexicon } from './lexicon.ts'
import { createNeedReader } from './needed-concepts.ts'
import { createThesaurusExpansion } from './thesaurus.ts'

const data = readTextData()
const thesaurus = readThesaurus()
const analyser = createAnalyser({
  lexicon: createLexicon(data),
  pairs: data.pairs,
  englishWords: data.englishWords,
  thesaurus: createThesaurusExpansion(thesaurus),
})
const readNeed = createNeedReader(thesaurus, data.needs, analyser.document)
const aboutOf = (need: string) => readNeed(analyser.query(need, 'nb').filter(({ weight }) => weight > 0.1))
const conceptsOf = (need: string) => aboutOf(need).map(({ concept }) => concept)

test.each([
  ['Beboere går seg vill og politiet må lete etter dem', 'lokaliseringsteknologi'],
  ['Bebuarar går seg vill og politiet må leite etter dei', 'lokaliseringsteknologi'],
  ['Residents get lost and the police have to search for them', 'lokaliseringsteknologi'],
  ['Kjellere fylles når det kommer skybrudd over byen', 'overvann'],
])('«%s» is about %s, which it does not name', (need, concept) => {
  expect(conceptsOf(need)).toContain(concept)
})

test('what is told of no concept is about none', () => {
  expect(conceptsOf('xyzzy plugh frobozz')).toEqual([])
  expect(readNeed([])).toEqual([])
})

test('each is a thing to ask for beside the words, and says by which of them it was thought of', () => {
  const need = 'Beboere går seg vill og politiet må lete etter dem'
  const words = analyser.query(need, 'nb')
  const about = readNeed(words)
  expect(about.length).toBeGreaterThan(0)
  for (const { group, kind, term, concept, isInferred, source, start, end, weight } of about) {
    expect(words.some((word) => word.group === group)).toBe(false)
    expect([kind, term, isInferred]).toEqual(['concept', `concept:${concept}`, true])
    expect(need.slice(start, end)).toBe(source)
    expect(weight > 0 && weight <= 1).toBe(true)
  }
})

test('a need that is only in part about a thing asks less for it', () => {
  const weightIn = (need: string) =>
    aboutOf(need).find(({ concept }) => concept === 'lokaliseringsteknologi')?.weight ?? 0
  expect(weightIn('Beboere går seg vill')).toBeGreaterThan(
    weightIn('Beboere går seg vill mens Wergeland og Welhaven strides om Norges litterære fremtid'),
  )
})
