import type { IndexSchema } from './schema.ts'

/**
 * A snapshot: a head of 64 bytes, a description in JSON, the arrays, and a checksum of all before it.
 * The head: eight bytes of magic, version, byte order, length of the description, then the length of it all.
 */
export const MAGIC = 0x58444950_53594453n
/** Raised whenever what is written means something else. */
export const VERSION = 2
/** Reads otherwise on a machine with the other byte order. */
export const BYTE_ORDER = 0x01020304
export const HEAD = 64
export const CHECKSUM = 16

export type Description = { readonly schema: string; readonly tree: unknown }

/** Why a snapshot cannot be used; the index is then built anew. */
export type SnapshotRefusal = 'notASnapshot' | 'otherVersion' | 'cut' | 'damaged' | 'otherSchema'

/** Two schemas that read the same documents alike. */
export function fingerprint(schema: IndexSchema): string {
  return JSON.stringify([schema.fields, schema.attributes, schema.numbers, schema.analysis])
}
