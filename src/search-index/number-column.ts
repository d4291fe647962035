/** One number of each document; whole numbers take half the room. */
export type NumberColumn = { readonly numbers: Int32Array | Float64Array }

/** What stands for «no number» among whole numbers; among others it is NaN. */
const MISSING = -0x80000000

export function numberColumnOf(numbers: readonly (number | null)[]): NumberColumn {
  const isWhole = numbers.every((one) => one === null || (Number.isInteger(one) && Math.abs(one) < -MISSING))
  return {
    numbers: isWhole
      ? Int32Array.from(numbers, (one) => one ?? MISSING)
      : Float64Array.from(numbers, (one) => one ?? Number.NaN),
  }
}

/** The number of a document, or NaN. */
export function numberOf({ numbers }: NumberColumn, doc: number): number {
  const number = numbers[doc] as number
  return number === MISSING && numbers instanceof Int32Array ? Number.NaN : number
}

/** The columns as one, each document at its new place; those without a place are left out. */
export function joinNumbers(
  columns: readonly NumberColumn[],
  places: readonly Int32Array[],
  size: number,
): NumberColumn {
  const joined = new Float64Array(size)
  let isWhole = true
  for (const [which, column] of columns.entries()) {
    const place = places[which] as Int32Array
    for (let doc = 0; doc < place.length; doc += 1) {
      if ((place[doc] as number) < 0) continue
      joined[place[doc] as number] = numberOf(column, doc)
    }
    isWhole &&= column.numbers instanceof Int32Array
  }
  if (!isWhole) return { numbers: joined }
  return { numbers: Int32Array.from(joined, (one) => (Number.isNaN(one) ? MISSING : one)) }
}
