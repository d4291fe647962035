import { type RawBuilder, sql } from 'kysely'
import { PersonId } from '#src/modules/identity/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { TIME_ZONE } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import type { Json } from '#src/platform/json.ts'
import { type AuditEntry, type AuditFilter, type AuditScope, CATALOGUE_NOUNS } from './audit-entry.ts'

export type AuditPage = { readonly entries: readonly AuditEntry[]; readonly total: number }

/** A page of the audit, the latest first. */
export async function auditPage(
  db: Database,
  asked: AuditFilter & { readonly scope: AuditScope; readonly limit: number; readonly offset: number },
): Promise<AuditPage> {
  const condition = conditionOf(asked)
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from audit_entry where ${condition}
  `.execute(db)
  const entries = await select(
    db,
    sql`${condition} order by seq desc limit ${asked.limit} offset ${asked.offset}`,
  )
  return { entries: entries.toReversed(), total: Number(rows[0]?.total ?? 0) }
}

const AT_A_TIME = 500

/** All of it, the earliest first, a batch at a time: an export does not hold everything in memory. */
export async function* auditEntries(
  db: Database,
  asked: AuditFilter & { readonly scope: AuditScope },
): AsyncGenerator<readonly AuditEntry[]> {
  let after = 0
  for (;;) {
    const entries = await select(
      db,
      sql`${conditionOf(asked)} and seq > ${after} order by seq limit ${AT_A_TIME}`,
    )
    const last = entries.at(-1)
    if (!last) return
    yield entries
    after = last.seq
  }
}

export type AuditChoices = {
  /** Those who have done something; the name is null for one who has left. */
  readonly people: readonly { readonly id: PersonId; readonly name: string | null }[]
  readonly nouns: readonly string[]
}

/** What there is to choose between, so that nobody chooses what gives nothing. */
export async function auditChoices(db: Database, scope: AuditScope): Promise<AuditChoices> {
  const within = withinScope(scope)
  const people = await sql<{ id: string; name: string | null }>`
    select id, name from person
    where id in (select person_id from audit_entry where ${within}) order by name nulls last, id
  `.execute(db)
  const nouns = await sql<{ noun: string }>`
    select distinct split_part(action, '.', 1) as noun from audit_entry where ${within} order by noun
  `.execute(db)
  return {
    people: people.rows.map(({ id, name }) => ({ id: PersonId.parse(id), name })),
    nouns: nouns.rows.map(({ noun }) => noun),
  }
}

/** Everything one person has done, for the person. */
export function auditOfPerson(db: Database, person: PersonId): Promise<readonly AuditEntry[]> {
  return select(db, sql`person_id = ${person} order by seq`)
}

function withinScope(scope: AuditScope): RawBuilder<unknown> {
  return 'organisation' in scope
    ? sql`organisation_id = ${scope.organisation}`
    : sql`split_part(action, '.', 1) = any(${[...CATALOGUE_NOUNS]}::text[])`
}

function conditionOf({
  scope,
  from,
  to,
  person,
  noun,
  seq,
}: AuditFilter & { scope: AuditScope }): RawBuilder<unknown> {
  const conditions = [withinScope(scope)]
  if (from) conditions.push(sql`at >= ${startOf(from)}`)
  if (to) conditions.push(sql`at < ${startOf(to.add({ days: 1 }))}`)
  if (seq) conditions.push(sql`audit_entry.seq = ${seq}::bigint`)
  if (person) conditions.push(sql`person_id = ${person}`)
  if (noun) conditions.push(sql`split_part(action, '.', 1) = ${noun}`)
  return sql.join(conditions, sql` and `)
}

/** When the day begins in Norway. */
function startOf(day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime(TIME_ZONE).epochMilliseconds)
}

type Row = {
  seq: number
  at: Date
  person_id: string | null
  person_name: string | null
  organisation_id: string | null
  organisation_name: string | null
  action: string
  subject: string
  from_version: number | null
  to_version: number | null
  details: Json
}

async function select(db: Database, chosen: RawBuilder<unknown>): Promise<readonly AuditEntry[]> {
  const { rows } = await sql<Row>`
    select entry.*, person.name as person_name, organisation.name as organisation_name
    from (select * from audit_entry where ${chosen}) as entry
    left join person on person.id = entry.person_id
    left join organisation on organisation.id = entry.organisation_id
    order by entry.seq
  `.execute(db)
  return rows.map((row) => ({
    seq: Number(row.seq),
    at: row.at,
    person: row.person_id === null ? null : PersonId.parse(row.person_id),
    personName: row.person_name,
    organisation: row.organisation_id === null ? null : OrganisationId.parse(row.organisation_id),
    organisationName: row.organisation_name,
    action: row.action,
    subject: row.subject,
    fromVersion: row.from_version,
    toVersion: row.to_version,
    details: row.details,
  }))
}
