import { compareStrings } from './compare-strings.ts'
import { findString, type StringTable, stringAt, tableOf } from './string-table.ts'

/**
 * The values of one attribute, by document.
 *
 * Documents tend to have the same few combinations of values, so a document holds the number of its combination:
 * counting is then one addition for a document, however many values it has, and a filter is one look-up.
 */
export type AttributeColumn = {
  readonly values: StringTable
  /** By combination: where its values begin in `setValues`; the first combination is the empty one. */
  readonly setStarts: Uint32Array
  readonly setValues: Uint32Array
  /** By document: its combination, in as few bytes as there are combinations for. */
  readonly sets: Uint8Array | Uint16Array | Uint32Array
}

/** The column of these values, document by document. */
export function columnOf(documents: readonly (readonly string[])[]): AttributeColumn {
  const sorted = documents.map((values) => [...new Set(values)].sort(compareStrings))
  const values = [...new Set(sorted.flat())].sort(compareStrings)
  const places = new Map(values.map((value, place) => [value, place]))
  const builder = setBuilder()
  const sets = sorted.map((some) =>
    addSet(
      builder,
      some.map((value) => places.get(value) ?? 0),
    ),
  )
  return { values: tableOf(values), ...finishSets(builder), sets: narrow(sets, builder.starts.length) }
}

export type SetBuilder = {
  readonly known: Map<string, number>
  readonly starts: number[]
  readonly values: number[]
}

export function setBuilder(): SetBuilder {
  return { known: new Map([['', 0]]), starts: [0, 0], values: [] }
}

/** The number of the combination of these ascending values. */
export function addSet(builder: SetBuilder, values: readonly number[]): number {
  const key = values.join(' ')
  const known = builder.known.get(key)
  if (known !== undefined) return known
  const set = builder.known.size
  builder.known.set(key, set)
  for (const value of values) builder.values.push(value)
  builder.starts.push(builder.values.length)
  return set
}

export function finishSets({ starts, values }: SetBuilder): Pick<AttributeColumn, 'setStarts' | 'setValues'> {
  return { setStarts: new Uint32Array(starts), setValues: new Uint32Array(values) }
}

export function narrow(numbers: ArrayLike<number>, count: number): AttributeColumn['sets'] {
  if (count <= 0x100) return Uint8Array.from(numbers)
  return count <= 0x10000 ? Uint16Array.from(numbers) : Uint32Array.from(numbers)
}

export function setCount(column: AttributeColumn): number {
  return column.setStarts.length - 1
}

export function valuesOfSet(column: AttributeColumn, set: number): Uint32Array {
  return column.setValues.subarray(column.setStarts[set], column.setStarts[set + 1])
}

/** The values of one document, as words. */
export function valuesOf(column: AttributeColumn, doc: number): string[] {
  const values = valuesOfSet(column, column.sets[doc] as number)
  return Array.from(values, (value) => stringAt(column.values, value))
}

/** By combination: how many of the wanted values it has. */
export function setsWithAny(column: AttributeColumn, wanted: readonly string[]): Int32Array {
  const isWanted = new Int32Array(column.values.size)
  for (const value of wanted) {
    const place = findString(column.values, value)
    if (place >= 0) isWanted[place] = 1
  }
  return sumOverSets(column, isWanted)
}

/** By combination: the sum of what its values are worth. */
export function sumOverSets(column: AttributeColumn, worths: Int32Array): Int32Array {
  const { setStarts, setValues } = column
  const sums = new Int32Array(setStarts.length - 1)
  for (let set = 0; set < sums.length; set += 1) {
    let sum = 0
    for (let at = setStarts[set] as number; at < (setStarts[set + 1] as number); at += 1) {
      sum += worths[setValues[at] as number] as number
    }
    sums[set] = sum
  }
  return sums
}
