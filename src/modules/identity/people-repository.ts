import { sql } from 'kysely'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Language } from '#src/platform/language.ts'
import { PersonId, type Role } from './contract.ts'
import { holdsOn } from './memberships-repository.ts'
import type { Person } from './person.ts'
import './tables.ts'

export type NewPerson = {
  readonly id: PersonId
  readonly name: string
  readonly email: string | null
  readonly language: Language
  readonly createdAt: Date
}

export async function insertPerson(tx: Database, person: NewPerson): Promise<void> {
  const { id, name, email, language, createdAt } = person
  await tx.insertInto('person').values({ id, name, email, language, created_at: createdAt }).execute()
}

export async function findPerson(db: Database, id: PersonId): Promise<Person | null> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toPerson(row) : null
}

export async function findPersonByEmail(db: Database, email: string): Promise<Person | null> {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst()
  return row ? toPerson(row) : null
}

/** Those who hold one of the roles for the organisation on that day, in the order they came. */
export async function peopleWith(
  db: Database,
  { organisation, roles, on }: { organisation: OrganisationId; roles: readonly Role[]; on: string },
): Promise<readonly Person[]> {
  const { rows } = await sql<PersonRow>`
    select person.id, person.name, person.email, person.language, person.left_at
    from person
    where exists (
      select from membership
      where membership.person_id = person.id and organisation_id = ${organisation}
        and role = any(${[...roles]}::text[]) and ${holdsOn(on)}
    )
    order by person.created_at, person.id
  `.execute(db)
  return rows.map(toPerson)
}

/** The organisations for which somebody holds one of the roles on that day. */
export async function organisationsWith(
  db: Database,
  { roles, on }: { roles: readonly Role[]; on: string },
): Promise<readonly OrganisationId[]> {
  const { rows } = await sql<{ organisation_id: string }>`
    select distinct organisation_id from membership
    where organisation_id is not null and role = any(${[...roles]}::text[]) and ${holdsOn(on)}
    order by organisation_id
  `.execute(db)
  return rows.map((row) => OrganisationId.parse(row.organisation_id))
}

type PersonRow = {
  id: string
  name: string | null
  email: string | null
  language: Language
  left_at: Date | null
}

export function toPerson({ id, name, email, language, left_at }: PersonRow): Person {
  return { id: PersonId.parse(id), name, email, language, leftAt: left_at }
}
