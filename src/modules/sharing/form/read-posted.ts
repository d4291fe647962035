import { MOST_ROWS } from '#src/modules/sharing/contract.ts'
import {
  readAt,
  rowsAt,
  type TypedContent,
  type TypedRow,
  writeAt,
} from '#src/modules/sharing/typed-content.ts'
import type { Json } from '#src/platform/json.ts'
import type { Field, FormPart, Rows } from './field.ts'
import { fromTyped } from './field-values.ts'

/** More than anyone writes in a field, and little enough to keep while it is put right. */
const LONGEST_TYPED = 20_000

/** What was typed on a page; every question of the page is answered, if only by nothing. */
export function readPosted(form: FormData, parts: readonly FormPart[]): TypedContent {
  return parts.reduce(
    (typed: TypedContent, part) =>
      writeAt(
        typed,
        part.path,
        part.kind === 'rows' ? postedRows(form, part) : posted(form, part, part.path),
      ),
    {},
  )
}

function postedRows(form: FormData, { path, fields }: Rows): readonly TypedRow[] {
  const keys = form
    .getAll(`${path}.$key`)
    .filter((key) => typeof key === 'string')
    .slice(0, MOST_ROWS)
  return keys.map((key, place) => {
    const row = fields.reduce(
      (typed: TypedContent, field) =>
        writeAt(typed, field.path, posted(form, field, `${path}.${place}.${field.path}`)),
      {},
    )
    return { ...row, $key: key.slice(0, 40) }
  })
}

function posted(form: FormData, { kind }: Field, name: string): Json {
  const texts = form
    .getAll(name)
    .filter((value) => typeof value === 'string')
    .map((text) => text.replace(/\r\n?/g, '\n').slice(0, LONGEST_TYPED))
  if (kind === 'choices' || kind === 'themes') return [...new Set(texts.filter((text) => text !== ''))]
  return texts[0] ?? ''
}

/** The same answers without rows in which nothing is typed, or with one more to write in, or without one. */
export function withRows(
  typed: TypedContent,
  parts: readonly FormPart[],
  change:
    | { readonly add: string; readonly key: string }
    | { readonly remove: string; readonly key: string }
    | null,
): TypedContent {
  return parts.reduce((content, part) => {
    if (part.kind !== 'rows') return content
    const rows = rowsAt(content, part.path)
    if (change && 'remove' in change && change.remove === part.path)
      return writeAt(
        content,
        part.path,
        rows.filter((row) => row.$key !== change.key),
      )
    if (change && 'add' in change && change.add === part.path)
      return writeAt(content, part.path, [...rows, { $key: change.key }].slice(0, MOST_ROWS))
    return change
      ? content
      : writeAt(
          content,
          part.path,
          rows.filter((row) => isWritten(row, part)),
        )
  }, typed)
}

function isWritten(row: TypedRow, { fields }: Rows): boolean {
  return fields.some((field) => fromTyped(field, readAt(row, field.path)) !== undefined)
}
