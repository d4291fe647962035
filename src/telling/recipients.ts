import { PersonId, type Role } from '#src/modules/identity/contract.ts'
import { dayOf, peopleWith, siteMembers } from '#src/modules/identity/index.ts'
import type { Facts, Telling } from '#src/modules/notifications/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { RecordedEvent } from '#src/platform/outbox/index.ts'

/** What an event carries, read with care: an old event may lack what a newer one has. */
export function carried({ payload }: RecordedEvent) {
  const facts: Readonly<Record<string, unknown>> =
    payload !== null && typeof payload === 'object' && !Array.isArray(payload) ? { ...payload } : {}
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : '')
  return {
    text,
    person: (name: string) => PersonId.safeParse(facts[name]).data ?? null,
    organisation: (name: string) => OrganisationId.safeParse(facts[name]).data ?? null,
  }
}

type Said = { readonly facts: Facts; readonly path: string }

/** Those who hold one of the roles for the organisation when it happens. */
export async function peopleThere(
  db: Database,
  asked: { readonly organisation: OrganisationId | null; readonly roles: readonly Role[]; readonly at: Date },
  said: Said,
): Promise<readonly Telling[]> {
  const { organisation, roles, at } = asked
  if (!organisation) return []
  const people = await peopleWith(db, { organisation, roles, on: dayOf(at) })
  return people.map(({ id }) => ({ person: id, organisation, ...said }))
}

/** Those who hold the role for the platform itself. */
export async function peopleOfSite(
  db: Database,
  { role, at }: { readonly role: 'curator' | 'administrator'; readonly at: Date },
  said: Said,
): Promise<readonly Telling[]> {
  const members = await siteMembers(db, dayOf(at))
  const holders = members.filter((member) => member.role === role && !member.isAsked)
  return holders.map(({ person }) => ({ person, organisation: null, ...said }))
}

export function onePerson(
  person: PersonId | null,
  organisation: OrganisationId | null,
  said: Said,
): readonly Telling[] {
  return person ? [{ person, organisation, ...said }] : []
}

export async function organisationName(db: Database, id: OrganisationId | null): Promise<string> {
  return (id && (await findOrganisationById(db, id)))?.name ?? '–'
}
