import { BLOCK, MANY_POSITIONS, NO_POSITIONS, type PostingLists, SINGLE_POSITIONS } from './postings.ts'

/** Reads one list from its beginning; it holds one block at a time, unpacked. */
export type PostingCursor = {
  readonly lists: PostingLists
  readonly plainMarks: Uint8Array
  readonly firstBlock: number
  readonly endBlock: number
  readonly count: number
  /** The block that is next or unpacked; `endBlock` when the list is read. */
  block: number
  /** The block that lies unpacked in `docs` and `marks`; -1 before the first. */
  unpacked: number
  readonly docs: Int32Array
  readonly marks: Uint8Array
  /** How many postings the unpacked block has, and which of them is next. */
  size: number
  at: number
}

export function openCursor(lists: PostingLists, plainMarks: Uint8Array, term: number): PostingCursor {
  const firstBlock = lists.blockStarts[term] as number
  const count = lists.counts[term] as number
  return {
    lists,
    plainMarks,
    firstBlock,
    endBlock: lists.blockStarts[term + 1] as number,
    count,
    block: firstBlock,
    unpacked: -1,
    docs: new Int32Array(Math.min(BLOCK, count)),
    marks: new Uint8Array(Math.min(BLOCK, count)),
    size: 0,
    at: 0,
  }
}

/** Goes to the block that may hold `doc` or something after it; false when the list ends before. */
export function reach(cursor: PostingCursor, doc: number): boolean {
  const { lastDocs } = cursor.lists
  let block = cursor.block
  while (block < cursor.endBlock && (lastDocs[block] as number) < doc) block += 1
  cursor.block = block
  if (block === cursor.endBlock) return false
  if (cursor.unpacked !== block) unpack(cursor)
  return true
}

function unpack(cursor: PostingCursor): void {
  const { lists, plainMarks, block, firstBlock, docs, marks } = cursor
  const { bytes } = lists
  const size = Math.min(BLOCK, cursor.count - (block - firstBlock) * BLOCK)
  let at = lists.bytesAt[block] as number
  let doc = block === firstBlock ? -1 : (lists.lastDocs[block - 1] as number)
  for (let place = 0; place < size; place += 1) {
    // Read out here, not by a function for varints: half of the time of a search is spent in this loop.
    let value = bytes[at++] as number
    if (value > 127) {
      let byte = value
      value &= 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number
        value |= (byte & 127) << shift
      }
    }
    doc += value >> 1
    docs[place] = doc
    marks[place] = (value & 1) === 0 ? (plainMarks[doc] as number) : (bytes[at++] as number)
  }
  cursor.size = size
  cursor.at = 0
  cursor.unpacked = block
}

/** The document of the next posting, or -1 at the end. */
export function nextDoc(cursor: PostingCursor): number {
  if (cursor.unpacked !== cursor.block || cursor.at === cursor.size) {
    if (cursor.unpacked === cursor.block) cursor.block += 1
    if (cursor.block >= cursor.endBlock) return -1
    unpack(cursor)
  }
  return cursor.docs[cursor.at] as number
}

/** Steps to `doc` and tells whether the list holds it; documents must be asked for in ascending order. */
export function seek(cursor: PostingCursor, doc: number): boolean {
  if (!reach(cursor, doc)) return false
  while ((cursor.docs[cursor.at] as number) < doc) cursor.at += 1
  return cursor.docs[cursor.at] === doc
}

/** The positions of the posting the cursor stands at. */
export function positionsHere({ lists, block, at: posting }: PostingCursor): number[] {
  let at = lists.positionsAt[block] as number
  if (at === NO_POSITIONS) return []
  for (let place = 0; place < posting; place += 1) at = positionsEnd(lists.positions, at)
  return readPositions(lists.positions, at)
}

/** Where the positions end that begin at `from`. */
export function positionsEnd(bytes: Uint8Array, from: number): number {
  const head = bytes[from] as number
  if (head < SINGLE_POSITIONS) return from + 1
  let [number, at] = head === MANY_POSITIONS ? varintAt(bytes, from + 1) : [head - SINGLE_POSITIONS, from + 1]
  for (; number > 0; number -= 1) {
    while ((bytes[at] as number) > 127) at += 1
    at += 1
  }
  return at
}

function readPositions(bytes: Uint8Array, from: number): number[] {
  const head = bytes[from] as number
  if (head < SINGLE_POSITIONS) return [head]
  let [number, at] = head === MANY_POSITIONS ? varintAt(bytes, from + 1) : [head - SINGLE_POSITIONS, from + 1]
  const positions: number[] = []
  let position = 0
  for (; number > 0; number -= 1) {
    const [distance, next] = varintAt(bytes, at)
    position += distance
    positions.push(position)
    at = next
  }
  return positions
}

function varintAt(bytes: Uint8Array, from: number): [number, number] {
  let [value, at] = [0, from]
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] as number
    value |= (byte & 127) << shift
    if (byte < 128) return [value, at]
  }
}
