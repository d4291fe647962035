import { expect, test } from 'vitest'
import { addSegment, buildSegment, emptyIndex, runToEnd } from '#src/search-index/index.ts'
import { readThesaurus } from '#src/testing/text-data.ts'
import { createAnalysis } from './analysis.ts'
import { schemaFor } from './index-schema.ts'
import { parseQuestion } from './question.ts'
import { readQuestion } from './read-question.ts'

const analysis = createAnalysis(readThesaurus())
const schema = schemaFor(analysis.fingerprint)
const TEXTS = [
  'Alarm og alarmer, sensor og sensorer i omsorgen',
  'Trygghet for eldre; trygghet og senter',
  'Sykehjem med ny teknologi og mange beboere',
]
const documents = TEXTS.map((title, at) => ({
  id: `case-00${at}`,
  language: 'nb',
  texts: { title },
  attributes: {},
  numbers: {},
  prior: 0,
  audience: 'public' as const,
}))
const making = { schema, analyse: analysis.analyser.document }
const index = addSegment(emptyIndex(schema), runToEnd(buildSegment(documents, making)))
const read = (text: string) => readQuestion({ analysis, index, lang: 'nb' }, parseQuestion(text), [])

test('a need told at length asks for what it is about beside what it says; a short question does not', () => {
  const about = (text: string) =>
    read(text).asked.words.flatMap((term) => (term.isInferred ? [term.concept] : []))
  expect(about('Beboere går seg vill ute og politiet må lete etter dem i skogen')).toContain(
    'lokaliseringsteknologi',
  )
  expect(about('lete i skogen')).toEqual([])
})

test('in a need told at length a word said again counts once, and everyday words count less', () => {
  const words = read('Vannet renner ned i kjelleren, og vannet må ut før kjelleren og huset råtner').asked
    .words
  const weightOf = (source: string) =>
    words.filter((term) => term.source === source && term.kind === 'word').map(({ weight }) => weight)
  expect(weightOf('kjelleren')).toEqual([1])
  expect(
    read('Bruker lang tid på å grave grøft til vannledning i gata').asked.words.find(
      ({ source }) => source === 'tid',
    ),
  ).toMatchObject({ weight: expect.closeTo(0.35) })
})

test.each([
  ['senssoralarm', 'sensoralarm'],
  ['sensoralarrm', 'sensoralarm'],
  ['trygghetssentter', 'trygghetssenter'],
])('%s, which nobody writes rightly either, is corrected part by part to %s', (typed, meant) => {
  expect(read(typed).corrected).toBe(meant)
})

test('a compound nobody has written is no mistake when its parts are known', () => {
  expect(read('sensorteknologi').corrected).toBe(null)
  expect(read('Xyzzyplughfrobozz').corrected).toBe(null)
})
