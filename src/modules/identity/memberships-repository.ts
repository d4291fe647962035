import { type RawBuilder, type Selectable, sql } from 'kysely'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import { PersonId } from './contract.ts'
import type { Membership, SupplierClaim } from './membership.ts'
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

type NewMembership = Omit<Membership, 'claim'> & Partial<Pick<Membership, 'claim'>>

export async function insertMembership(tx: Database, membership: NewMembership): Promise<void> {
  await tx
    .insertInto('membership')
    .values({
      id: membership.id,
      person_id: membership.person,
      organisation_id: membership.organisation,
      claimed_number: membership.claim?.organisasjonsnummer ?? null,
      claimed_name: membership.claim?.name ?? null,
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

export function toMembership(row: Selectable<Schema['membership']>): Membership {
  return {
    id: row.id,
    person: PersonId.parse(row.person_id),
    organisation: row.organisation_id === null ? null : OrganisationId.parse(row.organisation_id),
    claim: toClaim(row),
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

function toClaim({
  claimed_number,
  claimed_name,
}: Pick<Selectable<Schema['membership']>, 'claimed_number' | 'claimed_name'>): SupplierClaim | null {
  return claimed_number === null || claimed_name === null
    ? null
    : { organisasjonsnummer: claimed_number, name: claimed_name }
}
