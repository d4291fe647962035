import type { Term } from '#src/text/analysis.ts'
import type { Surfaces } from './segment.ts'
import { compareStrings, tableOf } from './string-table.ts'

/** By `word`, a zero, and its term: in how many documents. The zero sorts before every letter. */
export type SurfaceCounts = Map<string, number>

/** What is worth proposing: words, not numbers or addresses. */
const WORD = /^\p{L}[\p{L}\p{M}’'-]{1,39}$/u

/** Counts a word of a document, once a document. */
export function countSurfaces(
  counts: SurfaceCounts,
  seen: Set<string>,
  { text, term }: { text: string; term: Term },
): void {
  const key = `${text.slice(term.start, term.end).toLowerCase()}\0${term.term}`
  if (seen.has(key)) return
  seen.add(key)
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** The words that were counted, in order; `terms` are all terms of the segment, sorted. */
export function toSurfaces(counts: SurfaceCounts, terms: readonly string[]): Surfaces {
  const places = new Map(terms.map((term, place) => [term, place]))
  const rows = [...counts.keys()]
    .map((key) => ({ key, zero: key.indexOf('\0') }))
    .filter(({ key, zero }) => WORD.test(key.slice(0, zero)))
    .sort((one, other) => compareStrings(one.key, other.key))
  return {
    words: tableOf(rows.map(({ key, zero }) => key.slice(0, zero))),
    terms: Uint32Array.from(rows, ({ key, zero }) => places.get(key.slice(zero + 1)) ?? 0),
    counts: Uint32Array.from(rows, ({ key }) => counts.get(key) ?? 0),
  }
}
