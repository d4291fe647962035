import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { Facet, Reader, SearchSort } from './contract.ts'
import type { Plan, Score } from './plan.ts'

/** A filter that is on: the values of one facet, of which a document must have one. */
export type Filter = { readonly facet: Facet; readonly values: readonly string[] }

export type MatchRequest = {
  readonly plan: Plan
  readonly reader: Reader
  readonly filters: readonly Filter[]
  /** The whole question, for the document whose id it is, and as names are compared. */
  readonly exact: { readonly id: string; readonly name: string }
  readonly sort: SearchSort
  readonly now: Date
  readonly limit: number
  readonly offset: number
}

export type Matches = {
  readonly total: number
  /** As many as fit the words, whatever the filters say. */
  readonly found: number
  readonly hits: readonly { readonly id: string; readonly score: number }[]
  /** By `<facet>:<value>`; eight-digit codes by `code:<code>`. */
  readonly counts: Readonly<Record<string, number>>
}

/** What a match in the rest, the body, the summary, and the title or a name is worth. */
const FIELD_WEIGHTS = '{0.1,0.5,0.7,1.0}'
/** Divides by one plus the logarithm of the length: a long notice mentions everything once. */
const BY_LENGTH = 1
/** A document found by some of the words must hold this share of what the best one holds. */
const LOOSE_SHARE = 0.4
const EXACT_ID = 1000
const EXACT_NAME = 2

/**
 * Hits, their number, and the counts of all facets from one set of matches.
 *
 * Of each match it is noted which filters it fails. One that fails none is a hit and counts in every facet; one
 * that fails a single filter counts in that facet only, as if its filter were off.
 */
export async function findMatches(db: Database, request: MatchRequest): Promise<Matches> {
  const { rows } = await sql<Matches>`
    with scored as materialized (${scored(request)}),
    match as materialized (
      select * from scored
      where ${request.plan.loose ? sql`met >= ${LOOSE_SHARE} * (select max(met) from scored)` : sql`true`}
    ),
    page as (
      select id, score, row_number() over (order by ${order(request)}) as place
      from match where failures = 0 order by place limit ${request.limit} offset ${request.offset}
    ),
    counted as (
      select value, count(*) as documents
      from (select unnest(facet_values) as value, failed from match where failures <= 1) as listed
      ${request.filters.length === 0 ? sql`` : sql`where failed is null or starts_with(value, failed || ':')`}
      group by value
      ${codesOf(request)}
    )
    select
      (select count(*)::int from match where failures = 0) as total,
      (select count(*)::int from match) as found,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'score', score) order by place), '[]') from page) as hits,
      (select coalesce(jsonb_object_agg(value, documents), '{}') from counted) as counts
  `.execute(db)
  const [matches] = rows
  if (!matches) throw new Error('A query without from gives one row')
  return matches
}

function scored({ plan, reader, filters, exact }: MatchRequest): RawBuilder<unknown> {
  const fits = plan.query === null ? sql`true` : sql`vector @@ ${plan.query}::tsquery`
  const points = plan.scores.map((score, place) => sql`${rank(score)} as ${sql.ref(`points${place}`)}`)
  const score = total(
    plan.scores.map((one, place) => sql`${one.weight}::float8 * ${sql.ref(`points${place}`)}`),
  )
  const met = total(
    plan.scores.map(
      (one, place) => sql`case when ${sql.ref(`points${place}`)} > 0 then ${one.rarity}::float8 else 0 end`,
    ),
  )
  // Holding more of what is asked for comes before holding some of it often.
  const merit = plan.scores.length === 0 ? sql`1` : plan.loose ? sql`${score} * ${met}` : score
  // The concatenation unpacks the vector once, instead of anew for each of the ranks.
  const vector = plan.scores.length > 1 ? sql`vector || ''::tsvector` : sql`vector`
  return sql`
    select id, facet_values, cpv_codes, published_on, deadline_at, value_nok, ${met} as met,
      round(((${merit}) * (1 + prior)
        * case when ${exact.name} = any(exact_names) then ${EXACT_NAME}::float8 else 1 end
        + case when lower(id) = ${exact.id} then ${EXACT_ID}::float8 else 0 end)::numeric, 6)::float8 as score,
      ${failures(filters)} as failures, ${failed(filters)} as failed
    from (
      select ${sql.join([sql`found.*`, ...points])}
      from (
        select id, facet_values, cpv_codes, exact_names, published_on, deadline_at, value_nok, prior, ${vector} as vector
        from search_document
        where (organisation is null or organisation = any(${reader.organisations}::text[])) and ${fits}
        offset 0
      ) as found
      offset 0
    ) as document
  `
}

function rank({ query, phrase }: Score): RawBuilder<unknown> {
  const points = sql`ts_rank(${FIELD_WEIGHTS}::float4[], vector, ${query}::tsquery, ${BY_LENGTH}::int)`
  // For a phrase, `ts_rank` also gives something to documents that hold its words apart.
  return phrase ? sql`case when vector @@ ${query}::tsquery then ${points} else 0 end` : points
}

function total(parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return parts.length === 0 ? sql`0::float8` : sql`(${sql.join(parts, sql` + `)})`
}

function failures(filters: readonly Filter[]): RawBuilder<unknown> {
  return filters.length === 0
    ? sql`0`
    : sql`(${sql.join(
        filters.map((filter) => sql`(not ${passes(filter)})::int`),
        sql` + `,
      )})`
}

function failed(filters: readonly Filter[]): RawBuilder<unknown> {
  if (filters.length === 0) return sql`null::text`
  const cases = filters.map((filter) => sql`when not ${passes(filter)} then ${filter.facet}::text`)
  return sql`case ${sql.join(cases, sql` `)} end`
}

function passes({ facet, values }: Filter): RawBuilder<unknown> {
  if (facet !== 'cpv') return sql`(facet_values && ${values.map((value) => `${facet}:${value}`)}::text[])`
  const divisions = values.filter((code) => code.length === 2).map((code) => `cpv:${code}`)
  return sql`(facet_values && ${divisions}::text[] or cpv_codes && ${values.filter((code) => code.length > 2)}::text[])`
}

/** Eight-digit codes are counted only within the divisions that are chosen. */
function codesOf({ filters }: MatchRequest): RawBuilder<unknown> {
  const chosen = filters.find((filter) => filter.facet === 'cpv')
  if (!chosen) return sql``
  const divisions = [...new Set(chosen.values.map((code) => code.slice(0, 2)))]
  return sql`
    union all
    select 'code:' || code, count(*)
    from (select unnest(cpv_codes) as code, failed from match where failures <= 1) as listed
    where left(code, 2) = any(${divisions}::text[]) and (failed is null or failed = 'cpv')
    group by code
  `
}

/** Always ends in the id, so that a page begins where the one before ended. */
function order({ sort, now }: MatchRequest): RawBuilder<unknown> {
  switch (sort) {
    case 'relevance':
      return sql`score desc, published_on desc nulls last, id`
    case 'newest':
      return sql`published_on desc nulls last, id`
    case 'value':
      return sql`value_nok desc nulls last, id`
    case 'deadline':
      // The next deadline first; after those still to come the ones that have passed, the latest first.
      return sql`case when deadline_at >= ${now} then deadline_at end nulls last, deadline_at desc nulls last, id`
  }
}
