import { type RawBuilder, sql } from 'kysely'
import { AdviserAccessId, PersonId } from '#src/modules/identity/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'

/** What an organisation has opened to an adviser. */
export type AdviserAccess = {
  readonly id: AdviserAccessId
  readonly organisation: OrganisationId
  readonly organisationName: string
  readonly adviser: PersonId
  /** Null for one who has left. */
  readonly adviserName: string | null
  /** Everything of a kind, or one thing by its id. */
  readonly scope: string
  readonly purpose: string
  readonly openedAt: Date
  readonly endsOn: Temporal.PlainDate
  readonly closedAt: Date | null
}

type NewAccess = Pick<
  AdviserAccess,
  'id' | 'organisation' | 'adviser' | 'scope' | 'purpose' | 'openedAt' | 'endsOn'
> & {
  readonly openedBy: PersonId
}

export async function insertAccess(tx: Database, access: NewAccess): Promise<void> {
  await tx
    .insertInto('adviser_access')
    .values({
      id: access.id,
      organisation_id: access.organisation,
      adviser_id: access.adviser,
      scope: access.scope,
      purpose: access.purpose,
      opened_by: access.openedBy,
      opened_at: access.openedAt,
      ends_on: access.endsOn.toString(),
      closed_at: null,
      closed_by: null,
    })
    .execute()
}

/** Everything the organisation has opened, also what is closed or over; the newest first. */
export function accessesOf(db: Database, organisation: OrganisationId): Promise<readonly AdviserAccess[]> {
  return select(db, sql`access.organisation_id = ${organisation}`)
}

/** What is open to somebody that day. */
export function accessesOpenTo(
  db: Database,
  { adviser, on }: { adviser: PersonId; on: string },
): Promise<readonly AdviserAccess[]> {
  return select(db, sql`adviser_id = ${adviser} and ${isOpenOn(on)}`)
}

/** By which opening the adviser may see something that day; null when by none. */
export async function findOpening(
  db: Database,
  asked: { adviser: PersonId; organisation: OrganisationId; scopes: readonly string[]; on: string },
): Promise<AdviserAccess | null> {
  const { adviser, organisation, scopes, on } = asked
  const [found = null] = await select(
    db,
    sql`adviser_id = ${adviser} and access.organisation_id = ${organisation}
      and scope = any(${[...scopes]}::text[]) and ${isOpenOn(on)}`,
  )
  return found
}

/** Locked until the transaction ends. */
export async function lockAccess(tx: Database, id: AdviserAccessId): Promise<AdviserAccess | null> {
  await sql`select 1 from adviser_access where id = ${id} for update`.execute(tx)
  const [found = null] = await select(tx, sql`access.id = ${id}`)
  return found
}

export async function saveClosing(
  tx: Database,
  { id, by, at }: { id: AdviserAccessId; by: PersonId; at: Date },
): Promise<void> {
  await tx.updateTable('adviser_access').set({ closed_at: at, closed_by: by }).where('id', '=', id).execute()
}

function isOpenOn(on: string) {
  return sql`(closed_at is null and ends_on >= ${on}::date)`
}

type Row = {
  id: string
  organisation_id: string
  organisation_name: string
  adviser_id: string
  adviser_name: string | null
  scope: string
  purpose: string
  opened_at: Date
  ends_on: Temporal.PlainDate
  closed_at: Date | null
}

async function select(db: Database, condition: RawBuilder<unknown>): Promise<readonly AdviserAccess[]> {
  const { rows } = await sql<Row>`
    select access.id, access.organisation_id, organisation.name as organisation_name, adviser_id,
      person.name as adviser_name, scope, purpose, opened_at, ends_on, closed_at
    from adviser_access as access
    join organisation on organisation.id = access.organisation_id
    join person on person.id = adviser_id
    where ${condition}
    order by opened_at desc, access.id desc
  `.execute(db)
  return rows.map((row) => ({
    id: AdviserAccessId.parse(row.id),
    organisation: OrganisationId.parse(row.organisation_id),
    organisationName: row.organisation_name,
    adviser: PersonId.parse(row.adviser_id),
    adviserName: row.adviser_name,
    scope: row.scope,
    purpose: row.purpose,
    openedAt: row.opened_at,
    endsOn: row.ends_on,
    closedAt: row.closed_at,
  }))
}
