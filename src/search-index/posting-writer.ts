import {
  finished,
  type GrowingBytes,
  growingBytes,
  pushByte,
  pushBytes,
  pushVarint,
} from './growing-bytes.ts'
import { BLOCK, MANY_POSITIONS, NO_POSITIONS, type PostingLists, SINGLE_POSITIONS } from './postings.ts'

/** What the writer knows of the documents it writes about. */
export type WrittenDocuments = {
  /** By document: the mark that is left out. */
  readonly plainMarks: Uint8Array
  /** By document: 1 when not everybody may find it. */
  readonly hidden: Uint8Array
}

/** Writes lists term by term, each document by document, in ascending order. */
export type PostingWriter = {
  readonly documents: WrittenDocuments
  readonly bytes: GrowingBytes
  readonly positions: GrowingBytes
  readonly counts: number[]
  readonly blockStarts: number[]
  readonly lastDocs: number[]
  readonly bytesAt: number[]
  readonly positionsAt: number[]
  readonly hiddenTerms: number[]
  readonly hiddenCounts: number[]
  count: number
  hidden: number
  lastDoc: number
  hasPositions: boolean
}

export function postingWriter(documents: WrittenDocuments): PostingWriter {
  return {
    documents,
    bytes: growingBytes(),
    positions: growingBytes(),
    counts: [],
    blockStarts: [0],
    lastDocs: [],
    bytesAt: [],
    positionsAt: [],
    hiddenTerms: [],
    hiddenCounts: [],
    count: 0,
    hidden: 0,
    lastDoc: -1,
    hasPositions: false,
  }
}

/** Writes a posting; its positions are written right after. */
export function writePosting(writer: PostingWriter, doc: number, mark: number): void {
  if (writer.count % BLOCK === 0) beginBlock(writer)
  const isPlain = writer.documents.plainMarks[doc] === mark
  pushVarint(writer.bytes, ((doc - writer.lastDoc) << 1) | (isPlain ? 0 : 1))
  if (!isPlain) pushByte(writer.bytes, mark)
  writer.count += 1
  writer.hidden += writer.documents.hidden[doc] as number
  writer.lastDoc = doc
}

function beginBlock(writer: PostingWriter): void {
  if (writer.count > 0) endBlock(writer)
  writer.bytesAt.push(writer.bytes.length)
  writer.positionsAt.push(writer.positions.length)
  writer.hasPositions = false
}

function endBlock(writer: PostingWriter): void {
  writer.lastDocs.push(writer.lastDoc)
  if (writer.hasPositions) return
  writer.positions.length = writer.positionsAt.at(-1) ?? 0
  writer.positionsAt[writer.positionsAt.length - 1] = NO_POSITIONS
}

/** The ascending positions of the posting written last. */
export function writePositions(writer: PostingWriter, sorted: readonly number[]): void {
  const { positions } = writer
  const [first = SINGLE_POSITIONS] = sorted
  if (sorted.length > 0) writer.hasPositions = true
  if (sorted.length === 1 && first < SINGLE_POSITIONS) {
    pushByte(positions, first)
    return
  }
  pushByte(positions, Math.min(SINGLE_POSITIONS + sorted.length, MANY_POSITIONS))
  if (SINGLE_POSITIONS + sorted.length >= MANY_POSITIONS) pushVarint(positions, sorted.length)
  let before = 0
  for (const position of sorted) {
    pushVarint(positions, position - before)
    before = position
  }
}

/** Positions as another list has them; none when the range is empty. */
export function copyPositions(
  writer: PostingWriter,
  source: Uint8Array,
  range: readonly [number, number],
): void {
  const [from, to] = range
  if (from === to) {
    writePositions(writer, [])
    return
  }
  if (source[from] !== SINGLE_POSITIONS) writer.hasPositions = true
  pushBytes(writer.positions, source, range)
}

/** Ends the list of a term; false when no document holds it, and the term should be left out. */
export function endList(writer: PostingWriter): boolean {
  if (writer.count === 0) return false
  endBlock(writer)
  if (writer.hidden > 0) {
    writer.hiddenTerms.push(writer.counts.length)
    writer.hiddenCounts.push(writer.hidden)
  }
  closeList(writer)
  return true
}

/** Ends a list that may be empty, and is there all the same. */
export function closeList(writer: PostingWriter): void {
  writer.counts.push(writer.count)
  writer.blockStarts.push(writer.lastDocs.length)
  writer.count = 0
  writer.hidden = 0
  writer.lastDoc = -1
}

export function finishLists(writer: PostingWriter): PostingLists {
  return {
    counts: new Uint32Array(writer.counts),
    blockStarts: new Uint32Array(writer.blockStarts),
    lastDocs: new Int32Array(writer.lastDocs),
    bytesAt: new Uint32Array(writer.bytesAt),
    positionsAt: new Uint32Array(writer.positionsAt),
    bytes: finished(writer.bytes),
    positions: finished(writer.positions),
    hiddenTerms: new Uint32Array(writer.hiddenTerms),
    hiddenCounts: new Uint32Array(writer.hiddenCounts),
  }
}
