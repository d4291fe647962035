import { alignTables } from './align-tables.ts'
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
import { append, finishTable, type StringTable, tableWriter } from './string-table.ts'

import {
  endTitles,
  finishTitles,
  noteTitle,
  type TitleLists,
  type TitleWriter,
  titleWriter,
} from './title-lists.ts'

const POSTINGS_A_STEP = 5000

export type MergedLists = {
  readonly terms: StringTable
  readonly lists: PostingLists
  readonly titles: TitleLists
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
  const termPlaces = tables.map((table) => new Int32Array(table.size).fill(-1))
  const terms = tableWriter()
  const writer = postingWriter(documents)
  const titles = titleWriter(documents)
  let written = 0
  for (const same of alignTables(tables)) {
    const sources: Source[] = []
    for (const [which, term] of same.places.entries()) {
      if (term >= 0) sources.push(openSource(segments[which] as Segment, places[which] as Int32Array, term))
    }
    for (let next = firstOf(sources); next; next = firstOf(sources)) {
      writeFrom({ writer, titles }, next)
      written += 1
      if (written % POSTINGS_A_STEP === 0) yield
    }
    if (endList(writer)) {
      const place = writer.counts.length - 1
      endTitles(titles, place, writer.counts[place] as number)
      for (const [which, term] of same.places.entries()) {
        if (term >= 0) (termPlaces[which] as Int32Array)[term] = place
      }
      append(terms, same)
    }
    written += 1
    if (written % POSTINGS_A_STEP === 0) yield
  }
  return { terms: finishTable(terms), lists: finishLists(writer), titles: finishTitles(titles), termPlaces }
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

type Writers = { readonly writer: PostingWriter; readonly titles: TitleWriter }

function writeFrom({ writer, titles }: Writers, source: Source): void {
  const { cursor, positionsAt } = source
  const mark = cursor.marks[cursor.at] as number
  writePosting(writer, source.doc, mark)
  noteTitle(titles, source.doc, mark)
  step(source)
  const range =
    positionsAt === NO_POSITIONS ? ([0, 0] as const) : ([positionsAt, source.positionsAt] as const)
  copyPositions(writer, cursor.lists.positions, range)
  settle(source)
}
