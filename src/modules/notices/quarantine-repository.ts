import { type Selectable, sql } from 'kysely'
import { READER_VERSION } from '#src/modules/notices/eforms/read-notice.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import type { NoticeProblem } from './notice.ts'
import type { QuarantineRow } from './tables.ts'

/** Something that came and could not be read. */
export type Refusal = {
  /** Null where there are no bytes to keep. */
  readonly sha256: string | null
  readonly name: string
  readonly source: string
  readonly size: number | null
  readonly problems: readonly NoticeProblem[]
}

export type QuarantineItem = Refusal & {
  readonly id: string
  readonly receivedAt: Date
  readonly triedAt: Date
}

/** Keeps what was refused; the same thing again is a new try of the same. */
export async function quarantine(tx: Database, refusals: readonly Refusal[], now: Date): Promise<void> {
  for (const { sha256, name, source, size, problems } of refusals) {
    const target = sha256 === null ? sql`(source, name) where sha256 is null` : sql`(sha256)`
    await sql`
      insert into quarantine (id, sha256, name, source, size, problems, received_at, tried_at, reader_version)
      values (
        ${newId()}, ${sha256}, ${name}, ${source}, ${size}, ${JSON.stringify(problems)}::jsonb, ${now}, ${now},
        ${READER_VERSION}
      )
      on conflict ${target} do update set
        problems = excluded.problems, tried_at = excluded.tried_at, reader_version = excluded.reader_version
    `.execute(tx)
  }
}

/** What can be read now is in quarantine no longer. */
export async function release(tx: Database, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return
  await tx.deleteFrom('quarantine').where('sha256', 'in', hashes).execute()
}

export type QuarantinePage = { readonly items: readonly QuarantineItem[]; readonly total: number }

/** What is in quarantine, last received first. */
export async function listQuarantine(
  db: Database,
  { limit = 50, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<QuarantinePage> {
  const rows = await db
    .selectFrom('quarantine')
    .selectAll()
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await db
    .selectFrom('quarantine')
    .select((all) => all.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return {
    total: Number(total),
    items: rows.map(toItem),
  }
}

/** The item with this id, or the one whose id or hash begins or ends so; null when there is none, or several. */
export async function findInQuarantine(db: Database, id: string): Promise<QuarantineItem | null> {
  if (!/^[0-9a-f-]{4,64}$/.test(id)) return null
  const rows = await db
    .selectFrom('quarantine')
    .selectAll()
    .where((where) =>
      where.or([
        where(sql<string>`id::text`, 'like', `${id}%`),
        where(sql<string>`id::text`, 'like', `%${id}`),
        where('sha256', 'like', `${id}%`),
      ]),
    )
    .limit(2)
    .execute()
  return rows.length === 1 && rows[0] ? toItem(rows[0]) : null
}

export type WaitingItem = {
  readonly id: string
  readonly sha256: string
  readonly name: string
  readonly source: string
}

/** What has bytes that can be tried again, by its key, after the key `after`. */
export async function waitingInQuarantine(
  db: Database,
  { after, limit, olderThan }: { after: string | null; limit: number; olderThan: number | null },
): Promise<readonly WaitingItem[]> {
  const { rows } = await sql<WaitingItem>`
    select id, sha256, name, source from quarantine
    where sha256 is not null and (${after}::uuid is null or id > ${after}::uuid)
      and (${olderThan}::integer is null or reader_version < ${olderThan}::integer)
    order by id limit ${limit}
  `.execute(db)
  return rows
}

function toItem(row: Selectable<QuarantineRow>): QuarantineItem {
  return {
    id: row.id,
    sha256: row.sha256,
    name: row.name,
    source: row.source,
    size: row.size,
    problems: row.problems as readonly NoticeProblem[],
    receivedAt: row.received_at,
    triedAt: row.tried_at,
  }
}
