import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mendEncoding } from './mend-encoding.ts'

const misread = (text: string) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))

test('a twice-encoded title is mended', () => {
  expect(mendEncoding('SYKEHUSINNKJÃ˜P HF')).toBe('SYKEHUSINNKJØP HF')
  expect(mendEncoding('Ã¥pen anbudskonkurranse â€“ lÃ¸sning')).toBe('åpen anbudskonkurranse – løsning')
})

test('a text that was encoded three times is mended too', () => {
  expect(mendEncoding(misread(misread('Sykehusinnkjøp på Åsane')))).toBe('Sykehusinnkjøp på Åsane')
})

test('sound texts are left alone', () => {
  for (const text of [
    'Ål, Ås, Øygarden, Ærfugl',
    'SÃO PAULO',
    'PRESTAÇÃO',
    'château à vendre',
    'Bât. 4',
    '100 °C – «nå»',
  ]) {
    expect(mendEncoding(text)).toBe(text)
  }
})

test('whatever Norwegian was misread once comes back', () => {
  const norwegian = fc.string({ unit: fc.constantFrom(...'aeiouæøåÆØÅ –«»é§0123 '), maxLength: 40 })
  fc.assert(
    fc.property(norwegian, (text) => {
      expect(mendEncoding(misread(text))).toBe(text)
    }),
  )
})

test('text without such traces never changes', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'abcæøåÆØÅéàçß –«»’'), maxLength: 40 })
  fc.assert(
    fc.property(plain, (text) => {
      expect(mendEncoding(text)).toBe(text)
    }),
  )
})
