import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, foldText, wordsOf } from './word.ts'

test('words are letters and digits, wherever signs stand between them', () => {
  expect(wordsOf('Norge/Oslo: e-helse, 3D-print (C++) 12,5 mill.').map((word) => word.surface)).toEqual([
    'norge',
    'oslo',
    'e',
    'helse',
    '3d',
    'print',
    'c',
    '12',
    '5',
    'mill',
  ])
})

test('nine digits in threes are one word, more or fewer are not', () => {
  expect(wordsOf('Org.nr. 964 338 442, tlf. 55 56').map((word) => word.folded)).toEqual([
    'org',
    'nr',
    '964338442',
    'tlf',
    '55',
    '56',
  ])
  expect(wordsOf('123 456 7890').map((word) => word.folded)).toEqual(['123', '456', '7890'])
})

test('accents are taken away for comparison, but æ, ø and å stay', () => {
  expect(foldText('Idé på KÁRÁŠJOHKA, Guovdageaidnu og Ŋ; Ærfugl, Øygarden, Ås, A\u030ala')).toBe(
    'ide på karasjohka guovdageaidnu og n ærfugl øygarden ås åla',
  )
  expect(foldText('Malmö Nyköping Träsk')).toBe('malmø nykøping træsk')
})

test('a soft hyphen does not divide a word', () => {
  expect(wordsOf(cleanText('velferds\u00adteknologi')).map((word) => word.surface)).toEqual([
    'velferdsteknologi',
  ])
})

test('each word stands in the text where it says it does', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const text = cleanText(typed)
      for (const word of wordsOf(text)) {
        const there = text
          .slice(word.start, word.end)
          .replace(/[ \u00a0]/g, '')
          .toLowerCase()
        expect(there.startsWith(word.surface)).toBe(true)
        expect(word.folded).toMatch(/^[\p{L}\p{M}\p{N}]+$/u)
      }
    }),
  ))
