import { finished, growingBytes, pushBytes } from './growing-bytes.ts'
import { readTo, type StringTable, tableReader } from './string-table.ts'

/** A string of the table, and how many letters have to be added, removed, changed or swapped to get there. */
export type NearString = { readonly place: number; readonly distance: number }

const FAR = 99
const LONGEST = 64

/** Strings of a sorted table, ascending and written out, and how many bytes each shares with the one before. */
export type StringList = {
  /** Their places in the table. */
  readonly places: Uint32Array
  readonly bytes: Uint8Array
  /** Where each begins; one more than there are strings. */
  readonly starts: Uint32Array
  readonly shared: Uint8Array
}

export function listOf(table: StringTable, places: Uint32Array): StringList {
  const reader = tableReader(table)
  const bytes = growingBytes()
  const starts = new Uint32Array(places.length + 1)
  const shared = new Uint8Array(places.length)
  for (const [which, place] of places.entries()) {
    const { text, length } = readTo(reader, place)
    const [begin, start] = [starts[Math.max(0, which - 1)] as number, starts[which] as number]
    const most = which === 0 ? 0 : Math.min(LONGEST, start - begin, length)
    let common = 0
    while (common < most && bytes.bytes[begin + common] === text[common]) common += 1
    shared[which] = common
    pushBytes(bytes, text, [0, length])
    starts[which + 1] = bytes.length
  }
  return { places, bytes: finished(bytes), starts, shared }
}

/**
 * The strings of the list within a distance of `text`.
 *
 * The list is walked as if it were a tree: rows of the usual matrix are kept for the beginning that a string has
 * in common with the one before, and where a beginning is already too far off, all that share it are passed over.
 * Letters are bytes here; those of Norwegian take two and differ in the second, so a wrong one still counts once.
 */
export function nearStrings(
  { places, bytes, starts, shared }: StringList,
  { text, most }: { text: string; most: number },
): NearString[] {
  const wanted = new TextEncoder().encode(text)
  if (wanted.length >= LONGEST) return []
  const near: NearString[] = []
  const matrix = startMatrix(wanted, most)
  // Rows down to `depth` belong to this string; what shares `failed` bytes with it is too far off as well.
  let [depth, failed, common] = [0, FAR, 0]
  for (let which = 0; which < places.length; which += 1) {
    common = Math.min(common, shared[which] as number)
    if (common >= failed) continue
    const start = starts[which] as number
    const length = Math.min(LONGEST - 1, (starts[which + 1] as number) - start)
    depth = Math.min(depth, common)
    failed = FAR
    while (depth < length && failed === FAR) {
      depth += 1
      if (fillRow(matrix, { bytes, start, depth }) > most) failed = depth
    }
    const distance = failed === FAR ? ((matrix.rows[depth] as Uint8Array)[wanted.length] as number) : FAR
    if (distance <= most && Math.abs(depth - wanted.length) <= most)
      near.push({ place: places[which] as number, distance })
    common = FAR
  }
  return near
}

/** By depth: the distances of the beginning of that length to each beginning of what is wanted, and the least. */
type Matrix = {
  readonly wanted: Uint8Array
  readonly most: number
  readonly rows: readonly Uint8Array[]
  readonly leasts: Uint8Array
}

function startMatrix(wanted: Uint8Array, most: number): Matrix {
  const rows = Array.from({ length: LONGEST }, (_, depth) =>
    Uint8Array.from({ length: wanted.length + 1 }, (_, at) => (depth === 0 ? at : FAR)),
  )
  return { wanted, most, rows, leasts: new Uint8Array(LONGEST) }
}

type Row = { readonly bytes: Uint8Array; readonly start: number; readonly depth: number }

/**
 * The row for the first `depth` bytes, by the rows above, no further from the diagonal than matters; gives the
 * least that can still become of it. Two swapped letters are made good in the row after, so that one counts too.
 */
function fillRow({ wanted, most, rows, leasts }: Matrix, { bytes, start, depth }: Row): number {
  const row = rows[depth] as Uint8Array
  const above = rows[depth - 1] as Uint8Array
  const twoAbove = rows[depth - 2] ?? above
  const letter = bytes[start + depth - 1] as number
  const before = depth > 1 ? (bytes[start + depth - 2] as number) : -1
  const from = Math.max(1, depth - most)
  const to = Math.min(wanted.length, depth + most)
  row[from - 1] = from === 1 ? depth : FAR
  if (to < wanted.length) row[to + 1] = FAR
  let least = row[from - 1] as number
  for (let at = from; at <= to; at += 1) {
    const other = wanted[at - 1] as number
    const changed = (above[at - 1] as number) + (letter === other ? 0 : 1)
    let distance = Math.min(changed, (above[at] as number) + 1, (row[at - 1] as number) + 1)
    if (at > 1 && letter === wanted[at - 2] && other === before) {
      distance = Math.min(distance, (twoAbove[at - 2] as number) + 1)
    }
    row[at] = distance
    if (distance < least) least = distance
  }
  leasts[depth] = least
  return Math.min(least, (leasts[depth - 1] as number) + 1)
}
