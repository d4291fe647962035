import { nextDoc, openCursor, type PostingCursor, positionsEnd } from './posting-cursor.ts'
import {
  copyPositions,
  endList,
  finishLists,
  type PostingWriter,
  postingWriter,
  type WrittenDocuments,
  writePosting,
} from './posting-writer.ts'
import { NO_POSITIONS, type PostingLists } from './postings.ts'
import type { Segment } from './segment.ts'
import {
  alignTables,
  appendFrom,
  finishTable,
  type StringTable,
  sizeOf,
  tableWriter,
} from './string-table.ts'

const POSTINGS_A_STEP = 5000

export type MergedLists = {
  readonly terms: StringTable
  readonly lists: PostingLists
  /** By segment: the new number of each term, or -1 when no living document holds it. */
  readonly termPlaces: readonly Int32Array[]
}

/** The lists of all terms, term by term, each document at its new place. */
export function* mergeLists(
  segments: readonly Segment[],
  places: readonly Int32Array[],
  documents: WrittenDocuments,
): Generator<void, MergedLists> {
  const tables = segments.map(({ terms }) => terms)
  const termPlaces = tables.map((table) => new Int32Array(sizeOf(table)).fill(-1))
  const terms = tableWriter()
  const writer = postingWriter(documents)
  let written = 0
  for (const here of alignTables(tables)) {
    const sources: Source[] = []
    for (const [which, term] of here.entries()) {
      if (term >= 0) sources.push(openSource(segments[which] as Segment, places[which] as Int32Array, term))
    }
    for (let next = firstOf(sources); next; next = firstOf(sources)) {
      writeFrom(writer, next)
      written += 1
      if (written % POSTINGS_A_STEP === 0) yield
    }
    if (endList(writer)) {
      const which = here.findIndex((term) => term >= 0)
      for (const [one, term] of here.entries()) {
        if (term >= 0) (termPlaces[one] as Int32Array)[term] = writer.counts.length - 1
      }
      appendFrom(terms, tables[which] as StringTable, here[which] as number)
    }
    written += 1
    if (written % POSTINGS_A_STEP === 0) yield
  }
  return { terms: finishTable(terms), lists: finishLists(writer), termPlaces }
}

/** One list being read: the new number of its next living document, and where its positions begin. */
type Source = {
  readonly cursor: PostingCursor
  readonly places: Int32Array
  block: number
  positionsAt: number
  doc: number
}

function openSource(segment: Segment, places: Int32Array, term: number): Source {
  const cursor = openCursor(segment.lists, segment.plainMarks, term)
  const source = { cursor, places, block: -1, positionsAt: NO_POSITIONS, doc: -1 }
  settle(source)
  return source
}

/** Goes on from the posting the cursor stands at to one whose document lives. */
function settle(source: Source): void {
  const { cursor, places } = source
  for (;;) {
    const doc = nextDoc(cursor)
    if (doc >= 0 && cursor.unpacked !== source.block) {
      source.block = cursor.unpacked
      source.positionsAt = cursor.lists.positionsAt[cursor.unpacked] as number
    }
    source.doc = doc < 0 ? -1 : (places[doc] as number)
    if (doc < 0 || source.doc >= 0) return
    step(source)
  }
}

function step(source: Source): void {
  source.cursor.at += 1
  if (source.positionsAt === NO_POSITIONS) return
  source.positionsAt = positionsEnd(source.cursor.lists.positions, source.positionsAt)
}

function firstOf(sources: readonly Source[]): Source | null {
  let first: Source | null = null
  for (const source of sources) {
    if (source.doc >= 0 && (first === null || source.doc < first.doc)) first = source
  }
  return first
}

function writeFrom(writer: PostingWriter, source: Source): void {
  const { cursor, positionsAt } = source
  writePosting(writer, source.doc, cursor.marks[cursor.at] as number)
  step(source)
  const range =
    positionsAt === NO_POSITIONS ? ([0, 0] as const) : ([positionsAt, source.positionsAt] as const)
  copyPositions(writer, cursor.lists.positions, range)
  settle(source)
}
