import type { MergedLists } from './merge-lists.ts'
import { publicCount } from './postings.ts'
import type { Segment, Surfaces } from './segment.ts'
import {
  advance,
  append,
  compareBytes,
  finishTable,
  type TableReader,
  tableReader,
  tableWriter,
} from './string-table.ts'
import { withUsual } from './surfaces.ts'

const ROWS_A_STEP = 5000

/** The written words of all segments, without those whose term is gone. */
export function* mergeSurfaces(
  segments: readonly Segment[],
  { lists, termPlaces }: MergedLists,
): Generator<void, Surfaces> {
  const readers = segments.map(({ surfaces }, which) => openReader(surfaces, termPlaces[which] as Int32Array))
  const words = tableWriter()
  const terms: number[] = []
  const counts: number[] = []
  for (let row = 0; ; row += 1) {
    if (row % ROWS_A_STEP === 0) yield
    const same = firstRows(readers)
    const [first] = same
    if (!first) break
    const count = same.reduce(
      (sum, { surfaces, words: at }) => sum + (surfaces.counts[at.place] as number),
      0,
    )
    // What has been removed is still counted; at least no more than there are documents with the term.
    const most = first.term < 0 ? 0 : publicCount(lists, first.term)
    if (most > 0) {
      append(words, first.words)
      terms.push(first.term)
      counts.push(Math.min(count, most))
    }
    for (const reader of same) step(reader)
  }
  const table = finishTable(words)
  return { words: table, terms: new Uint32Array(terms), ...withUsual(table, new Uint32Array(counts)) }
}

/** Where one segment is read; `term` is the new number of what its word became, -1 for one that is gone. */
type Reader = {
  readonly surfaces: Surfaces
  readonly places: Int32Array
  readonly words: TableReader
  term: number
  isAtEnd: boolean
}

function openReader(surfaces: Surfaces, places: Int32Array): Reader {
  const reader: Reader = { surfaces, places, words: tableReader(surfaces.words), term: -1, isAtEnd: false }
  step(reader)
  return reader
}

function step(reader: Reader): void {
  const { surfaces, places, words } = reader
  reader.isAtEnd = !advance(words)
  if (!reader.isAtEnd) reader.term = places[surfaces.terms[words.place] as number] as number
}

/** The readers that stand at the first word and term of all. */
function firstRows(readers: readonly Reader[]): Reader[] {
  let first: Reader[] = []
  for (const reader of readers) {
    if (reader.isAtEnd) continue
    const [best] = first
    const order = best ? compareRows(reader, best) : 0
    if (order < 0 || !best) first = [reader]
    else if (order === 0) first.push(reader)
  }
  return first
}

/** Terms keep their order in a merge, so their new numbers may be compared; those that are gone fall together. */
function compareRows(one: Reader, other: Reader): number {
  return compareBytes(one.words, other.words) || one.term - other.term
}
