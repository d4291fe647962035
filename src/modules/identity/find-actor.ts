import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Actor } from './actor.ts'
import type { PersonId } from './contract.ts'
import { dayOf } from './day.ts'
import { findPerson } from './people-repository.ts'
import { isHere } from './person.ts'
import { toActor } from './standing.ts'
import { standingsOf } from './standings-repository.ts'

type Claim = {
  readonly person: PersonId
  /** For whom the person wants to act; one that no membership of today bears out counts as none. */
  readonly organisation: OrganisationId | null
  readonly at: Date
}

/**
 * The person as an actor for the organisation, with the roles that hold at that time; null for one who has left.
 *
 * Read anew for each request, so that a role that has ended, been taken back or run out has no effect from then on.
 */
export async function findActor(
  db: Database,
  { person: id, organisation, at }: Claim,
): Promise<Actor | null> {
  const person = await findPerson(db, id)
  if (!person || !isHere(person)) return null
  return toActor(person, await standingsOf(db, { person: id, on: dayOf(at) }), organisation)
}
