import type { Dictionary } from './dictionary.ts'

/** Regular differences of sound and ending between the two forms, nynorsk first. */
const CORRESPONDENCES: readonly (readonly [RegExp, string])[] = [
  [/øy/, 'ø'],
  [/au/, 'ø'],
  [/au/, 'o'],
  [/ei/, 'e'],
  [/^kv/, 'hv'],
  [/ju/, 'y'],
  [/jø/, 'e'],
  [/(?<=[gk])j(?=ing$|$)/, ''],
  [/gjev/, 'giv'],
  [/gjer/, 'gjør'],
  [/sam$/, 'som'],
  [/a(?=r$)/, 'e'],
]

/** Words that only nynorsk has are long enough to be told; short ones are in the table of pairs. */
const SHORTEST = 4

/**
 * The bokmål key of a nynorsk one.
 *
 * The table of pairs knows; for the rest a regular difference is a proposal, and the dictionary decides: `løysing`
 * is `løsing` because that word is known and `løysing` is not, while `heis` stays, for nothing is called `hes`.
 */
export function toBokmal(key: string, dictionary: Dictionary): string {
  const paired = dictionary.bokmal(key)
  if (paired !== key || key.length < SHORTEST || dictionary.hasKey(key)) return paired
  for (const [pattern, replacement] of CORRESPONDENCES) {
    const proposed = key.replace(pattern, replacement)
    if (proposed !== key && proposed.length >= SHORTEST && dictionary.hasKey(proposed)) return proposed
  }
  return key
}
