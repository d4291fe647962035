import type { Actor } from '#src/modules/identity/index.ts'
import type { Need } from '#src/modules/needs/index.ts'

/** Another municipality may need the same: one's own need is one's own already, and a supplier has none. */
export function mayTakeNeed(reader: Actor | null, { organisation }: Pick<Need, 'organisation'>): boolean {
  return reader === null || (reader.isPublicBody && !reader.actsFor.has(organisation))
}
