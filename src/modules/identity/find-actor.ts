import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { findOrganisationById, type Organisation } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { type Actor, mintActor } from './actor.ts'
import type { PersonId } from './contract.ts'
import { dayOf } from './day.ts'
import type { Membership } from './membership.ts'
import { membershipsOf, principalsOf } from './memberships-repository.ts'
import { findPerson } from './people-repository.ts'

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
  if (person?.name == null) return null
  const on = dayOf(at)
  const memberships = await membershipsOf(db, { person: id, on })
  const held = memberships.filter((one) => one.organisation === null || one.organisation === organisation)
  const actsFor = held.find((one) => one.organisation !== null)?.organisation ?? null
  const body = actsFor && (await findOrganisationById(db, actsFor))
  return mintActor({
    personId: person.id,
    name: person.name,
    organisation: actsFor,
    organisationName: body?.name ?? null,
    isPublicBody: body !== null && isPublic(body),
    roles: rolesOf(held),
    actsFor: new Set(actsFor ? [actsFor, ...(await principalsOf(db, { body: actsFor, on }))] : []),
    language: person.language,
  })
}

function rolesOf(memberships: readonly Membership[]): Actor['roles'] {
  return new Set(memberships.map(({ role }) => role))
}

function isPublic({ kind }: Organisation): boolean {
  return kind !== 'supplier' && kind !== 'other' && kind !== 'network'
}
