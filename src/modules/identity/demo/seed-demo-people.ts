import { PersonId, type Role, SITE_ROLES } from '#src/modules/identity/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { ensureOrganisation, municipality, readRegister } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { stableId } from '#src/platform/ids.ts'
import {
  DEMO_COOPERATIVE,
  DEMO_ISSUER,
  DEMO_MANDATES,
  DEMO_PEOPLE,
  type DemoPerson,
  type DemoPlace,
} from './demo-people.ts'
import '#src/modules/identity/tables.ts'

export function demoPersonId(key: string): PersonId {
  return PersonId.parse(stableId('demo-person', key))
}

/**
 * The people of the demonstration, with their roles and the mandates of the cooperative. Run again it changes
 * nothing: whoever has left, or lost a role, in a demonstration stays so.
 */
export function seedDemoPeople(db: Database, { now }: { now: Clock }): Promise<void> {
  return inTransaction(db, async (tx) => {
    const known = await tx
      .selectFrom('person')
      .select('id')
      .where(
        'id',
        'in',
        DEMO_PEOPLE.map(({ key }) => demoPersonId(key)),
      )
      .execute()
    const ids = new Set(known.map(({ id }) => id))
    const find = await placeFinder(tx)
    for (const person of DEMO_PEOPLE) {
      if (!ids.has(demoPersonId(person.key))) await seedPerson(tx, person, { find, at: now() })
    }
    for (const mandate of DEMO_MANDATES) await seedMandate(tx, mandate, { find, at: now() })
  })
}

type Ground = { readonly find: FindPlace; readonly at: Date }
type FindPlace = (place: DemoPlace) => Promise<OrganisationId>

async function placeFinder(tx: Database): Promise<FindPlace> {
  const register = await readRegister(tx)
  return async (place) => {
    if ('name' in place) return ensureOrganisation(tx, { ...place, organisasjonsnummer: null })
    const found = municipality(register, place.kommunenummer)
    if (!found) throw new Error(`No municipality has the number ${place.kommunenummer}`)
    return found.organisation
  }
}

async function seedPerson(tx: Database, person: DemoPerson, { find, at }: Ground): Promise<void> {
  const id = demoPersonId(person.key)
  const { name, email } = person
  await tx
    .insertInto('person')
    .values({ id, name, email, language: 'nb', created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .insertInto('person_login')
    .values({ issuer: DEMO_ISSUER, subject: person.key, person_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const places = [person.place, ...(person.alsoAt ? [person.alsoAt] : [])]
  for (const place of places) {
    const organisation = place && (await find(place))
    for (const role of person.roles) await seedMembership(tx, { person, role, organisation, at })
  }
}

async function seedMembership(
  tx: Database,
  {
    person,
    role,
    organisation,
    at,
  }: { person: DemoPerson; role: Role; organisation: OrganisationId | null; at: Date },
): Promise<void> {
  const isForATime = role === 'consultant'
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('UTC').toPlainDate()
  await tx
    .insertInto('membership')
    .values({
      id: stableId('demo-membership', `${person.key} ${role} ${organisation}`),
      person_id: demoPersonId(person.key),
      organisation_id: SITE_ROLES.some((site) => site === role) ? null : organisation,
      role,
      status: 'active',
      message: null,
      title: person.title,
      delegation: role === 'coordinator' ? 'Delegasjonsreglementet, innkjøp inntil 1,3 mill. kroner' : null,
      independence_on: isForATime ? today.toString() : null,
      starts_on: null,
      ends_on: isForATime ? today.add({ years: 1 }).toString() : null,
      asked_at: at,
      decided_at: at,
      decided_by: null,
      ended_at: null,
      end_reason: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function seedMandate(
  tx: Database,
  { principal, givenBy, startsOn, endsOn, decision }: (typeof DEMO_MANDATES)[number],
  { find, at }: Ground,
): Promise<void> {
  await tx
    .insertInto('mandate')
    .values({
      id: stableId('demo-mandate', principal.kommunenummer),
      body_id: await find(DEMO_COOPERATIVE),
      principal_id: await find(principal),
      starts_on: startsOn,
      ends_on: endsOn,
      decision,
      given_by: demoPersonId(givenBy),
      given_at: at,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
