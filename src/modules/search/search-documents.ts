import {
  FACETS,
  type Facet,
  type FacetCount,
  type Reader,
  type SearchAnswer,
  type SearchQuery,
} from './contract.ts'
import { correctQuestion } from './correct-question.ts'
import { toHits } from './hits.ts'
import { type Filter, findMatches, type Matches, type MatchRequest } from './matches-repository.ts'
import { lengthOf, loosePlan, strictPlan } from './plan.ts'
import { type ReadQuestion, readQuestion, type SearchContext } from './search-context.ts'
import { cleanText, foldText } from './word.ts'

/** From so many words on it is a need that is described, and no document holds them all. */
const LONG_QUESTION = 7
/** With no more than so many matches it is asked whether something else was meant. */
const FEW = 2

export async function searchDocuments(
  context: SearchContext,
  query: SearchQuery,
  reader: Reader,
): Promise<SearchAnswer> {
  const read = await readQuestion(context, query.q)
  const ask = (question: ReadQuestion) => findBest(context, question, requestOf(query, reader, context.now()))
  const { matches, literal } = await ask(read)
  const suggestion =
    literal <= FEW
      ? await correctQuestion(context, read, async (typed) => {
          const other = await ask(await readQuestion(context, typed))
          return other.matches.total
        })
      : null
  return {
    total: matches.total,
    hits: await toHits(context, matches.hits, read.terms),
    facets: toFacets(matches, filtersOf(query)),
    suggestion,
  }
}

type Request = Omit<MatchRequest, 'plan'>
type Best = {
  readonly matches: Matches
  /** How many documents hold all that was asked for. */
  readonly literal: number
}

/** All the words if any document has them; some of them for a long question, or when none has. */
async function findBest(
  { db }: SearchContext,
  { question, terms, frequencies }: ReadQuestion,
  request: Request,
): Promise<Best> {
  if (terms.length === 0 && question.text.trim() !== '') return { matches: NOTHING, literal: 0 }
  const loose = loosePlan(terms, frequencies)
  if (loose && lengthOf(terms) >= LONG_QUESTION) {
    const matches = await findMatches(db, { ...request, plan: loose })
    return { matches, literal: matches.found }
  }
  const strict = await findMatches(db, { ...request, plan: strictPlan(terms, frequencies) })
  if (strict.found > 0 || !loose) return { matches: strict, literal: strict.found }
  return { matches: await findMatches(db, { ...request, plan: loose }), literal: 0 }
}

const NOTHING: Matches = { total: 0, found: 0, hits: [], counts: {} }

function requestOf(query: SearchQuery, reader: Reader, now: Date): Request {
  const { q, sort, limit, offset } = query
  const exact = { id: cleanText(q).trim().toLowerCase(), name: foldText(q) }
  return { reader, filters: filtersOf(query), exact, sort, now, limit, offset }
}

function filtersOf(query: SearchQuery): Filter[] {
  return FACETS.flatMap((facet) => (query[facet].length === 0 ? [] : [{ facet, values: query[facet] }]))
}

function toFacets({ counts }: Matches, filters: readonly Filter[]): SearchAnswer['facets'] {
  const listed = Map.groupBy(Object.entries(counts), ([key]) => facetOf(key))
  const toFacet = (facet: Facet): readonly [Facet, readonly FacetCount[]] => {
    const found = new Map(listed.get(facet)?.map(([key, count]) => [key.slice(key.indexOf(':') + 1), count]))
    const chosen = filters.find((filter) => filter.facet === facet)?.values ?? []
    for (const value of chosen) if (!found.has(value)) found.set(value, 0)
    return [facet, [...found].map(([value, count]) => ({ value, count })).sort(byCount)]
  }
  return Object.fromEntries(FACETS.map(toFacet)) as Record<Facet, readonly FacetCount[]>
}

function facetOf(key: string): string {
  const facet = key.slice(0, key.indexOf(':'))
  return facet === 'code' ? 'cpv' : facet
}

function byCount(one: FacetCount, other: FacetCount): number {
  return other.count - one.count || (one.value < other.value ? -1 : 1)
}
