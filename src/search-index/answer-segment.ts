import { countValues, type FacetCounts } from './count-facets.ts'
import { type Filtered, filterMatches } from './filter.ts'
import { type Bar, type Matches, type MatchRequest, matchSegment } from './match-segment.ts'
import { rankMatches } from './rank.ts'
import type { IndexSchema } from './schema.ts'
import type { Hit, SearchRequest } from './search.ts'
import type { LiveSegment } from './search-index.ts'
import { stringAt } from './string-table.ts'
import { sortedHits, topHits } from './top-hits.ts'

/** What one segment has to say to a question. */
export type SegmentAnswer = {
  readonly total: number
  readonly found: number
  /** As many as may come on the page, the best first. */
  readonly hits: readonly Hit[]
  readonly facets: ReadonlyMap<string, FacetCounts>
}

type Asked = { readonly schema: IndexSchema; readonly live: LiveSegment; readonly request: SearchRequest }

export function answerSegment({ schema, live, request }: Asked, matching: MatchRequest): SegmentAnswer {
  const matches = clearBar(matchSegment(live, matching), matching.bar)
  const filtered = filterMatches(live.segment, matches, { schema, filters: request.filters ?? [] })
  // Counted and ranked before anything else is matched: the matches lie in arrays that are used again.
  return {
    total: filtered.passed.count,
    found: matches.count,
    hits: hitsOf({ schema, live, request }, filtered.passed),
    facets: new Map(
      (request.facets ?? []).map((facet) => [facet, countFacet({ schema, live, request }, filtered, facet)]),
    ),
  }
}

/** Takes out what was kept before the best document was known. */
function clearBar(matches: Matches, bar: Bar): Matches {
  const least = bar.share * bar.best
  if (least === 0) return matches
  const { docs, scores, worths, count } = matches
  let kept = 0
  for (let which = 0; which < count; which += 1) {
    if ((worths[which] as number) < least) continue
    docs[kept] = docs[which] as number
    scores[kept] = scores[which] as number
    kept += 1
  }
  return { docs, scores, worths, count: kept }
}

function countFacet(
  { schema, live, request }: Asked,
  { passed, nearly }: Filtered,
  facet: string,
): FacetCounts {
  const column = live.segment.attributes[schema.attributes.indexOf(facet)]
  if (!column) throw new Error('A facet must be an attribute of the schema')
  const own = (request.filters ?? []).flatMap((filter, which) =>
    'attribute' in filter && filter.attribute === facet ? (nearly[which] ?? []) : [],
  )
  return countValues(column, [passed.docs.subarray(0, passed.count), ...own])
}

function hitsOf({ schema, live, request }: Asked, passed: Matches): Hit[] {
  const { offset = 0, limit, sort = { by: 'relevance' }, boosts = [] } = request
  const top = topHits(Math.min(offset + limit, passed.count))
  rankMatches(top, live.segment, passed, { schema, sort, boosts })
  return sortedHits(top).map(({ key, doc }) => ({ id: stringAt(live.segment.ids, doc), score: key }))
}
