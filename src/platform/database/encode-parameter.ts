/** What the driver sends as it stands. */
export type EncodedParameter = string | Uint8Array | null | EncodedParameter[]

/**
 * A value as PostgreSQL reads it, the same on both engines: instants with their zone, dates as dates, bytes as
 * bytes, lists as arrays, other objects as JSON.
 *
 * A list is always a PostgreSQL array. JSON that is a list must be given as text (`JSON.stringify`), since an empty
 * one would otherwise be stored as the empty object `{}` without anybody noticing.
 */
export function encodeParameter(value: unknown): EncodedParameter {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value)
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} cannot be stored in the database`)
  if (value instanceof Uint8Array) return value
  if (value instanceof Date) return value.toISOString()
  if (isTemporal(value)) return value.toString()
  if (Array.isArray(value)) return value.map(encodeElement)
  return JSON.stringify(value)
}

function encodeElement(element: unknown): EncodedParameter {
  const isRecord =
    typeof element === 'object' &&
    element !== null &&
    !Array.isArray(element) &&
    !(element instanceof Date || element instanceof Uint8Array || isTemporal(element))
  if (isRecord) throw new TypeError('A list of objects goes to the database as text: use JSON.stringify')
  return encodeParameter(element)
}

function isTemporal(value: object): boolean {
  return Object.prototype.toString.call(value).startsWith('[object Temporal.')
}
