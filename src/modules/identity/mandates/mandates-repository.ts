import { type RawBuilder, sql } from 'kysely'
import { MandateId, type PersonId } from '#src/modules/identity/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'

/** That a body may act for somebody, and on which decision that rests. */
export type Mandate = {
  readonly id: MandateId
  readonly body: OrganisationId
  readonly bodyName: string
  readonly principal: OrganisationId
  readonly principalName: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
  readonly decision: string
  readonly givenAt: Date
  readonly withdrawnAt: Date | null
}

type NewMandate = Pick<
  Mandate,
  'id' | 'body' | 'principal' | 'startsOn' | 'endsOn' | 'decision' | 'givenAt'
> & {
  readonly givenBy: PersonId
}

export async function insertMandate(tx: Database, mandate: NewMandate): Promise<void> {
  await tx
    .insertInto('mandate')
    .values({
      id: mandate.id,
      body_id: mandate.body,
      principal_id: mandate.principal,
      starts_on: mandate.startsOn.toString(),
      ends_on: mandate.endsOn?.toString() ?? null,
      decision: mandate.decision.trim(),
      given_by: mandate.givenBy,
      given_at: mandate.givenAt,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .execute()
}

/** Those between the two that have not been withdrawn, whenever they hold. */
export function openMandates(
  tx: Database,
  { principal, body }: { principal: OrganisationId; body: OrganisationId },
): Promise<readonly Mandate[]> {
  return select(tx, sql`principal_id = ${principal} and body_id = ${body} and withdrawn_at is null`)
}

/** What the organisation has given and been given, the newest first; those that are over too. */
export function mandatesOf(db: Database, organisation: OrganisationId): Promise<readonly Mandate[]> {
  return select(db, sql`principal_id = ${organisation} or body_id = ${organisation}`)
}

/** Locked until the transaction ends; the names are not needed then. */
export async function lockMandate(tx: Database, id: MandateId): Promise<Mandate | null> {
  await sql`select 1 from mandate where id = ${id} for update`.execute(tx)
  const [found = null] = await select(tx, sql`mandate.id = ${id}`)
  return found
}

export async function saveWithdrawal(
  tx: Database,
  { id, by, at }: { id: MandateId; by: PersonId; at: Date },
): Promise<void> {
  await tx.updateTable('mandate').set({ withdrawn_at: at, withdrawn_by: by }).where('id', '=', id).execute()
}

type Row = {
  id: string
  body_id: string
  body_name: string
  principal_id: string
  principal_name: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  decision: string
  given_at: Date
  withdrawn_at: Date | null
}

async function select(db: Database, condition: RawBuilder<unknown>): Promise<readonly Mandate[]> {
  const { rows } = await sql<Row>`
    select mandate.id, body_id, body.name as body_name, principal_id, principal.name as principal_name,
      starts_on, ends_on, decision, given_at, withdrawn_at
    from mandate
    join organisation as body on body.id = body_id
    join organisation as principal on principal.id = principal_id
    where ${condition}
    order by starts_on desc, mandate.id desc
  `.execute(db)
  return rows.map((row) => ({
    id: MandateId.parse(row.id),
    body: OrganisationId.parse(row.body_id),
    bodyName: row.body_name,
    principal: OrganisationId.parse(row.principal_id),
    principalName: row.principal_name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    decision: row.decision,
    givenAt: row.given_at,
    withdrawnAt: row.withdrawn_at,
  }))
}
