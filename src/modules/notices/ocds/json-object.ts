import { INVISIBLE } from '#src/modules/notices/eforms/element.ts'

export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands at a path of keys; undefined when anything on the way is missing, or no object. */
export function valueAt(from: JsonObject | null, path: string): unknown {
  let found: unknown = from
  for (const key of path.split('.')) {
    if (!isObject(found) || !Object.hasOwn(found, key)) return undefined
    found = found[key]
  }
  return found
}

export function objectAt(from: JsonObject | null, path: string): JsonObject | null {
  const value = valueAt(from, path)
  return isObject(value) ? value : null
}

/** The objects of a list; one that stands alone is a list of one. */
export function objectsAt(from: JsonObject | null, path: string): JsonObject[] {
  const value = valueAt(from, path)
  if (isObject(value)) return [value]
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** A text on one line, or null when there is none; ids are often written as numbers. */
export function lineOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return null
  const text = value.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
  return text === '' ? null : text.toWellFormed()
}

export function lineAt(from: JsonObject | null, path: string): string | null {
  return lineOf(valueAt(from, path))
}

/** The texts of a list; one that stands alone is a list of one. */
export function linesAt(from: JsonObject | null, path: string): string[] {
  const value = valueAt(from, path)
  return (Array.isArray(value) ? value : [value]).flatMap((one) => lineOf(one) ?? [])
}

export function flagAt(from: JsonObject | null, path: string): boolean | null {
  const value = valueAt(from, path)
  return typeof value === 'boolean' ? value : null
}

export function countAt(from: JsonObject | null, path: string): number | null {
  const value = Number(lineAt(from, path) ?? Number.NaN)
  return Number.isInteger(value) && value >= 0 && value < 1e9 ? value : null
}

/** A web address that can be shown as a link; anything else could be a script. */
export function addressAt(from: JsonObject | null, path: string): string | null {
  const text = lineAt(from, path)
  return text && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null
}
