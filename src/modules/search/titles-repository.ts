import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { Reader, SearchType } from './contract.ts'

type Title = {
  readonly id: string
  readonly type: SearchType
  readonly text: string
  readonly language: string
}
type TitleRequest = {
  readonly query: string
  readonly lang: string
  readonly reader: Reader
  readonly limit: number
}

/** Documents that hold all of the question in title and names; those in the reader's language first among equals. */
export async function findTitles(
  db: Database,
  { query, lang, reader, limit }: TitleRequest,
): Promise<readonly Title[]> {
  const { rows } = await sql<Title>`
    select id, type, title as text, language from search_document
    where vector @@ ${query}::tsquery and ts_filter(vector, '{a}') @@ ${query}::tsquery
      and suggestible and (organisation is null or organisation = any(${reader.organisations}::text[]))
    order by prior desc, language = ${lang} desc, published_on desc nulls last, id
    limit ${Math.max(0, limit)}
  `.execute(db)
  return rows
}

/** Whether anything public fits the `tsquery`. */
export async function holdsAny(db: Database, query: string): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from search_document where organisation is null and vector @@ ${query}::tsquery) as any
  `.execute(db)
  return rows[0]?.any ?? false
}
