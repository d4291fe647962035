import { PersonId, type Role } from '#src/modules/identity/contract.ts'
import { type Actor, findActor, insertMembership, insertPerson } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'

const LONG_AGO = new Date('2026-01-05T08:00:00Z')
const SITE_ROLES: readonly Role[] = ['curator', 'administrator']

type Example = {
  readonly name?: string
  readonly email?: string
  readonly organisation?: OrganisationId | null
  readonly roles?: readonly Role[]
  /** When the person acts; roles of a consultant end a year after. */
  readonly at?: Date
}

/** Somebody who is in the database with these roles, acting for the organisation. */
export async function aPerson(db: Database, example: Example = {}): Promise<Actor> {
  const { organisation = null, roles = organisation ? ['contributor'] : [], at = new Date() } = example
  const id = PersonId.parse(newId())
  const { name = 'Kari Nordmann', email = `${id}@example.no` } = example
  await insertPerson(db, { id, name, email, language: 'nb', createdAt: LONG_AGO })
  for (const role of roles) await giveRole(db, { person: id, role, organisation, at })
  const actor = await findActor(db, { person: id, organisation, at })
  if (!actor) throw new Error('The person of the test is not there')
  return actor
}

async function giveRole(
  db: Database,
  {
    person,
    role,
    organisation,
    at,
  }: { person: PersonId; role: Role; organisation: OrganisationId | null; at: Date },
): Promise<void> {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('UTC').toPlainDate()
  await insertMembership(db, {
    id: newId(),
    person,
    organisation: SITE_ROLES.includes(role) ? null : organisation,
    role,
    status: 'active',
    message: null,
    title: null,
    delegation: null,
    independenceOn: role === 'consultant' ? day : null,
    startsOn: null,
    endsOn: role === 'consultant' ? day.add({ years: 1 }) : null,
    askedAt: LONG_AGO,
    decidedAt: LONG_AGO,
    decidedBy: null,
    endedAt: null,
    endReason: null,
  })
}
