import type { Actor } from '#src/modules/identity/actor.ts'
import { findActor } from '#src/modules/identity/find-actor.ts'
import type { Database } from '#src/platform/database.ts'

/**
 * The actor as it is after waiting for a lock: of two coordinators who end each other's role at once, the one who
 * waited has none any more.
 */
export function actorNow(tx: Database, { personId, organisation }: Actor, at: Date): Promise<Actor | null> {
  return findActor(tx, { person: personId, organisation, at })
}
