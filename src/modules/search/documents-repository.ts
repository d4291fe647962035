import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import { keysOf } from './audience.ts'
import type { Reader, SearchType } from './contract.ts'
import type { DocumentRow } from './document-row.ts'

export type DocumentChange = {
  readonly ids: readonly string[]
  /** Those of `ids` that exist; the others are taken out. */
  readonly rows: readonly DocumentRow[]
}

/** Makes the documents `ids` what `rows` say, under the number of this change (`lockIndex`). */
export async function writeChange(tx: Database, { ids, rows }: DocumentChange, seq: number): Promise<void> {
  const written = new Set(rows.map((row) => row.id))
  const gone = ids.filter((id) => !written.has(id))
  await sql`delete from search_document where id = any(${ids}::text[])`.execute(tx)
  await sql`delete from search_removed where id = any(${[...written]}::text[])`.execute(tx)
  if (gone.length > 0) {
    await sql`
      insert into search_removed (id, change_seq) select unnest(${gone}::text[]), ${seq}::bigint
      on conflict (id) do update set change_seq = excluded.change_seq
    `.execute(tx)
  }
  if (rows.length === 0) return
  await tx
    .insertInto('search_document')
    .values(rows.map((row) => ({ ...row, change_seq: seq })))
    .execute()
}

/** What a hit shows. */
export type DocumentText = {
  readonly id: string
  readonly type: SearchType
  readonly language: string
  readonly title: string
  readonly summary: string
  readonly body: string
}

/** A text is shown from within its beginning: a hundred lots say the same again and again. */
const SHOWN = 12_000

export async function readTexts(db: Database, ids: readonly string[]): Promise<Map<string, DocumentText>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<DocumentText>`
    select id, type, language, title, summary, left(body, ${SHOWN}::int) as body
    from search_document where id = any(${ids}::text[])
  `.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** What documents are compared by. */
export type Compared = DocumentText & {
  readonly names: readonly string[]
  readonly facet_values: readonly string[]
  readonly cpv_codes: readonly string[]
}

/** Null when there is no such document, or none that `reader` may read. */
export async function readOrigin(db: Database, id: string, reader: Reader): Promise<Compared | null> {
  return (await readCompared(db, [id], reader)).get(id) ?? null
}

/** Those of the documents that `reader` may read. */
export async function readCompared(
  db: Database,
  ids: readonly string[],
  reader: Reader,
): Promise<ReadonlyMap<string, Compared>> {
  const { rows } = await sql<Compared>`
    select id, type, language, title, summary, body, names, facet_values, cpv_codes from search_document
    where id = any(${ids}::text[])
      and (organisation is null or organisation = any(${keysOf(reader)}::text[]))
  `.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
