import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'

/** How far somebody has followed: everything up to this document of this change. */
export type Cursor = { readonly seq: number; readonly id: string }
export const START: Cursor = { seq: 0, id: '' }

/** A document as the index takes it in. */
export type ChangedDocument = {
  readonly id: string
  readonly type: string
  readonly language: string
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly names: readonly string[]
  readonly keywords: string
  readonly facet_values: readonly string[]
  readonly cpv_codes: readonly string[]
  readonly prior: number
  /** Days since 1970. */
  readonly published_day: number | null
  readonly deadline_at: Date | null
  readonly value_nok: number | null
  readonly organisation: string | null
  readonly suggestible: boolean
  readonly change_seq: number
}

export async function readChanged(
  db: Database,
  after: Cursor,
  limit: number,
): Promise<readonly ChangedDocument[]> {
  const { rows } = await sql<ChangedDocument>`
    select id, type, language, title, summary, body, names, keywords, facet_values, cpv_codes, prior,
      published_on - date '1970-01-01' as published_day, deadline_at, value_nok, organisation, suggestible, change_seq
    from search_document where (change_seq, id) > (${after.seq}::bigint, ${after.id}::text)
    order by change_seq, id limit ${limit}
  `.execute(db)
  return rows
}

export async function readRemoved(
  db: Database,
  after: Cursor,
  limit: number,
): Promise<readonly { readonly id: string; readonly change_seq: number }[]> {
  const { rows } = await sql<{ id: string; change_seq: number }>`
    select id, change_seq from search_removed
    where (change_seq, id) > (${after.seq}::bigint, ${after.id}::text)
    order by change_seq, id limit ${limit}
  `.execute(db)
  return rows
}

export async function countDocuments(db: Database): Promise<number> {
  const { rows } = await sql<{ documents: number }>`
    select count(*)::int as documents from search_document
  `.execute(db)
  return rows[0]?.documents ?? 0
}
