import { sql } from 'kysely'
import type { PersonId, Role } from '#src/modules/identity/contract.ts'
import type { Membership } from '#src/modules/identity/membership.ts'
import { holdsOn, toMembership } from '#src/modules/identity/memberships-repository.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'

/**
 * Makes those who change who acts for an organisation take turns until they commit, so that two coordinators who
 * leave at once see each other. False when there is no such organisation.
 */
export async function lockOrganisation(tx: Database, id: OrganisationId): Promise<boolean> {
  const { rows } = await sql`select 1 from organisation where id = ${id} for no key update`.execute(tx)
  return rows.length > 0
}

/** The same for those who change who runs the platform. */
export async function lockAdministrators(tx: Database): Promise<void> {
  await sql`
    select 1 from membership where role = 'administrator' and status = 'active' order by id for update
  `.execute(tx)
}

/** The same for what one person asks for. */
export async function lockPerson(tx: Database, id: PersonId): Promise<void> {
  await sql`select 1 from person where id = ${id} for no key update`.execute(tx)
}

/** Locks what a change of the membership must take turns about, and then reads it. */
export async function lockMembership(tx: Database, id: string): Promise<Membership | null> {
  const before = await findMembership(tx, id)
  if (!before) return null
  if (before.organisation) await lockOrganisation(tx, before.organisation)
  else await lockAdministrators(tx)
  const row = await tx
    .selectFrom('membership')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return toMembership(row)
}

export async function findMembership(db: Database, id: string): Promise<Membership | null> {
  const row = await db.selectFrom('membership').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toMembership(row) : null
}

/** What the person has asked for or has in the organisation, or for the platform, whether or not it holds today. */
export async function openMembershipsOf(
  tx: Database,
  { person, organisation }: { person: PersonId; organisation: OrganisationId | null },
): Promise<readonly Membership[]> {
  const rows = await tx
    .selectFrom('membership')
    .selectAll()
    .where('person_id', '=', person)
    .where('organisation_id', organisation === null ? 'is' : '=', organisation)
    .where('status', 'in', ['asked', 'active'])
    .orderBy('id')
    .execute()
  return rows.map(toMembership)
}

/** How many others hold the role that day, for the organisation or for the platform. */
export async function othersWith(
  tx: Database,
  where: { role: Role; organisation: OrganisationId | null; besides: PersonId | null; on: string },
): Promise<number> {
  const { role, organisation, besides, on } = where
  const { rows } = await sql<{ count: number }>`
    select count(distinct person_id) as count from membership
    where role = ${role} and organisation_id is not distinct from ${organisation}::uuid
      and person_id is distinct from ${besides}::uuid and ${holdsOn(on)}
  `.execute(tx)
  return Number(rows[0]?.count ?? 0)
}

type Decision = {
  readonly id: string
  readonly status: 'active' | 'refused'
  readonly by: PersonId
  readonly at: Date
  readonly reason?: string | null
}

export async function saveDecision(tx: Database, { id, status, by, at, reason }: Decision): Promise<void> {
  await tx
    .updateTable('membership')
    .set({ status, decided_by: by, decided_at: at, end_reason: reason ?? null })
    .where('id', '=', id)
    .execute()
}

/** The supplier that was claimed is in the register now. */
export async function saveClaimed(tx: Database, id: string, organisation: OrganisationId): Promise<void> {
  await tx
    .updateTable('membership')
    .set({ organisation_id: organisation, claimed_number: null, claimed_name: null })
    .where('id', '=', id)
    .execute()
}

/** Ends what somebody has, or takes back what they have asked for. */
export async function saveEnd(
  tx: Database,
  { id, at, reason }: { id: string; at: Date; reason: string | null },
): Promise<void> {
  await sql`
    update membership set status = 'ended', ended_at = ${at}, end_reason = ${reason},
      decided_at = coalesce(decided_at, ${at})
    where id = ${id}
  `.execute(tx)
}

/** What ran out by its date is ended, so that it can be asked for again. */
export async function endRunOut(
  tx: Database,
  { person, on, at }: { person: PersonId; on: string; at: Date },
): Promise<void> {
  await sql`
    update membership set status = 'ended', ended_at = ${at}
    where person_id = ${person} and status = 'active' and ends_on < ${on}::date
  `.execute(tx)
}
