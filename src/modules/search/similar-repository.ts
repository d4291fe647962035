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
 * The share of the origin's telling words a document holds, in its title or summary fully and in its body by half,
 * and something for each theme and code they have in common (a theme and those above it count each).
 */
export async function findLike(
  db: Database,
  { origin, lexemes, reader, types, limit }: LikeRequest,
): Promise<readonly { readonly id: string; readonly score: number }[]> {
  const themes = origin.facet_values.filter((value) => value.startsWith('theme:'))
  const divisions = origin.facet_values.filter((value) => value.startsWith('cpv:'))
  const anyLexeme = lexemes.map(({ lexeme }) => `'${lexeme}'`).join('|')
  const rarities = lexemes.map(({ rarity }) => rarity)
  const sum = Math.max(
    1,
    rarities.reduce((all, one) => all + one, 0),
  )
  const { rows } = await sql<{ id: string; score: number }>`
    with candidate as (
      select id, published_on, prior, facet_values, cpv_codes, vector from search_document
      where id <> ${origin.id} and suggestible
        and (organisation is null or organisation = any(${reader.organisations}::text[]))
        and (${types}::text[] is null or type = any(${types}::text[]))
        and (vector @@ ${anyLexeme}::tsquery or facet_values && ${[...themes, ...divisions]}::text[])
    ), likened as (
      select id, published_on,
        round(((
          select coalesce(sum(case when vector @@ (told.lexeme || ':AB')::tsquery then told.rarity
            when vector @@ told.lexeme::tsquery then told.rarity / 2 else 0 end), 0)
          from unnest(${lexemes.map(({ lexeme }) => `'${lexeme}'`)}::text[], ${rarities}::float8[]) as told (lexeme, rarity)
        ) / ${sum}::float8
        + ${THEME}::float8 * cardinality(array(select unnest(facet_values) intersect select unnest(${themes}::text[])))
        + ${CPV_CODE}::float8 * cardinality(array(select unnest(cpv_codes) intersect select unnest(${origin.cpv_codes}::text[])))
        + ${CPV_DIVISION}::float8 * (facet_values && ${divisions}::text[])::int
        + prior / 20)::numeric, 6)::float8 as score
      from candidate
    )
    select id, score from likened where score >= ${LEAST}
    order by score desc, published_on desc nulls last, id limit ${limit}
  `.execute(db)
  return rows
}
