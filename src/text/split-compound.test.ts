import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTextData } from '#src/testing/text-data.ts'
import { createDictionary } from './dictionary.ts'
import { learnLexicon } from './learn-lexicon.ts'
import { createLexicon, type LearntWords, NOTHING_LEARNT } from './lexicon.ts'
import { splitCompound } from './split-compound.ts'

const data = readTextData()

function wordsWith(learnt: LearntWords) {
  const lexicon = createLexicon(data, learnt)
  return { lexicon, dictionary: createDictionary(lexicon, data.pairs) }
}
const words = wordsWith(NOTHING_LEARNT)
const split = (word: string, by = words) =>
  splitCompound(by, word)
    ?.map(({ start, end }) => word.slice(start, end))
    .join('|') ?? null

test.each([
  'velferds|teknologi',
  'drikke|vann',
  'syke|hjems|plassene',
  'søppel|bil',
  'trygghets|alarmer',
  'innovasjons|partnerskap',
  'anskaffelses|prosess',
  'skule|bygg',
  'vass|leidning',
  'el|biler',
  'by|utvikling',
  'bruker|medvirkning',
  'klima|gass|utslipp',
  'bagasje|håndtering',
])('%s', (parts) => {
  expect(split(parts.replaceAll('|', ''))).toBe(parts)
})

test.each([
  'transport',
  'organisasjon',
  'administrasjon',
  'kommune',
  'barnehage',
  'kristiansand',
  'lillehammer',
  'venstre',
  'elleve',
  'utfordringer',
  'informasjon',
  'stasjon',
  'person',
])('%s is left whole', (word) => {
  const known = words.dictionary.exact(word) ?? words.dictionary.inflected(word)
  expect(known === null ? split(word) : null).toBe(null)
})

test('a corpus teaches parts the hand-made lexicon does not have', () => {
  const corpus = Array.from({ length: 10 }, () => 'en krokus og en tulipan, flere krokus')
  expect(split('tulipankrokus')).toBe(null)
  expect(split('tulipankrokus', wordsWith(learnLexicon(corpus)))).toBe('tulipan|krokus')
})

test('a word the corpus uses more than its parts is left whole', () => {
  const corpus = Array.from({ length: 10 }, () => `tulipan krokus ${'tulipankrokus '.repeat(20)}`)
  expect(split('tulipankrokus', wordsWith(learnLexicon(corpus)))).toBe(null)
})

test('the parts of a split are the word, in order and without gaps', () => {
  const stems = fc.constantFrom(
    'syke',
    'hjem',
    'vann',
    'barn',
    'e',
    's',
    'skole',
    'teknologi',
    'kjøre',
    'plan',
    'xy',
  )
  fc.assert(
    fc.property(fc.array(stems, { minLength: 1, maxLength: 8 }), (list) => {
      const word = list.join('')
      const parts = splitCompound(words, word)
      if (parts) expect(parts.map(({ start, end }) => word.slice(start, end)).join('')).toBe(word)
      expect(parts?.every(({ key }) => key.length > 0) ?? true).toBe(true)
    }),
  )
})
