import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuestion, replaceWords } from './question.ts'

function read(typed: string): string[] {
  return parseQuestion(typed).parts.map(({ words, excluded, quoted }) => {
    const text = words.map((word) => word.folded).join(' ')
    return `${excluded ? '-' : ''}${quoted ? `"${text}"` : text}`
  })
}

test('words, phrases in any kind of quotes, and what is to be left out', () => {
  expect(read('Skole -"ny buss" «el ferge» “en gang” -diesel')).toEqual([
    'skole',
    '-"ny buss"',
    '"el ferge"',
    '"en gang"',
    '-diesel',
  ])
})

test('a quote that is not closed and a lonely minus mean nothing', () => {
  expect(read('"velferd tek')).toEqual(['velferd', 'tek'])
  expect(read('buss - båt -')).toEqual(['buss', 'båt'])
  expect(read('"" «»')).toEqual([])
})

test('a hyphenated word is one part, a spaced organisasjonsnummer one word', () => {
  expect(read('e-helse')).toEqual(['e helse'])
  expect(read('964 338 442 bergen')).toEqual(['964338442', 'bergen'])
})

test('words are replaced where they stand', () => {
  const { text, parts } = parseQuestion('Vann «vann» -vann')
  const words = parts.flatMap((part) => part.words)
  const replacements = new Map(words.slice(1).map((word, place) => [word, `vatn${place}`]))
  expect(replaceWords(text, replacements)).toBe('Vann «vatn0» -vatn1')
})

test('every word of every part stands in the text', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
      const { text, parts } = parseQuestion(typed)
      for (const word of parts.flatMap((part) => part.words)) {
        const there = text.slice(word.start, word.end).toLowerCase().replace(/\s/g, '')
        expect(there.startsWith(word.surface)).toBe(true)
      }
    }),
  ))
