import { undouble } from './stem-norwegian.ts'

/**
 * Endings that make one word of another, the longest first: `innov|asjon`, `innov|ativ`, `innov|ere`.
 *
 * What is left is the family, indexed beside the word and with little weight: an innovative procurement is not
 * an innovation, but who asks for one will want to see the other.
 */
const ENDINGS = [
  'asjonell',
  'isering',
  'asjon',
  'ering',
  'isere',
  'isjon',
  'ativ',
  'ator',
  'itet',
  'sjon',
  'ing',
  'ist',
  'het',
  'iser',
  'ør',
  'er',
  'iv',
] as const

const SHORTEST_FAMILY = 4

/** The family of a key, or null when it shows no kinship. */
export function familyOf(key: string): string | null {
  if (!/^[a-zæøå]+$/.test(key)) return null
  for (const ending of ENDINGS) {
    if (key.endsWith(ending) && key.length - ending.length >= SHORTEST_FAMILY) {
      return undouble(key.slice(0, -ending.length))
    }
  }
  return null
}
