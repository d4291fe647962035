import { sql } from 'kysely'
import type { OrganisationId, OrganisationKind } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { NoticeId, Party } from './contract.ts'
import type { WrittenParty } from './party-identities-repository.ts'
import './tables.ts'

/** Somebody who could not be recognised, as it is written, in the current versions of notices. */
export type UnrecognisedRow = WrittenParty & { readonly notices: number; readonly newest: NoticeId }

type Page = { readonly party: Party; readonly limit: number; readonly offset: number }

/**
 * Bodies of these kinds all ship with the program, so a buyer that became an organisation of such a kind by its number
 * alone is one that should have been found there.
 */
const SHOULD_BE_KNOWN: readonly OrganisationKind[] = [
  'municipality',
  'county',
  'purchasing-cooperative',
  'host-cooperation',
  'regional-council',
  'digital-network',
]

/** Those who are in most notices first. */
export async function unrecognisedPage(
  db: Database,
  { party, limit, offset }: Page,
): Promise<{ readonly rows: readonly UnrecognisedRow[]; readonly total: number }> {
  const { rows } = await sql<UnrecognisedRow & { total: number }>`
    select written.name, written.number_as_written as "numberAsWritten", count(*) over () as total,
      count(distinct notice.id) as notices,
      (array_agg(notice.public_id order by notice.listed_on desc, notice.public_id desc))[1] as newest
    from (${party === 'buyer' ? UNKNOWN_BUYERS : UNKNOWN_WINNERS}) as written
    join notice on notice.id = written.notice
    where notice.current
    group by written.name, written.number_as_written
    order by notices desc, written.name collate "C", written.number_as_written collate "C" nulls first
    limit ${limit} offset ${offset}
  `.execute(db)
  const [first] = rows
  return { rows: rows.map(({ total: _, ...row }) => row), total: first?.total ?? 0 }
}

const UNKNOWN_BUYERS = sql`
  select buyer.notice, buyer.name, buyer.number_as_written
  from notice_buyer as buyer
  where organisation_id is null and not recognised and confirmed_at is null
    and coalesce(country, 'NOR') in ('NOR', 'NO')
  union all
  select buyer.notice, buyer.name, buyer.number_as_written
  from organisation join notice_buyer as buyer on buyer.organisation_id = organisation.id
  where organisation.kind = any(${SHOULD_BE_KNOWN}::text[]) and shipped_hash is null and edited_at is null
    and not recognised and confirmed_at is null`

const UNKNOWN_WINNERS = sql`
  select notice, name, number_as_written from notice_winner
  where organisation_id is null and not recognised and coalesce(country, 'NOR') in ('NOR', 'NO')`

/** How each name is spelt among those who write this number, to be compared as names are. */
export async function spellingsWith(
  db: Database,
  party: Party,
  numberAsWritten: string | null,
): Promise<readonly string[]> {
  const table = sql.table(party === 'buyer' ? 'notice_buyer' : 'notice_winner')
  const { rows } = await sql<{ name: string }>`
    select distinct name from ${table} where number_as_written is not distinct from ${numberAsWritten}::text
  `.execute(db)
  return rows.map(({ name }) => name)
}

type Spelt = {
  readonly party: Party
  readonly names: readonly string[]
  readonly numberAsWritten: string | null
}

/** The notices that write somebody so, all versions. */
export async function noticesThatWrite(
  db: Database,
  { party, names, numberAsWritten }: Spelt,
): Promise<readonly { readonly key: string; readonly publicId: string }[]> {
  const table = sql.table(party === 'buyer' ? 'notice_buyer' : 'notice_winner')
  const { rows } = await sql<{ key: string; publicId: string }>`
    select distinct notice.id as key, public_id as "publicId"
    from ${table} as written join notice on notice.id = written.notice
    where written.name = any(${names}::text[])
      and written.number_as_written is not distinct from ${numberAsWritten}::text
    order by 1
  `.execute(db)
  return rows
}

/** Says who is written so; a buyer of whom a person has said something in that very notice is left alone. */
export async function writeRecognised(
  tx: Database,
  { party, names, numberAsWritten, organisation }: Spelt & { readonly organisation: OrganisationId | null },
): Promise<void> {
  const table = sql.table(party === 'buyer' ? 'notice_buyer' : 'notice_winner')
  const unconfirmed = party === 'buyer' ? sql`confirmed_at is null` : sql`true`
  await sql`
    update ${table} set organisation_id = ${organisation}::uuid, recognised = true
    where name = any(${names}::text[]) and number_as_written is not distinct from ${numberAsWritten}::text
      and ${unconfirmed}
  `.execute(tx)
}
