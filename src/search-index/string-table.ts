/**
 * Strings in the order of their UTF-8 bytes, laid end to end in one array: a million of them is two objects to the
 * garbage collector, and a prefix is a range.
 */
export type StringTable = {
  readonly bytes: Uint8Array
  /** Where each begins; one more than there are strings. */
  readonly starts: Uint32Array
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The table of strings that are sorted by `compareStrings` and all different. */
export function tableOf(sorted: readonly string[]): StringTable {
  const writer = tableWriter()
  for (const text of sorted) appendBytes(writer, encoder.encode(text))
  return finishTable(writer)
}

export function sizeOf(table: StringTable): number {
  return table.starts.length - 1
}

export function stringAt(table: StringTable, place: number): string {
  return decoder.decode(bytesAt(table, place))
}

function bytesAt({ bytes, starts }: StringTable, place: number): Uint8Array {
  return bytes.subarray(starts[place], starts[place + 1])
}

/** Where the string stands, or -1. */
export function findString(table: StringTable, text: string): number {
  const bytes = encoder.encode(text)
  const place = lowerBound(table, bytes)
  return place < sizeOf(table) && compareBytes(bytesAt(table, place), bytes) === 0 ? place : -1
}

/** The places of all strings that begin with `prefix`: from the first up to, not including, the second. */
export function prefixRange(table: StringTable, prefix: string): readonly [number, number] {
  const bytes = encoder.encode(prefix)
  if (bytes.length === 0) return [0, sizeOf(table)]
  // No UTF-8 string holds a byte 0xff, so everything that begins with the prefix lies before this.
  return [lowerBound(table, bytes), lowerBound(table, Uint8Array.of(...bytes, 0xff))]
}

function lowerBound(table: StringTable, bytes: Uint8Array): number {
  let [low, high] = [0, sizeOf(table)]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareBytes(bytesAt(table, middle), bytes) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function compareBytes(one: Uint8Array, other: Uint8Array): number {
  const shortest = Math.min(one.length, other.length)
  for (let place = 0; place < shortest; place += 1) {
    const difference = (one[place] as number) - (other[place] as number)
    if (difference !== 0) return difference
  }
  return one.length - other.length
}

/** Compares without making views: a merge of large tables does little else. */
export function compareAt(one: StringTable, place: number, other: StringTable, there: number): number {
  const [begin, end] = [one.starts[place] as number, one.starts[place + 1] as number]
  const [otherBegin, otherEnd] = [other.starts[there] as number, other.starts[there + 1] as number]
  const shortest = Math.min(end - begin, otherEnd - otherBegin)
  for (let at = 0; at < shortest; at += 1) {
    const difference = (one.bytes[begin + at] as number) - (other.bytes[otherBegin + at] as number)
    if (difference !== 0) return difference
  }
  return end - begin - (otherEnd - otherBegin)
}

/**
 * Goes through several tables at once, string by string in order: gives, by table, where the string stands in it,
 * or -1. The array that is given is filled anew each time.
 */
export function* alignTables(tables: readonly StringTable[]): Generator<Int32Array, void> {
  const heads = new Int32Array(tables.length)
  const places = new Int32Array(tables.length)
  for (;;) {
    let first = -1
    places.fill(-1)
    for (const [which, table] of tables.entries()) {
      const head = heads[which] as number
      if (head === sizeOf(table)) continue
      const best = tables[first]
      const order = best ? compareAt(table, head, best, heads[first] as number) : -1
      if (order < 0) places.fill(-1)
      if (order < 0) first = which
      if (order <= 0) places[which] = head
    }
    if (first < 0) return
    for (const [which, place] of places.entries()) if (place >= 0) heads[which] = place + 1
    yield places
  }
}

/** The order of UTF-8 bytes, which is that of code points; `<` would set emoji before `ﬁ`. */
export function compareStrings(one: string, other: string): number {
  const shortest = Math.min(one.length, other.length)
  for (let place = 0; place < shortest; place += 1) {
    const [a, b] = [one.charCodeAt(place), other.charCodeAt(place)]
    if (a !== b) return codePointOrder(a) - codePointOrder(b)
  }
  return one.length - other.length
}

/** Sorts in place. Below the surrogates the order of code units is the same, and built in. */
export function sortStrings(texts: string[]): string[] {
  return texts.some((text) => /[\ud800-\uffff]/.test(text)) ? texts.sort(compareStrings) : texts.sort()
}

function codePointOrder(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

type TableWriter = { bytes: Uint8Array; length: number; readonly starts: number[] }

export function tableWriter(): TableWriter {
  return { bytes: new Uint8Array(1024), length: 0, starts: [0] }
}

function appendBytes(writer: TableWriter, bytes: Uint8Array): void {
  if (writer.length + bytes.length > writer.bytes.length) {
    const roomier = new Uint8Array(Math.max(writer.bytes.length * 2, writer.length + bytes.length))
    roomier.set(writer.bytes)
    writer.bytes = roomier
  }
  writer.bytes.set(bytes, writer.length)
  writer.length += bytes.length
  writer.starts.push(writer.length)
}

export function appendFrom(writer: TableWriter, table: StringTable, place: number): void {
  appendBytes(writer, bytesAt(table, place))
}

export function finishTable({ bytes, length, starts }: TableWriter): StringTable {
  return { bytes: bytes.slice(0, length), starts: new Uint32Array(starts) }
}
