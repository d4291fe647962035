import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { Reader, SearchType } from './contract.ts'

/** A stem that another document may share, and how much that would say. */
export type Likeness = { readonly lexeme: string; readonly rarity: number }

export type Origin = {
  readonly id: string
  readonly language: string
  readonly title: string
  readonly summary: string
  readonly facet_values: readonly string[]
  readonly cpv_codes: readonly string[]
}

/** Null when there is no such document, or none that `reader` may read. */
export async function readOrigin(db: Database, id: string, reader: Reader): Promise<Origin | null> {
  const { rows } = await sql<Origin>`
    select id, language, title, summary, facet_values, cpv_codes from search_document
    where id = ${id} and (organisation is null or organisation = any(${reader.organisations}::text[]))
  `.execute(db)
  return rows[0] ?? null
}

type LikeRequest = {
  readonly origin: Origin
  readonly lexemes: readonly Likeness[]
  readonly reader: Reader
  readonly types: readonly SearchType[] | null
  readonly limit: number
}

const THEME = 0.15
const CPV_CODE = 0.2
const CPV_DIVISION = 0.1
/** Sharing less than this is chance. */
const LEAST = 0.15

/**
 * The share of the origin's telling words a document holds, and something for each theme and code they have in
 * common (a theme and those above it count each).
 *
 * Each word is looked up in the text index by itself; asking every candidate for every word takes far longer.
 */
export async function findLike(
  db: Database,
  { origin, lexemes, reader, types, limit }: LikeRequest,
): Promise<readonly { readonly id: string; readonly score: number }[]> {
  const themes = origin.facet_values.filter((value) => value.startsWith('theme:'))
  const divisions = origin.facet_values.filter((value) => value.startsWith('cpv:'))
  const sum = Math.max(
    1,
    lexemes.reduce((all, { rarity }) => all + rarity, 0),
  )
  const themePoints = themes.map((theme) => sql`${THEME}::float8 * (facet_values @> ${[theme]}::text[])::int`)
  const { rows } = await sql<{ id: string; score: number }>`
    with sharing as (
      select document.id, sum(told.rarity) as rarity
      from unnest(${lexemes.map(({ lexeme }) => `'${lexeme}'`)}::text[],
        ${lexemes.map(({ rarity }) => rarity)}::float8[]) as told (query, rarity)
      join search_document as document on document.vector @@ told.query::tsquery
      group by document.id
    ), likened as (
      select id, published_on, round((
        coalesce(sharing.rarity, 0) / ${sum}::float8
        + ${sql.join([sql`0`, ...themePoints], sql` + `)}
        + ${CPV_CODE}::float8 * (cpv_codes && ${origin.cpv_codes}::text[])::int
        + ${CPV_DIVISION}::float8 * (facet_values && ${divisions}::text[])::int
        + prior / 20)::numeric, 6)::float8 as score
      from search_document left join sharing using (id)
      where id <> ${origin.id} and suggestible
        and (organisation is null or organisation = any(${reader.organisations}::text[]))
        and (${types}::text[] is null or type = any(${types}::text[]))
        and (sharing.id is not null or facet_values && ${[...themes, ...divisions]}::text[])
    )
    select id, score from likened where score >= ${LEAST}
    order by score desc, published_on desc nulls last, id limit ${limit}
  `.execute(db)
  return rows
}
