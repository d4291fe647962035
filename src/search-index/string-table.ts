import { finished, type GrowingBytes, growingBytes, pushBytes, pushVarint } from './growing-bytes.ts'

/**
 * Strings in the order of their UTF-8 bytes, in one array: a million of them is two objects to the garbage collector,
 * and a prefix is a range.
 *
 * Neighbours are alike (`skole`, `skolebuss`, `skolebusser`), so each is written as how many bytes it shares with the
 * one before, how many follow, and those. Every sixteenth is written whole, and it is known where it begins.
 */
export type StringTable = {
  readonly size: number
  readonly bytes: Uint8Array
  /** By block of sixteen: where it begins. */
  readonly starts: Uint32Array
}

const BLOCK = 16
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The table of strings that are sorted by `compareStrings`; the same may stand there again. */
export function tableOf(sorted: readonly string[]): StringTable {
  const writer = tableWriter()
  for (const text of sorted) {
    const bytes = encoder.encode(text)
    append(writer, { text: bytes, length: bytes.length })
  }
  return finishTable(writer)
}

/** The bytes of a string, the first so many of an array. */
export type Bytes = { readonly text: Uint8Array; readonly length: number }

/** Reads a table string by string; what it stands at is in `text`, until it goes on. */
export type TableReader = {
  readonly table: StringTable
  place: number
  at: number
  text: Uint8Array
  length: number
}

/** Stands before the first string. */
export function tableReader(table: StringTable): TableReader {
  return { table, place: -1, at: 0, text: new Uint8Array(64), length: 0 }
}

/** Goes to the next string; false at the end. */
export function advance(reader: TableReader): boolean {
  const { bytes, size } = reader.table
  if (reader.place + 1 >= size) return false
  reader.place += 1
  const shared = readVarint(reader)
  const rest = readVarint(reader)
  if (shared + rest > reader.text.length) {
    const roomier = new Uint8Array((shared + rest) * 2)
    roomier.set(reader.text)
    reader.text = roomier
  }
  const { text } = reader
  for (let at = 0; at < rest; at += 1) text[shared + at] = bytes[reader.at + at] as number
  reader.at += rest
  reader.length = shared + rest
  return true
}

function readVarint(reader: TableReader): number {
  const { bytes } = reader.table
  let value = 0
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[reader.at++] as number
    value |= (byte & 127) << shift
    if (byte < 128) return value
  }
}

/** Goes to the string at `place`, forwards in its block or to the block that holds it. */
export function readTo(reader: TableReader, place: number): TableReader {
  const first = place - (place % BLOCK)
  if (reader.place > place || reader.place < first) toBlock(reader, first / BLOCK)
  while (reader.place < place) advance(reader)
  return reader
}

function toBlock(reader: TableReader, block: number): void {
  reader.place = block * BLOCK - 1
  reader.at = reader.table.starts[block] as number
}

export function stringAt(table: StringTable, place: number): string {
  return textOf(readTo(tableReader(table), place))
}

export function textOf({ text, length }: Bytes): string {
  return decoder.decode(text.subarray(0, length))
}

/** Where the string stands, or -1. */
export function findString(table: StringTable, text: string): number {
  const bytes = encoder.encode(text)
  const reader = lowerBound(table, bytes)
  const isIt = reader.place < table.size && compareBytes(reader, { text: bytes, length: bytes.length }) === 0
  return isIt ? reader.place : -1
}

/** The places of all strings that begin with `prefix`: from the first up to, not including, the second. */
export function prefixRange(table: StringTable, prefix: string): readonly [number, number] {
  const bytes = encoder.encode(prefix)
  if (bytes.length === 0) return [0, table.size]
  // No UTF-8 string holds a byte 0xff, so everything that begins with the prefix lies before this.
  return [lowerBound(table, bytes).place, lowerBound(table, Uint8Array.of(...bytes, 0xff)).place]
}

/** Stands at the first string that is not less; past the last one when there is none. */
function lowerBound(table: StringTable, text: Uint8Array): TableReader {
  const wanted = { text, length: text.length }
  const reader = tableReader(table)
  let [low, high] = [0, table.starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    toBlock(reader, middle)
    advance(reader)
    if (compareBytes(reader, wanted) < 0) low = middle + 1
    else high = middle
  }
  // The first block that begins no less; what is sought may stand at the end of the one before.
  toBlock(reader, Math.max(0, low - 1))
  while (advance(reader)) if (compareBytes(reader, wanted) >= 0) return reader
  reader.place = table.size
  return reader
}

export function compareBytes(one: Bytes, other: Bytes): number {
  const shortest = Math.min(one.length, other.length)
  for (let at = 0; at < shortest; at += 1) {
    const difference = (one.text[at] as number) - (other.text[at] as number)
    if (difference !== 0) return difference
  }
  return one.length - other.length
}

export type TableWriter = {
  readonly bytes: GrowingBytes
  readonly starts: number[]
  size: number
  last: Uint8Array
  lastLength: number
}

export function tableWriter(): TableWriter {
  return { bytes: growingBytes(), starts: [], size: 0, last: new Uint8Array(64), lastLength: 0 }
}

/** Writes a string that is not less than the one before. */
export function append(writer: TableWriter, { text, length }: Bytes): void {
  let shared = 0
  if (writer.size % BLOCK === 0) writer.starts.push(writer.bytes.length)
  else {
    const most = Math.min(length, writer.lastLength)
    while (shared < most && text[shared] === writer.last[shared]) shared += 1
  }
  pushVarint(writer.bytes, shared)
  pushVarint(writer.bytes, length - shared)
  pushBytes(writer.bytes, text, [shared, length])
  if (length > writer.last.length) writer.last = new Uint8Array(length * 2)
  for (let at = 0; at < length; at += 1) writer.last[at] = text[at] as number
  writer.lastLength = length
  writer.size += 1
}

export function finishTable({ bytes, starts, size }: TableWriter): StringTable {
  return { size, bytes: finished(bytes), starts: new Uint32Array(starts) }
}
