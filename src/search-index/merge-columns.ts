import { alignTables } from './align-tables.ts'
import {
  type AttributeColumn,
  addSet,
  finishSets,
  narrow,
  type SetBuilder,
  setBuilder,
  setCount,
  valuesOfSet,
} from './attribute-column.ts'
import { append, finishTable, type StringTable, tableWriter } from './string-table.ts'

const DOCUMENTS_A_STEP = 20_000

/** The columns as one, each document at its new place; combinations nobody has any more are forgotten. */
export function* mergeColumns(
  columns: readonly AttributeColumn[],
  places: readonly Int32Array[],
  size: number,
): Generator<void, AttributeColumn> {
  const { values, maps } = mergeValues(columns.map((column) => column.values))
  const builder = setBuilder()
  const sets = new Uint32Array(size)
  for (const [which, column] of columns.entries()) {
    const place = places[which] as Int32Array
    const setOf = setMapper(builder, column, maps[which] as Uint32Array)
    for (let doc = 0; doc < place.length; doc += 1) {
      if ((place[doc] as number) >= 0) sets[place[doc] as number] = setOf(column.sets[doc] as number)
      if (doc % DOCUMENTS_A_STEP === 0) yield
    }
  }
  return { values, ...finishSets(builder), sets: narrow(sets, builder.known.size) }
}

function setMapper(builder: SetBuilder, column: AttributeColumn, map: Uint32Array): (set: number) => number {
  const known = new Int32Array(setCount(column)).fill(-1)
  return (set) => {
    if (known[set] === -1) {
      known[set] = addSet(
        builder,
        Array.from(valuesOfSet(column, set), (value) => map[value] as number),
      )
    }
    return known[set] as number
  }
}

function mergeValues(tables: readonly StringTable[]): { values: StringTable; maps: readonly Uint32Array[] } {
  const maps = tables.map((table) => new Uint32Array(table.size))
  const writer = tableWriter()
  let size = 0
  for (const same of alignTables(tables)) {
    append(writer, same)
    for (const [which, place] of same.places.entries()) {
      if (place >= 0) (maps[which] as Uint32Array)[place] = size
    }
    size += 1
  }
  return { values: finishTable(writer), maps }
}
