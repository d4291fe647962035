import { type RawBuilder, type Selectable, sql } from 'kysely'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import { PersonId } from './contract.ts'
import type { Membership } from './membership.ts'
import './tables.ts'

/** Whether a row of `membership` gives its role on that day. */
export function holdsOn(day: string): RawBuilder<boolean> {
  return sql<boolean>`(
    membership.status = 'active'
    and (membership.starts_on is null or membership.starts_on <= ${day}::date)
    and (membership.ends_on is null or membership.ends_on >= ${day}::date)
  )`
}

/** The memberships that hold on that day, the oldest first. */
export async function membershipsOf(
  db: Database,
  { person, on }: { person: PersonId; on: string },
): Promise<readonly Membership[]> {
  const rows = await db
    .selectFrom('membership')
    .selectAll()
    .where('person_id', '=', person)
    .where(holdsOn(on))
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.map(toMembership)
}

export async function insertMembership(tx: Database, membership: Membership): Promise<void> {
  await tx
    .insertInto('membership')
    .values({
      id: membership.id,
      person_id: membership.person,
      organisation_id: membership.organisation,
      role: membership.role,
      status: membership.status,
      message: membership.message,
      title: membership.title,
      delegation: membership.delegation,
      independence_on: membership.independenceOn?.toString() ?? null,
      starts_on: membership.startsOn?.toString() ?? null,
      ends_on: membership.endsOn?.toString() ?? null,
      asked_at: membership.askedAt,
      decided_at: membership.decidedAt,
      decided_by: membership.decidedBy,
      ended_at: membership.endedAt,
      end_reason: membership.endReason,
    })
    .execute()
}

/** Whom the body has a mandate from on that day. */
export async function principalsOf(
  db: Database,
  { body, on }: { body: OrganisationId; on: string },
): Promise<readonly OrganisationId[]> {
  const { rows } = await sql<{ principal_id: string }>`
    select distinct principal_id from mandate
    where body_id = ${body} and withdrawn_at is null
      and starts_on <= ${on}::date and (ends_on is null or ends_on >= ${on}::date)
    order by principal_id
  `.execute(db)
  return rows.map(({ principal_id }) => OrganisationId.parse(principal_id))
}

export function toMembership(row: Selectable<Schema['membership']>): Membership {
  return {
    id: row.id,
    person: PersonId.parse(row.person_id),
    organisation: row.organisation_id === null ? null : OrganisationId.parse(row.organisation_id),
    role: row.role,
    status: row.status,
    message: row.message,
    title: row.title,
    delegation: row.delegation,
    independenceOn: row.independence_on,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    askedAt: row.asked_at,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by === null ? null : PersonId.parse(row.decided_by),
    endedAt: row.ended_at,
    endReason: row.end_reason,
  }
}
