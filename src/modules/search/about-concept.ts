import { EVERYTHING, type Filter, type Question, searchIndex } from '#src/search-index/index.ts'
import { ABOUT, above, conceptTerm } from './concepts-of.ts'
import type { AboutConcept, ConceptCount, ConceptHits, SearchHit, SearchType } from './contract.ts'
import { toHits } from './hits.ts'
import type { SearchContext } from './search-context.ts'

/** What it tells to have been given the concept as a theme, and to be about itself rather than something narrower. */
const GIVEN = 1.5
const ITSELF = 1
const NARROWER = 0.5

/** By concept, how many documents of a type are about it; one that none is about is missing. */
export function countConcepts(
  { follower }: Pick<SearchContext, 'follower'>,
  type: SearchType,
): ReadonlyMap<string, ConceptCount> {
  const request = { question: EVERYTHING, reader: [], filters: [ofType(type)], facets: [ABOUT], limit: 1 }
  const counted = searchIndex(follower.index(), request).facets.get(ABOUT) ?? []
  const byValue = new Map(counted.map(({ value, count }) => [value, count]))
  const ids = new Set([...byValue.keys()].map((value) => value.replace(above(''), '')))
  return new Map(
    Array.from(ids, (id) => {
      const own = byValue.get(id) ?? 0
      return [id, { own, all: own + (byValue.get(above(id)) ?? 0) }]
    }),
  )
}

/** The documents that are about a concept: those that say most of it first, or the newest. */
export async function findAboutConcept(context: SearchContext, asked: AboutConcept): Promise<ConceptHits> {
  const { concept, type, narrower, sort, limit, offset } = asked
  const index = context.follower.index()
  const values = narrower ? [concept, above(concept)] : [concept]
  const page = { reader: [], filters: [ofType(type), { attribute: ABOUT, values }], limit, offset }
  const all = searchIndex(index, {
    ...page,
    question: EVERYTHING,
    sort: sort === 'newest' ? { by: 'highest', number: 'published' } : { by: 'relevance' },
  })
  const question = questionFor(context, concept)
  const boosts = [
    { attribute: 'theme', value: concept, worth: GIVEN },
    { attribute: ABOUT, value: concept, worth: ITSELF },
  ]
  const ranked = searchIndex(index, { ...page, question, boosts, words: 'all' })
  // One that has been given the concept as a theme need not name it.
  const isWhole = sort === 'relevance' && ranked.total === all.total
  const { hits, total } = isWhole ? ranked : all
  const shown = await toHits(context, hits, { plan: ranked.plan, asked: question })
  return { total, hits: shown.map(withoutReason) }
}

/** Asks for the concept by its id and not by a word for it, and for what is narrower. */
function questionFor({ analysis, concepts }: SearchContext, concept: string): Question {
  const narrower = analysis.thesaurus.filter(({ id }) => concepts.aboveOf(id).has(concept))
  const ids = [concept, ...narrower.map(({ id }) => id)]
  const words = ids.map((id) => ({
    ...({ term: conceptTerm(id), kind: 'concept', weight: id === concept ? 1 : NARROWER } as const),
    ...{ concept: id, source: id, group: 0, position: 0, start: 0, end: 0 },
  }))
  return { words, phrases: [], excluded: [] }
}

function ofType(type: SearchType): Filter {
  return { attribute: 'type', values: [type] }
}

/** Nobody has asked in words, so there is nothing to explain. */
function withoutReason({ reason: _, ...hit }: SearchHit): SearchHit {
  return hit
}
