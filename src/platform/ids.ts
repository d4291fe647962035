import { v5, v7 } from 'uuid'

/** A new key; made in the program because `uuidv7()` is only in PostgreSQL 18. */
export function newId(): string {
  return v7()
}

const SPYDSPISS = '5b1f3c1e-6a0a-5d0e-9a5c-0d9a35b1f001'

/** The same key for the same natural key, so that what ships with the program is seeded once only. */
export function stableId(kind: string, naturalKey: string): string {
  return v5(`${kind}:${naturalKey}`, SPYDSPISS)
}
