import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { Original } from './arrival.ts'
import {
  buyerRows,
  type ConfirmedBuyer,
  contractEndRows,
  type NoticeRecord,
  noticeRow,
  type OriginalRecord,
  originalRow,
  winnerRows,
} from './notice-rows.ts'
import './tables.ts'

/** A version of a notice as far as a new arrival has to know it. */
export type KnownNotice = {
  /** Null for one that is not stored yet. */
  readonly key: string | null
  readonly publicId: string
  readonly chain: string
  readonly version: string
  readonly current: boolean
  readonly wasCurrent: boolean
  readonly original: Original
}

export async function knownOriginals(tx: Database, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await tx.selectFrom('notice_original').select('sha256').where('sha256', 'in', hashes).execute()
  return new Set(rows.map((row) => row.sha256))
}

export async function knownNotices(tx: Database, chains: readonly string[]): Promise<KnownNotice[]> {
  if (chains.length === 0) return []
  const rows = await tx
    .selectFrom('notice')
    .innerJoin('notice_original as original', 'original.sha256', 'notice.original')
    .select(['notice.id', 'public_id', 'chain', 'version', 'current', 'original.sha256', 'original.size'])
    .select('original.publication_number as published')
    .where('chain', 'in', chains)
    .execute()
  return rows.map((row) => ({
    key: row.id,
    publicId: row.public_id,
    chain: row.chain,
    version: row.version,
    current: row.current,
    wasCurrent: row.current,
    original: { sha256: row.sha256, size: row.size, publicationNumber: row.published },
  }))
}

export type NoticeWrites = {
  readonly records: readonly NoticeRecord[]
  readonly noLongerCurrent: readonly string[]
  readonly originals: readonly OriginalRecord[]
  readonly now: Date
}

/** Everything that a batch of arrivals changes, in few statements. */
export async function writeNotices(tx: Database, writes: NoticeWrites): Promise<void> {
  const { records, noLongerCurrent, originals, now } = writes
  if (noLongerCurrent.length > 0) {
    await tx
      .updateTable('notice')
      .set({ current: false, changed_at: now })
      .where('public_id', 'in', noLongerCurrent)
      .execute()
  }
  await upsertNotices(
    tx,
    records.map((record) => noticeRow(record, now)),
  )
  const rewritten = records.filter((record) => !record.isNew).map((record) => record.key)
  const confirmed = await confirmedBuyers(tx, rewritten)
  await deleteParts(tx, rewritten)
  await insertRows(
    tx,
    'notice_original',
    originals.map((original) => originalRow(original, now)),
  )
  await insertRows(
    tx,
    'notice_buyer',
    records.flatMap((record) => buyerRows(record, confirmed)),
  )
  await insertRows(tx, 'notice_winner', records.flatMap(winnerRows))
  await insertRows(tx, 'notice_contract_end', records.flatMap(contractEndRows))
}

/** Rows as one JSON text: one parameter however many rows and columns there are. */
async function insertRows(tx: Database, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into ${sql.table(table)}
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
  `.execute(tx)
}

async function upsertNotices(tx: Database, rows: readonly object[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const kept = new Set(['id', 'public_id', 'created_at'])
  const changes = Object.keys(first)
    .filter((column) => !kept.has(column))
    .map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`)
  await sql`
    insert into notice select * from jsonb_populate_recordset(null::notice, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set ${sql.join(changes)}
  `.execute(tx)
}

/** What people have said about the buyers of these notices, which is to outlive the rows it stands in. */
export async function confirmedBuyers(tx: Database, keys: readonly string[]): Promise<ConfirmedBuyer[]> {
  if (keys.length === 0) return []
  return tx
    .selectFrom('notice_buyer')
    .select(['notice', 'name', 'organisasjonsnummer', 'organisation_id', 'confirmed_at'])
    .where('notice', 'in', keys)
    .where('confirmed_at', 'is not', null)
    .execute()
}

async function deleteParts(tx: Database, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await tx.deleteFrom('notice_buyer').where('notice', 'in', keys).execute()
  await tx.deleteFrom('notice_winner').where('notice', 'in', keys).execute()
  await tx.deleteFrom('notice_contract_end').where('notice', 'in', keys).execute()
}
