import type { Filter } from '#src/search-index/index.ts'
import type { Asked } from './questions.ts'

/** A question as SQL; `highlight` marks twenty texts in the same statement. */
export type Sql = { readonly text: string; readonly values: readonly unknown[] }

const HIGHLIGHT = `'MaxFragments=2, MaxWords=24, MinWords=8, StartSel=<mark>, StopSel=</mark>'`
/** The best SQL ranks only so many of the matches: those with the highest prior. */
const RANKED = 400

/** Short questions ask for all words, long ones for any. */
function queryOf({ question }: Asked): string {
  const terms = [...new Set(question.words.map(({ term }) => `'${term}'`))]
  return terms.join(terms.length > 3 ? ' | ' : ' & ')
}

function filterOf(filters: readonly Filter[], attribute: string): readonly string[] | null {
  const filter = filters.find((one) => 'attribute' in one && one.attribute === attribute)
  return filter && 'values' in filter ? filter.values : null
}

/**
 * The plain SQL of the program's first version: every match is ranked, and all its facet values are unnested and
 * counted, each facet as if its own filter were off.
 */
export function plainSql(asked: Asked): Sql {
  const named = (attribute: string) =>
    (filterOf(asked.filters, attribute) ?? []).map((value) => `${attribute}:${value}`)
  return {
    text: `
      with match as materialized (
        select number, facet_values,
          ts_rank_cd('{0.1,0.2,0.4,1.0}', words, $1::tsquery, 1) * (1 + prior) as score,
          (cardinality($2::text[]) > 0 and not facet_values && $2)::int as fails_county,
          (cardinality($3::text[]) > 0 and not facet_values && $3)::int as fails_year
        from document where words @@ $1::tsquery
      ),
      page as (
        select number, score from match where fails_county + fails_year = 0
        order by score desc, number limit 20
      ),
      counted as (
        select value, count(*) as documents
        from (select unnest(facet_values) as value, fails_county, fails_year from match) as listed
        where fails_county + fails_year = 0
          or (fails_county = 1 and fails_year = 0 and starts_with(value, 'county:'))
          or (fails_year = 1 and fails_county = 0 and starts_with(value, 'year:'))
        group by value
      )
      select
        (select count(*)::int from match where fails_county + fails_year = 0) as total,
        (select jsonb_object_agg(value, documents) from counted) as counts,
        (select jsonb_agg(ts_headline('simple', body, $1::tsquery, ${HIGHLIGHT}))
         from page join document_text using (number)) as hits`,
    values: [queryOf(asked), named('county'), named('year')],
  }
}

/**
 * The best SQL we know: one materialised set of matches, small numbers instead of texts, five facets counted in one
 * pass over it by grouping sets, and only the matches with the highest prior ranked.
 */
export function bestSql(asked: Asked): Sql {
  const numbers = (attribute: string) => filterOf(asked.filters, attribute)?.map(Number) ?? null
  return {
    text: `
      with match as materialized (
        select number, type, county, municipality, procedure, year, themes, prior,
          coalesce(county = any($2::smallint[]), true) as in_county,
          coalesce(year = any($3::smallint[]), true) as in_year
        from document where words @@ $1::tsquery
      ),
      page as (
        select number, ts_rank('{0.1,0.2,0.4,1.0}', words, $1::tsquery, 1) * (1 + prior) as score
        from document
        where number in (select number from match where in_county and in_year order by prior desc limit ${RANKED})
        order by score desc, number limit 20
      ),
      counted as (
        select type, county, municipality, procedure, year,
          case when grouping(county) = 0 then count(*) filter (where in_year)
            when grouping(year) = 0 then count(*) filter (where in_county)
            else count(*) filter (where in_county and in_year) end as documents
        from match group by grouping sets ((), (type), (county), (municipality), (procedure), (year))
      ),
      themed as (
        select theme, count(*) as documents
        from (select unnest(themes) as theme from match where in_county and in_year) as listed group by theme
      )
      select
        (select documents::int from counted
         where num_nonnulls(type, county, municipality, procedure, year) = 0) as total,
        (select jsonb_agg(jsonb_build_array(type, county, municipality, procedure, year, documents)) from counted) as counts,
        (select jsonb_object_agg(theme, documents) from themed) as themes,
        (select jsonb_agg(ts_headline('simple', body, $1::tsquery, ${HIGHLIGHT}))
         from page join document_text using (number)) as hits`,
    values: [queryOf(asked), numbers('county'), numbers('year')],
  }
}
