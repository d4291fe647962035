import { expect, test } from 'vitest'
import { cleanLine, cleanText } from './clean-text.ts'

test('what no paper can hold is taken out, and the rest is left as it is', () => {
  expect(cleanText('a\u0000b\u0007c\u001bd\u009fe\ufffef\uffff')).toBe('abcdef')
  expect(cleanText('æøå ÆØÅ đŋšž «–» 1\u202f000 1\u00a0000 👩‍👩‍👧 شكرا')).toBe(
    'æøå ÆØÅ đŋšž «–» 1\u202f000 1\u00a0000 👩‍👩‍👧 شكرا',
  )
})

test('half a pair becomes the sign for it, and a letter and its mark become one', () => {
  expect(cleanText('a\ud800b')).toBe('a\ufffdb')
  expect(cleanText('a\u030a')).toBe('å')
})

test('every way to end a line is one, and blanks in a row are one', () => {
  expect(cleanText('a\r\nb\rc\u2028d\u0085e \n f\t\tg')).toBe('a\nb\nc\nd\ne\nf g')
  expect(cleanLine(' a\n\nb ')).toBe('a b')
})
