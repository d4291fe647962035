import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf, tokenise } from './tokenise.ts'

const surfaces = (text: string) => tokenise(text).map(({ surface }) => surface)
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(..."aåÅ09 .,:-/'&+#²\u00a0\u00ad"), maxLength: 40 }),
)

test.each([
  ['e-helse og no-dig', ['e-helse', 'og', 'no-dig']],
  ['C++ og C#, ikke A#', ['C++', 'og', 'C#', 'ikke', 'A']],
  ['Norge/Oslo', ['Norge', 'Oslo']],
  ['drift – vedlikehold', ['drift', 'vedlikehold']],
  ['org.nr. 974 761 114', ['org', 'nr', '974 761 114']],
  ['25\u00a0000 kr', ['25\u00a0000', 'kr']],
  ['CPV 72000000-5', ['CPV', '72000000-5']],
  ['01.02.2026 kl. 12:00', ['01.02.2026', 'kl', '12:00']],
  ['2,5 prosent i 2019.', ['2,5', 'prosent', 'i', '2019']],
  ['F&U med 5G', ['F&U', 'med', '5G']],
  ['syke\u00adhjem', ['syke\u00adhjem']],
])('%s', (text, expected) => {
  expect(surfaces(text)).toEqual(expected)
})

test('every letter and digit is in a token, and no token is lost or turned about', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const tokens = tokenise(text)
      const rest = [...tokens]
        .reverse()
        .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
      expect(rest).not.toMatch(/[\p{L}\p{N}]/u)
      expect(tokens.every(({ start, end, surface }) => text.slice(start, end) === surface)).toBe(true)
      expect(tokens.every(({ start }, at) => start >= (tokens[at - 1]?.end ?? 0))).toBe(true)
    }),
  )
})

test('the pieces of a token hold all its letters and digits', () => {
  fc.assert(
    fc.property(anything, (text) => {
      for (const { surface } of tokenise(text)) {
        const letters = (of: string) => of.replace(/[^\p{L}\p{N}]/gu, '')
        expect(
          letters(
            piecesOf(surface)
              .map((piece) => piece.surface)
              .join(''),
          ),
        ).toBe(letters(surface))
      }
    }),
  )
})
