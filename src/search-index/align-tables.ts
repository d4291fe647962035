import {
  advance,
  type Bytes,
  compareBytes,
  type StringTable,
  type TableReader,
  tableReader,
} from './string-table.ts'

/** By table, where the string stands in it, or -1; filled anew for each string. */
export type Aligned = Bytes & { readonly places: Int32Array }

/** Goes through several tables at once, string by string in order. */
export function* alignTables(tables: readonly StringTable[]): Generator<Aligned, void> {
  const readers = tables.map(tableReader)
  const isAtEnd = readers.map((reader) => !advance(reader))
  const places = new Int32Array(tables.length)
  for (;;) {
    let first: TableReader | null = null
    places.fill(-1)
    for (const [which, reader] of readers.entries()) {
      if (isAtEnd[which]) continue
      const order = first ? compareBytes(reader, first) : -1
      if (order < 0) {
        places.fill(-1)
        first = reader
      }
      if (order <= 0) places[which] = reader.place
    }
    if (!first) return
    yield { places, text: first.text, length: first.length }
    for (const [which, reader] of readers.entries()) {
      if ((places[which] as number) >= 0) isAtEnd[which] = !advance(reader)
    }
  }
}
