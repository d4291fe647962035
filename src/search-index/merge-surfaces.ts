import type { MergedLists } from './merge-lists.ts'
import { publicCount } from './postings.ts'
import type { Segment, Surfaces } from './segment.ts'
import { appendFrom, compareAt, finishTable, sizeOf, tableWriter } from './string-table.ts'
import { withUsual } from './surfaces.ts'

const ROWS_A_STEP = 5000

/** The written words of all segments, without those whose term is gone. */
export function* mergeSurfaces(
  segments: readonly Segment[],
  { lists, termPlaces }: MergedLists,
): Generator<void, Surfaces> {
  const readers = segments.map(({ surfaces }, which) => ({
    surfaces,
    at: 0,
    terms: termPlaces[which] as Int32Array,
  }))
  const words = tableWriter()
  const terms: number[] = []
  const counts: number[] = []
  for (let row = 0; ; row += 1) {
    if (row % ROWS_A_STEP === 0) yield
    const same = firstRows(readers)
    const [first] = same
    if (!first) break
    const term = termAt(first)
    const count = same.reduce((sum, { surfaces, at }) => sum + (surfaces.counts[at] as number), 0)
    // What has been removed is still counted; at least no more than there are documents with the term.
    const most = term < 0 ? 0 : publicCount(lists, term)
    if (most > 0) {
      appendFrom(words, first.surfaces.words, first.at)
      terms.push(term)
      counts.push(Math.min(count, most))
    }
    for (const reader of same) reader.at += 1
  }
  const table = finishTable(words)
  return { words: table, terms: new Uint32Array(terms), ...withUsual(table, new Uint32Array(counts)) }
}

type Reader = { readonly surfaces: Surfaces; readonly terms: Int32Array; at: number }

function termAt({ surfaces, terms, at }: Reader): number {
  return terms[surfaces.terms[at] as number] as number
}

/** The readers that stand at the first word and term of all. */
function firstRows(readers: readonly Reader[]): Reader[] {
  let first: Reader[] = []
  for (const reader of readers) {
    if (reader.at === sizeOf(reader.surfaces.words)) continue
    const [best] = first
    const order = best ? compareRows(reader, best) : 0
    if (order < 0 || !best) first = [reader]
    else if (order === 0) first.push(reader)
  }
  return first
}

/** Terms keep their order in a merge, so their new numbers may be compared; those that are gone fall together. */
function compareRows(one: Reader, other: Reader): number {
  return compareAt(one.surfaces.words, one.at, other.surfaces.words, other.at) || termAt(one) - termAt(other)
}
