import type { Json } from '#src/platform/json.ts'

/**
 * What has been typed in a form, at the places where it will stand in a case, every field a text as it was written.
 *
 * So what is wrong is kept until it is mended, and what a case holds that no form asks for (which organisation a
 * name stands for) is carried along. Names that begin with `$` are the form's own and never published: `$key` tells
 * one row from another while rows come and go.
 */
export type TypedContent = { readonly [key: string]: Json }

/** One of a part that there may be several of: a requirement, a supplier. */
export type TypedRow = TypedContent & { readonly $key: string }

/** What stands at a place (`need.text`), or nothing. */
export function readAt(content: TypedContent, path: string): Json | undefined {
  let at: Json | undefined = content
  for (const name of path.split('.')) at = isObject(at) ? at[name] : undefined
  return at
}

/** The same content with something else at that place; nothing takes the place away. */
export function writeAt(content: TypedContent, path: string, value: Json | undefined): TypedContent {
  const [name = '', ...rest] = path.split('.')
  const inner = content[name]
  const next = rest.length === 0 ? value : writeAt(isObject(inner) ? inner : {}, rest.join('.'), value)
  if (next !== undefined) return { ...content, [name]: next }
  const { [name]: _, ...others } = content
  return others
}

/** The text of a field, empty when nothing is typed. */
export function textAt(content: TypedContent, path: string): string {
  const found = readAt(content, path)
  return typeof found === 'string' ? found : ''
}

/** The rows at a place. */
export function rowsAt(content: TypedContent, path: string): readonly TypedRow[] {
  const found = readAt(content, path)
  return Array.isArray(found) ? found.filter(isRow) : []
}

export function isObject(value: Json | undefined): value is TypedContent {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isRow(value: Json): value is TypedRow {
  return isObject(value) && typeof value.$key === 'string'
}
