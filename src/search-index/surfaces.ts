import { sortStrings } from './compare-strings.ts'
import { listOf } from './edit-distance.ts'
import type { Surfaces } from './segment.ts'
import { type StringTable, tableOf } from './string-table.ts'

/** By word as it is written: in how many documents, and which was the last. */
export type SurfaceCounts = Map<string, { count: number; last: number }>

/** What is worth proposing: words, not numbers or addresses. */
const WORD = /^\p{L}[\p{L}\p{M}’'-]{1,39}$/u

/** Counts a word of a document, once a document. */
export function countSurface(counts: SurfaceCounts, word: string, doc: number): void {
  const known = counts.get(word)
  if (!known) counts.set(word, { count: 1, last: doc })
  else if (known.last !== doc) {
    known.count += 1
    known.last = doc
  }
}

/** All words that were counted, in order; `terms` are those of the segment, sorted, each with its words. */
export function toSurfaces(terms: readonly SurfaceCounts[]): Surfaces {
  const counts = new Map<string, number>()
  for (const [term, words] of terms.entries()) {
    for (const [word, { count }] of words) {
      if (!WORD.test(word)) continue
      // A letter that sorts before every other keeps the terms of one word in order.
      const key = `${word.toLowerCase()}\0${String(term).padStart(10, '0')}`
      counts.set(key, (counts.get(key) ?? 0) + count)
    }
  }
  const keys = sortStrings([...counts.keys()])
  const words = tableOf(keys.map((key) => key.slice(0, -11)))
  return {
    words,
    terms: Uint32Array.from(keys, (key) => Number(key.slice(-10))),
    ...withUsual(
      words,
      Uint32Array.from(keys, (key) => counts.get(key) ?? 0),
    ),
  }
}

/** The most usual words: so many that every word worth proposing is among them, and few enough to look at each. */
const MOST_USUAL = 60_000

/** Counts, and the rows of the highest of them. */
export function withUsual(words: StringTable, counts: Uint32Array): Pick<Surfaces, 'counts' | 'usual'> {
  const least =
    counts.length <= MOST_USUAL ? 0 : (counts.toSorted()[counts.length - MOST_USUAL] as number) + 1
  const usual = new Uint32Array(MOST_USUAL)
  let size = 0
  for (let row = 0; row < counts.length; row += 1) {
    if ((counts[row] as number) >= least) usual[size++] = row
  }
  return { counts, usual: listOf(words, usual.slice(0, size)) }
}
