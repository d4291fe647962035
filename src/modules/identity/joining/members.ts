import { type RawBuilder, sql } from 'kysely'
import { MembershipId, PersonId, type Role } from '#src/modules/identity/contract.ts'
import type { SupplierClaim } from '#src/modules/identity/membership.ts'
import { holdsOn } from '#src/modules/identity/memberships-repository.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'

/** A role that somebody has or has asked for, as those who decide on it see it. */
export type Member = {
  readonly membership: MembershipId
  readonly person: PersonId
  readonly name: string
  readonly email: string | null
  readonly role: Role
  readonly organisation: OrganisationId | null
  readonly organisationName: string | null
  readonly claim: SupplierClaim | null
  readonly isAsked: boolean
  readonly message: string | null
  readonly title: string | null
  readonly delegation: string | null
  readonly independenceOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
  /** When it was asked for, or given. */
  readonly since: Date
}

/** Who has which role in the organisation that day; those who coordinate first. */
export function membersOf(
  db: Database,
  { organisation, on }: { organisation: OrganisationId; on: string },
): Promise<readonly Member[]> {
  return select(db, sql`membership.organisation_id = ${organisation} and ${holdsOn(on)}`)
}

/** What the organisation's coordinators have to decide, the oldest first. */
export function asksIn(db: Database, organisation: OrganisationId): Promise<readonly Member[]> {
  return select(db, sql`membership.organisation_id = ${organisation} and membership.status = 'asked'`)
}

/** One role in the organisation, asked for or held; null when it is somewhere else, or over. */
export async function findMember(
  db: Database,
  { membership, organisation, on }: { membership: MembershipId; organisation: OrganisationId; on: string },
): Promise<Member | null> {
  const [found = null] = await select(
    db,
    sql`membership.id = ${membership} and membership.organisation_id = ${organisation}
      and (membership.status = 'asked' or ${holdsOn(on)})`,
  )
  return found
}

/** Everything a person has asked for or has, whatever organisation it is in. */
export function rolesOf(
  db: Database,
  { person, on }: { person: PersonId; on: string },
): Promise<readonly Member[]> {
  return select(db, sql`membership.person_id = ${person} and (membership.status = 'asked' or ${holdsOn(on)})`)
}

/** Who holds the roles of the platform itself that day. */
export function siteMembers(db: Database, on: string): Promise<readonly Member[]> {
  return select(db, sql`membership.role in ('curator', 'administrator') and ${holdsOn(on)}`)
}

/** Those who advise, for a coordinator who wants to open something to one of them. */
export function advisers(db: Database, on: string): Promise<readonly Member[]> {
  return select(db, sql`membership.role = 'adviser' and ${holdsOn(on)}`)
}

/** What falls to those who run the platform, because nobody in the organisation can decide it. */
export function asksForPlatform(db: Database, on: string): Promise<readonly Member[]> {
  return select(
    db,
    sql`membership.status = 'asked' and (
      membership.role = 'supplier' or membership.role in ('coordinator', 'adviser') and not exists (
        select from membership as head
        where head.organisation_id = membership.organisation_id and head.role = 'coordinator'
          and head.status = 'active' and (head.ends_on is null or head.ends_on >= ${on}::date)
      )
    )`,
  )
}

type Row = {
  id: string
  person_id: string
  name: string
  email: string | null
  role: Role
  organisation_id: string | null
  organisation_name: string | null
  claimed_number: string | null
  claimed_name: string | null
  status: string
  message: string | null
  title: string | null
  delegation: string | null
  independence_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
  since: Date
}

async function select(db: Database, condition: RawBuilder<unknown>): Promise<readonly Member[]> {
  const { rows } = await sql<Row>`
    select membership.id, person_id, person.name, person.email, role, organisation_id,
      organisation.name as organisation_name, claimed_number, claimed_name, status, message, title, delegation,
      independence_on, ends_on, coalesce(decided_at, asked_at) as since
    from membership
    join person on person.id = membership.person_id and person.left_at is null
    left join organisation on organisation.id = membership.organisation_id
    where ${condition}
    order by (role <> 'coordinator'), asked_at, membership.id
  `.execute(db)
  return rows.map(toMember)
}

function toMember(row: Row): Member {
  const { claimed_number: organisasjonsnummer, claimed_name: claimedName } = row
  return {
    membership: MembershipId.parse(row.id),
    person: PersonId.parse(row.person_id),
    name: row.name,
    email: row.email,
    role: row.role,
    organisation: row.organisation_id === null ? null : OrganisationId.parse(row.organisation_id),
    organisationName: row.organisation_name,
    claim: organisasjonsnummer && claimedName ? { organisasjonsnummer, name: claimedName } : null,
    isAsked: row.status === 'asked',
    message: row.message,
    title: row.title,
    delegation: row.delegation,
    independenceOn: row.independence_on,
    endsOn: row.ends_on,
    since: row.since,
  }
}
