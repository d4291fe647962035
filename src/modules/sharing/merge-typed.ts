import type { Json } from '#src/platform/json.ts'
import type { Field, FormPart, Rows } from './form/field.ts'
import { readAt, rowsAt, type TypedContent, type TypedRow, writeAt } from './typed-content.ts'

/** A field that two people have changed differently since both saw it. */
export type Conflict = {
  /** `need.text`, or with the key of the row `lessons.<key>.text`. */
  readonly path: string
  readonly part: string
  readonly field: Field
  readonly theirs: Json
  readonly mine: Json
}

export type Merged = { readonly content: TypedContent; readonly conflicts: readonly Conflict[] }

type Sides = {
  /** What both began with. */
  readonly base: TypedContent
  /** What is saved. */
  readonly theirs: TypedContent
  readonly mine: TypedContent
}

/**
 * Puts what two people have written of the same parts together, field by field. Where only one of them has changed a
 * field, that is what stands; where both have, what is saved stays and the other text is given back as a conflict,
 * for its writer to choose. A row that one has taken away and the other has written in stays.
 */
export function mergeTyped({ base, theirs, mine }: Sides, parts: readonly FormPart[]): Merged {
  const conflicts: Conflict[] = []
  const content = parts.reduce((merged, part) => {
    if (part.kind === 'rows') {
      const sides = {
        base: rowsAt(base, part.path),
        theirs: rowsAt(theirs, part.path),
        mine: rowsAt(mine, part.path),
      }
      const rows = mergeRows(sides, part)
      conflicts.push(...rows.conflicts)
      return writeAt(merged, part.path, rows.rows.length > 0 ? rows.rows : undefined)
    }
    const value = mergeField({ base, theirs, mine }, part, part)
    conflicts.push(...value.conflicts)
    return writeAt(merged, part.path, value.value)
  }, theirs)
  return { content, conflicts }
}

function mergeField(
  { base, theirs, mine }: Sides,
  field: Field,
  place: { readonly path: string; readonly row?: string },
): { readonly value: Json | undefined; readonly conflicts: readonly Conflict[] } {
  const [was, saved, typed] = [base, theirs, mine].map((side) => readAt(side, field.path))
  if (same(typed, was) || same(typed, saved)) return { value: saved, conflicts: [] }
  if (same(saved, was)) return { value: typed, conflicts: [] }
  const path = place.row === undefined ? field.path : `${place.path}.${place.row}.${field.path}`
  const conflict = { path, part: place.path, field, theirs: saved ?? '', mine: typed ?? '' }
  return { value: saved, conflicts: [conflict] }
}

type RowSides = { readonly [Side in keyof Sides]: readonly TypedRow[] }

function mergeRows(
  sides: RowSides,
  part: Rows,
): { readonly rows: readonly TypedRow[]; readonly conflicts: readonly Conflict[] } {
  const conflicts: Conflict[] = []
  const find = (rows: readonly TypedRow[], key: string) => rows.find((row) => row.$key === key)
  const written = (one: TypedRow | undefined, other: TypedRow | undefined) =>
    !part.fields.every((field) => same(readAt(one ?? {}, field.path), readAt(other ?? {}, field.path)))
  const saved = sides.theirs.flatMap((theirs): TypedRow[] => {
    const [base, mine] = [find(sides.base, theirs.$key), find(sides.mine, theirs.$key)]
    if (mine) {
      const merged = mergeRow({ base: base ?? { $key: theirs.$key }, theirs, mine }, part)
      conflicts.push(...merged.conflicts)
      return [merged.row]
    }
    return base && !written(theirs, base) ? [] : [theirs]
  })
  const added = sides.mine.filter((mine) => {
    if (find(sides.theirs, mine.$key)) return false
    const base = find(sides.base, mine.$key)
    return !base || written(mine, base)
  })
  return { rows: [...saved, ...added], conflicts }
}

function mergeRow(
  sides: { readonly [Side in keyof Sides]: TypedRow },
  { path, fields }: Rows,
): { readonly row: TypedRow; readonly conflicts: readonly Conflict[] } {
  const conflicts: Conflict[] = []
  const row = fields.reduce((merged: TypedRow, field) => {
    const { value, conflicts: found } = mergeField(sides, field, { path, row: merged.$key })
    conflicts.push(...found)
    return { ...writeAt(merged, field.path, value), $key: merged.$key }
  }, sides.theirs)
  return { row, conflicts }
}

/** An empty field is the same as none. */
function same(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one || '') === JSON.stringify(other || '')
}
