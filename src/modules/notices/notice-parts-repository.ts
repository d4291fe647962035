import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import {
  buyerRows,
  type NoticeRecord,
  noticeContractEndRows,
  noticePrincipalRows,
  type Surroundings,
  winnerRows,
} from './notice-rows.ts'
import './tables.ts'

/** The tables whose rows belong to a notice and are made from it, each row with its place. */
const PARTS = ['notice_buyer', 'notice_winner', 'notice_contract_end', 'notice_principal'] as const
export type PartTable = (typeof PARTS)[number]
type PartRow = { readonly notice: string; readonly position: number }

/** What the notices have in each of these tables. */
export function partsOf(
  records: readonly NoticeRecord[],
  around: Surroundings,
): readonly (readonly [PartTable, readonly PartRow[]])[] {
  return [
    ['notice_buyer', records.flatMap((record) => buyerRows(record, around.confirmed))],
    ['notice_winner', records.flatMap(winnerRows)],
    ['notice_contract_end', records.flatMap((record) => noticeContractEndRows(record, around))],
    ['notice_principal', records.flatMap((record) => noticePrincipalRows(record, around))],
  ]
}

export async function deleteParts(tx: Database, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  for (const table of PARTS) await tx.deleteFrom(table).where('notice', 'in', keys).execute()
}

/** Rows as one JSON text: one parameter however many rows and columns there are. */
export async function insertRows(tx: Database, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into ${sql.table(table)}
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
  `.execute(tx)
}

type PartsOf = {
  readonly table: PartTable
  readonly keys: readonly string[]
  readonly rows: readonly PartRow[]
}

/** The keys of those notices whose rows in a table are others than these. */
export async function differingParts(
  tx: Database,
  { table, keys, rows: anew }: PartsOf,
): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`
    select distinct coalesce(stored.notice, anew.notice) as key
    from (select * from ${sql.table(table)} where notice = any(${keys}::uuid[])) as stored
    full join jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(anew)}::jsonb) as anew
      on stored.notice = anew.notice and stored.position = anew.position
    where to_jsonb(stored) is distinct from to_jsonb(anew)
  `.execute(tx)
  return rows.map((row) => row.key)
}

/** Makes the rows of these notices in a table what they should be; answers the keys of those that were others. */
export async function replaceParts(tx: Database, parts: PartsOf): Promise<ReadonlySet<string>> {
  const differing = new Set(await differingParts(tx, parts))
  if (differing.size === 0) return differing
  await tx
    .deleteFrom(parts.table)
    .where('notice', 'in', [...differing])
    .execute()
  await insertRows(
    tx,
    parts.table,
    parts.rows.filter((row) => differing.has(row.notice)),
  )
  return differing
}
