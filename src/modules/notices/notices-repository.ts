import { sql } from 'kysely'
import type { Register } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Original } from './arrival.ts'
import { competitionsFor } from './durations-repository.ts'
import { deleteParts, insertRows, partsOf } from './notice-parts-repository.ts'
import {
  type ConfirmedBuyer,
  type NoticeRecord,
  noticeRow,
  type OriginalRecord,
  originalRow,
  type Surroundings,
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
  readonly register: Register
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
  const around = await surroundingsOf(tx, records, writes)
  await deleteParts(tx, rewritten)
  await insertRows(
    tx,
    'notice_original',
    originals.map((original) => originalRow(original, now)),
  )
  for (const [table, rows] of partsOf(records, around)) await insertRows(tx, table, rows)
}

/** What the rows of these notices depend on beside them, as it is in the database now. */
export async function surroundingsOf(
  tx: Database,
  records: readonly NoticeRecord[],
  { register, now }: Pick<NoticeWrites, 'register' | 'now'>,
): Promise<Surroundings> {
  const known = records.filter((record) => !record.isNew).map((record) => record.key)
  const notices = records.map(({ arrival }) => arrival.notice)
  return {
    register,
    now,
    confirmed: await confirmedBuyers(tx, known),
    competitions: await competitionsFor(tx, notices),
  }
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
async function confirmedBuyers(tx: Database, keys: readonly string[]): Promise<ConfirmedBuyer[]> {
  if (keys.length === 0) return []
  return tx
    .selectFrom('notice_buyer')
    .select(['notice', 'name', 'organisasjonsnummer', 'organisation_id', 'confirmed_at'])
    .where('notice', 'in', keys)
    .where('confirmed_at', 'is not', null)
    .execute()
}
