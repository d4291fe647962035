import { sql } from 'kysely'
import { READER_VERSION } from '#src/modules/notices/eforms/read-notice.ts'
import { INNOVATION_RULES_VERSION } from '#src/modules/notices/innovation/rule.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import type { Original } from './arrival.ts'
import { differingParts, partsOf } from './notice-parts-repository.ts'
import { type NoticeRecord, noticeRow, type Surroundings } from './notice-rows.ts'
import type { ReprocessReport, ReprocessScope } from './reprocess.ts'
import './tables.ts'

/** A version of a notice as it is stored, with every file it came in. */
export type StoredVersion = {
  readonly key: string
  readonly publicId: string
  readonly noticeId: string | null
  readonly version: string
  readonly chain: string
  readonly current: boolean
  readonly receivedAt: Date
  /** The original it was read from. */
  readonly original: string
  readonly originals: readonly Original[]
}

type Wanted = { readonly only: ReprocessScope; readonly after: string | null; readonly limit: number }

/** The next versions to be made anew, in the order of their keys. */
export async function nextVersions(
  db: Database,
  { only, after, limit }: Wanted,
): Promise<readonly StoredVersion[]> {
  const ids = Array.isArray(only) ? only : null
  const { rows } = await sql<{ id: string }>`
    select id from notice
    where (${after}::uuid is null or id > ${after}::uuid)
      and (${only !== 'outdated'} or reader_version < ${READER_VERSION} or rules_version is distinct from ${INNOVATION_RULES_VERSION})
      and (${ids}::text[] is null or public_id = any(${ids}::text[]) or chain = any(${ids}::text[]))
    order by id limit ${limit}
  `.execute(db)
  return readVersions(
    db,
    rows.map((row) => row.id),
  )
}

export async function readVersions(db: Database, keys: readonly string[]): Promise<readonly StoredVersion[]> {
  const { rows } = await sql<Omit<StoredVersion, 'originals'> & { originals: unknown }>`
    select id as key, public_id as "publicId", notice_id as "noticeId", version, chain, current, original,
      created_at as "receivedAt",
      (select jsonb_agg(jsonb_build_object('sha256', sha256, 'size', size, 'publicationNumber', file.publication_number)
        order by sha256) from notice_original as file where file.notice = notice.id
          -- A release that is tied to this notice is kept with it, but the notice is not read from it.
          and not exists (select from notice_release as release
            where release.sha256 = file.sha256 and release.public_id <> notice.public_id)) as originals
    from notice where id = any(${keys}::uuid[]) order by id
  `.execute(db)
  return rows.map((row) => ({ ...row, originals: (row.originals ?? []) as readonly Original[] }))
}

/** How many versions there are to be made anew. */
export async function countVersions(db: Database, { only, after }: Omit<Wanted, 'limit'>): Promise<number> {
  const ids = Array.isArray(only) ? only : null
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from notice
    where (${after}::uuid is null or id > ${after}::uuid)
      and (${only !== 'outdated'} or reader_version < ${READER_VERSION} or rules_version is distinct from ${INNOVATION_RULES_VERSION})
      and (${ids}::text[] is null or public_id = any(${ids}::text[]) or chain = any(${ids}::text[]))
  `.execute(db)
  return rows[0]?.count ?? 0
}

const OF_THE_WRITING = ['reader_version', 'rules_version', 'created_at', 'changed_at']

/** The keys of those records that say something else than what is stored. */
export async function differingFromStored(
  tx: Database,
  records: readonly NoticeRecord[],
  around: Surroundings,
): Promise<ReadonlySet<string>> {
  const keys = records.map((record) => record.key)
  const rows = records.map((record) => noticeRow(record, around.now))
  const { rows: different } = await sql<{ key: string }>`
    select stored.id as key from notice as stored
    join jsonb_populate_recordset(null::notice, ${JSON.stringify(rows)}::jsonb) as anew using (id)
    where to_jsonb(stored) - ${OF_THE_WRITING}::text[] is distinct from to_jsonb(anew) - ${OF_THE_WRITING}::text[]
  `.execute(tx)
  const found = new Set(different.map((row) => row.key))
  for (const [table, rows] of partsOf(records, around))
    for (const key of await differingParts(tx, { table, keys, rows })) found.add(key)
  return found
}

/** Notes that this reader has seen them, whatever came of it, so that they are not taken again. */
export async function markAsRead(tx: Database, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await tx
    .updateTable('notice')
    .set({ reader_version: READER_VERSION, rules_version: INNOVATION_RULES_VERSION })
    .where('id', 'in', keys)
    .where((row) =>
      row.or([
        row('reader_version', '<>', READER_VERSION),
        row('rules_version', 'is distinct from', INNOVATION_RULES_VERSION),
      ]),
    )
    .execute()
}

/** What the originals of these notices are now read to be called. */
export async function updateOriginals(tx: Database, originals: readonly Original[]): Promise<void> {
  if (originals.length === 0) return
  await sql`
    update notice_original as stored set publication_number = anew."publicationNumber"
    from jsonb_to_recordset(${JSON.stringify(originals)}::jsonb) as anew (sha256 text, "publicationNumber" text)
    where stored.sha256 = anew.sha256 and stored.publication_number is distinct from anew."publicationNumber"
  `.execute(tx)
}

export type ReprocessRun = {
  readonly id: string
  readonly reached: string | null
  readonly report: Partial<ReprocessReport>
}

/** The run that was cut off, if this reader began it; else a new one. */
export async function continueRun(tx: Database, now: Date): Promise<ReprocessRun> {
  await sql`
    update reprocess_run set finished_at = ${now} where finished_at is null and reader_version <> ${READER_VERSION}
  `.execute(tx)
  await sql`
    insert into reprocess_run (id, reader_version, started_at, report)
    values (${newId()}, ${READER_VERSION}, ${now}, '{}')
    on conflict ((true)) where finished_at is null do nothing
  `.execute(tx)
  const row = await tx
    .selectFrom('reprocess_run')
    .select(['id', 'reached', 'report'])
    .where('finished_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { ...row, report: row.report as Partial<ReprocessReport> }
}

export async function noteReached(
  tx: Database,
  { id, reached, report }: ReprocessRun,
  finishedAt: Date | null,
): Promise<void> {
  await tx
    .updateTable('reprocess_run')
    .set({ reached, report: JSON.stringify(report), finished_at: finishedAt })
    .where('id', '=', id)
    .execute()
}
