import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { SearchType } from './contract.ts'
import type { SearchDocumentTable } from './tables.ts'

/** Writes rows whose ids are not in the index. */
export async function writeDocuments(tx: Database, rows: readonly SearchDocumentTable[]): Promise<void> {
  if (rows.length === 0) return
  await tx.insertInto('search_document').values(rows).execute()
}

export async function removeDocuments(tx: Database, ids: readonly string[]): Promise<void> {
  await sql`delete from search_document where id = any(${ids}::text[])`.execute(tx)
}

/** The texts of a document that is already there, as far as they were counted. */
export type CountedDocument = {
  readonly title: string
  readonly id: string
  readonly names: readonly string[]
  readonly summary: string
  readonly body: string
  readonly lexemes: readonly string[]
}

/** Those of `ids` that were public when they were indexed. */
export async function readCounted(tx: Database, ids: readonly string[]): Promise<readonly CountedDocument[]> {
  const { rows } = await sql<CountedDocument>`
    select id, title, names, summary, body, tsvector_to_array(vector) as lexemes
    from search_document where id = any(${ids}::text[]) and organisation is null
  `.execute(tx)
  return rows
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

export async function readTexts(db: Database, ids: readonly string[]): Promise<Map<string, DocumentText>> {
  const { rows } = await sql<DocumentText>`
    select id, type, language, title, summary, body from search_document where id = any(${ids}::text[])
  `.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
