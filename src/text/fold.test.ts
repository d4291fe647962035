import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldWithOffsets } from './fold.ts'

const anything = fc.string({ unit: 'binary', maxLength: 30 })
const norwegian = fc.string({
  unit: fc.constantFrom(...'aAåÅæÆøØäöéèôÁčŠŽđŋ²ﬁ\u030a\u0301\u00ad'),
  maxLength: 12,
})

test.each([
  ['ÅPNE', 'åpne'],
  ['Haakon', 'håkon'],
  ['idé', 'ide'],
  ['fôr', 'for'],
  ['Malmö', 'malmø'],
  ['Kárášjohka', 'karasjohka'],
  ['m²', 'm2'],
  ['A\u030asen', 'åsen'],
  ['Straße', 'strasse'],
])('%s is compared as %s', (surface, folded) => {
  expect(fold(surface)).toBe(folded)
})

test('æ, ø and å are letters of their own, not decorated a and o', () => {
  expect(new Set(['lar', 'lår', 'lær', 'lør'].map(fold)).size).toBe(4)
})

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(anything, norwegian), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})

test('both ways to fold agree, and offsets never leave the surface nor go back', () => {
  fc.assert(
    fc.property(fc.oneof(anything, norwegian), (text) => {
      const { text: folded, at } = foldWithOffsets(text)
      expect(folded).toBe(fold(text))
      expect(at).toHaveLength(folded.length + 1)
      expect(at.every((offset, index) => offset >= (at[index - 1] ?? 0) && offset <= text.length)).toBe(true)
    }),
  )
})
