/** A word, number or code as it stands in a text: `text.slice(start, end) === surface`. */
export type Token = { readonly surface: string; readonly start: number; readonly end: number }

/**
 * What is one word to a Norwegian reader, tried in this order.
 *
 * 1. Digits in groups of three, as sums and organisation numbers are written: `974 761 114`, `25 000`.
 * 2. Numbers with points, commas, colons: `2,5`, `01.02.2026`, `72000000-5`.
 * 3. Names of programming languages: `C++`, `C#`.
 * 4. Words, also with hyphens, apostrophes or & inside: `e-helse`, `no-dig`, `F&U`. A soft hyphen is part of the
 *    word; a slash, a full stop and a dash are not, so `Norge/Oslo` is two. After eight pieces a new word begins.
 */
const TOKEN = new RegExp(
  [
    '(?<![\\p{L}\\p{N}.,])\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?![\\p{L}\\p{N}])',
    '\\d+(?:[.,:]\\d+)+(?![\\p{L}\\p{M}])|\\d{8}-\\d(?![\\p{L}\\p{N}])',
    '(?<![\\p{L}\\p{N}])\\p{L}+(?:\\+\\+|(?<=[cfj])#)(?![\\p{L}\\p{N}])',
    "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*(?:[-\\u00ad\\u2010\\u2011'’&][\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*){0,7}",
  ].join('|'),
  'giu',
)

/** The words of a text, in order. Every letter and digit of the text is in one of them. */
export function tokenise(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    surface: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** The pieces of a word between its hyphens and the like, with their offsets in the word; one for most words. */
export function piecesOf(surface: string): readonly Token[] {
  if (!/[^\p{L}\p{N}\p{M}]/u.test(surface)) return [{ surface, start: 0, end: surface.length }]
  return Array.from(surface.matchAll(/[\p{L}\p{N}\p{M}]+(?:\+\+|#)?/gu), (match) => ({
    surface: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}
