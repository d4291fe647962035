import {
  type Boost,
  type Filter,
  type SearchAnswer as Found,
  findDocument,
  type SearchIndex,
  type SearchRequest,
  type Sort,
  searchIndex,
} from '#src/search-index/index.ts'
import { keysOf } from './audience.ts'
import {
  FACETS,
  type Facet,
  type FacetCount,
  type Reader,
  type SearchAnswer,
  type SearchNotice,
  type SearchQuery,
} from './contract.ts'
import { toHits } from './hits.ts'
import { CODE, ID, idAsWord, NAME, WITH_BOUGHT_FOR } from './index-schema.ts'
import { parseQuestion } from './question.ts'
import { type Filters, readFields } from './question-fields.ts'
import { type ReadQuestion, readQuestion } from './read-question.ts'
import type { SearchContext } from './search-context.ts'
import { foldText } from './word.ts'

/** A document whose id was written comes first; those of the organisation that was named before those that name it. */
const EXACT_ID = 500
const EXACT_NAME = 6
/** So little that it decides only between those that answer about as well; a title that matches is worth many times more. */
const LEANING = { municipality: 0.1, theme: 0.2 } as const
/** A document that holds some of the words is shown when it holds so much of what the best one does. */
const ENOUGH = 0.25

export async function searchDocuments(
  context: SearchContext,
  query: SearchQuery,
  reader: Reader,
): Promise<SearchAnswer> {
  const { follower, analysis, resolveField } = context
  const typed = parseQuestion(query.q)
  const { filters, asWords, notices } = await readFields(typed, query, resolveField)
  const index = follower.index()
  const id = idIn(context, query.q)
  const read = orTheDocument(id, readQuestion({ analysis, index, lang: query.lang }, typed, asWords), context)
  const asked: Asked = { filters, boughtFor: query.boughtFor }
  const request: SearchRequest = {
    question: read.asked,
    reader: keysOf(reader),
    filters: toFilters(asked),
    facets: FACETS.map((facet) => attributeOf(facet, asked)),
    sort: sortOf(query, context.now()),
    boosts: [...boostsOf(id, query.q), ...leaningsOf(reader)],
    limit: query.limit,
    offset: query.offset,
    within: read.isOfFunctionWords ? 'title' : 'everything',
    words: read.isDescribed ? 'some' : 'best',
    share: ENOUGH,
  }
  const found = read.isUnreadable ? null : searchIndex(index, request)
  const literal =
    found && read.literal && searchIndex(index, { ...request, question: read.literal, words: 'all' })
  return {
    total: found?.total ?? 0,
    hits: found ? await toHits(context, found.hits, { plan: found.plan, asked: read.asked }) : [],
    facets: toFacets(found, asked),
    boughtFor: found && isPlaceChosen(asked) ? moreBoughtFor(index, request, { asked, found }) : 0,
    suggestion: found && found.total > 0 ? read.corrected : null,
    notices: [...notices, ...noticesOf(context, { read, found, literal })],
  }
}

type Outcome = {
  readonly read: ReadQuestion
  readonly found: Found | null
  /** What there is for the words as they were written, where they were corrected. */
  readonly literal: Found | null
}

function noticesOf({ follower }: SearchContext, { read, found, literal }: Outcome): SearchNotice[] {
  const notices: SearchNotice[] = []
  if (found && found.total > 0 && literal?.found === 0 && read.corrected !== null) {
    notices.push({ code: 'corrected', params: { suggestion: read.corrected } })
  }
  if (found && found.total > 0 && found.fellBack) notices.push({ code: 'someWords', params: {} })
  if (!follower.isWhole()) notices.push({ code: 'building', params: {} })
  return notices
}

type Asked = { readonly filters: Filters; readonly boughtFor: SearchQuery['boughtFor'] }

function attributeOf(facet: Facet, { filters, boughtFor }: Asked): string {
  if (facet === 'cpv' && filters.cpv.length > 0) return CODE
  if (boughtFor === 'too' && (facet === 'municipality' || facet === 'county')) return WITH_BOUGHT_FOR[facet]
  return facet
}

function toFilters(asked: Asked): Filter[] {
  const { filters } = asked
  return FACETS.flatMap((facet) =>
    filters[facet].length === 0 ? [] : [{ attribute: attributeOf(facet, asked), values: filters[facet] }],
  )
}

function isPlaceChosen({ filters, boughtFor }: Asked): boolean {
  return boughtFor === 'named' && (filters.municipality.length > 0 || filters.county.length > 0)
}

/** How many more were bought for the chosen places by somebody who does not name them. */
function moreBoughtFor(
  index: SearchIndex,
  request: SearchRequest,
  { asked, found }: { readonly asked: Asked; readonly found: Found },
): number {
  const filters = toFilters({ ...asked, boughtFor: 'too' })
  return Math.max(
    0,
    searchIndex(index, { ...request, filters, facets: [], limit: 0, offset: 0 }).total - found.total,
  )
}

function sortOf({ sort }: SearchQuery, now: Date): Sort {
  switch (sort) {
    case 'relevance':
      return { by: 'relevance' }
    case 'newest':
      return { by: 'highest', number: 'published' }
    case 'value':
      return { by: 'highest', number: 'value' }
    case 'deadline':
      return { by: 'next', number: 'deadline', from: now.getTime() }
  }
}

/** The question as the id of a document, when it is one. */
function idIn({ follower }: SearchContext, q: string): string | null {
  const id = q.trim().toLowerCase()
  return id !== '' && findDocument(follower.index(), id) ? id : null
}

/** A question that is an id is answered by that document, beside those that mention it. */
function orTheDocument(id: string | null, read: ReadQuestion, { analysis }: SearchContext): ReadQuestion {
  if (id === null) return read
  const { words } = read.asked
  const groups = [...new Map(words.map((term) => [term.group, term])).values()]
  const itself = analysis.analyser
    .query(idAsWord(id), 'nb')
    .filter(({ kind }) => kind === 'word')
    .flatMap((term) => groups.map(({ group, source, position }) => ({ ...term, group, source, position })))
  return { ...read, asked: { ...read.asked, words: [...words, ...itself] } }
}

function boostsOf(id: string | null, q: string): Boost[] {
  const name = foldText(q)
  return [
    ...(id === null ? [] : [{ attribute: ID, value: id, worth: EXACT_ID }]),
    ...(name === '' ? [] : [{ attribute: NAME, value: name, worth: EXACT_NAME }]),
  ]
}

function leaningsOf({ leanings = [] }: Reader): Boost[] {
  return leanings.map(({ facet, value }) => ({ attribute: facet, value, worth: LEANING[facet] }))
}

function toFacets(found: Found | null, asked: Asked): SearchAnswer['facets'] {
  const { filters } = asked
  const toFacet = (facet: Facet): readonly [Facet, readonly FacetCount[]] => {
    const counts = found?.facets.get(attributeOf(facet, asked)) ?? nothingOf(filters[facet])
    return [facet, facet === 'cpv' ? divisionsAndTheirs(counts, filters.cpv) : counts]
  }
  return Object.fromEntries(FACETS.map(toFacet)) as Record<Facet, readonly FacetCount[]>
}

function nothingOf(chosen: readonly string[]): FacetCount[] {
  return chosen.map((value) => ({ value, count: 0 }))
}

/** The divisions, and the codes of those that are chosen. */
function divisionsAndTheirs(counts: readonly FacetCount[], chosen: readonly string[]): readonly FacetCount[] {
  if (chosen.length === 0) return counts
  const divisions = new Set(chosen.map((code) => code.slice(0, 2)))
  return counts.filter(({ value }) => value.length === 2 || divisions.has(value.slice(0, 2)))
}
