import { answerSegment, type SegmentAnswer } from './answer-segment.ts'
import { compareStrings } from './compare-strings.ts'
import { type FacetCount, sortCounts, sumCounts } from './count-facets.ts'
import type { Filter } from './filter.ts'
import { type Bar, type MatchRequest, matchSegment } from './match-segment.ts'
import { isOverview, rememberOverview } from './overview.ts'
import { type Plan, planQuestion } from './plan.ts'
import { groupsOf, type Question } from './question.ts'
import type { Boost, Sort } from './rank.ts'
import type { Reader } from './schema.ts'
import { findDocument, type LiveSegment, type SearchIndex } from './search-index.ts'

export type SearchRequest = {
  readonly question: Question
  readonly reader: Reader
  readonly filters?: readonly Filter[]
  /** The attributes to count. */
  readonly facets?: readonly string[]
  readonly sort?: Sort
  readonly boosts?: readonly Boost[]
  readonly limit: number
  readonly offset?: number
  readonly within?: 'everything' | 'title'
  /** A document that neither counts nor decides how much is enough: the one others are likened to. */
  readonly without?: string
  /** `all`: documents with every word or none at all; `some`: without trying for every word first. */
  readonly words?: 'best' | 'all' | 'some'
  /** How much of what the best document holds, weighed by rarity, is enough where some of the words are. */
  readonly share?: number
}

export type SearchAnswer = {
  readonly total: number
  /** As many as answer the question, whatever the filters say. */
  readonly found: number
  /** Some of the words were enough, because the question is long or nothing holds them all. */
  readonly loose: boolean
  /** No document holds every word, though the question is short enough to expect one. */
  readonly fellBack: boolean
  readonly hits: readonly Hit[]
  /** Each counted as if its own filter were off, the most frequent first. */
  readonly facets: ReadonlyMap<string, readonly FacetCount[]>
  /** What was looked for in the end; highlighting marks it. */
  readonly plan: Plan
}
export type Hit = { readonly id: string; readonly score: number }

/** From so many words on a need is described, and no document holds them all. */
const LONG_QUESTION = 4
/** A document found by some of the words holds at least this share of what the best one holds. */
const LOOSE_SHARE = 0.4

export function searchIndex(index: SearchIndex, request: SearchRequest): SearchAnswer {
  const { question, words = 'best' } = request
  const isLong = groupsOf(question.words).length >= LONG_QUESTION
  if (words === 'some' || (words === 'best' && isLong)) return answer(index, request, 'loose')
  const strict = answer(index, request, 'strict')
  if (words === 'all' || strict.found > 0 || !canLoosen(strict.plan)) return strict
  return { ...answer(index, request, 'loose'), fellBack: true }
}

function canLoosen({ groups }: Plan): boolean {
  return groups.length > 1
}

function answer(index: SearchIndex, request: SearchRequest, how: 'strict' | 'loose'): SearchAnswer {
  const plan = planQuestion(index, request.question, how === 'strict')
  const bar: Bar = { share: how === 'strict' ? 0 : (request.share ?? LOOSE_SHARE), best: 0 }
  const without = request.without === undefined ? null : findDocument(index, request.without)
  const { reader, within = 'everything' } = request
  const matched = (live: LiveSegment): MatchRequest => ({
    plan,
    reader,
    within,
    bar,
    without: without && index.segments[without.which] === live ? without.doc : -1,
  })
  const [largest, ...others] = index.segments.toSorted((one, other) => other.segment.size - one.segment.size)
  // The best document may lie in any segment, and decides what is enough in all of them. So the small ones are
  // gone through beforehand, and again after the largest.
  if (how === 'loose') for (const live of others) matchSegment(live, matched(live))
  const answers = (largest ? [largest, ...others] : []).map((live) => {
    const make = () => answerSegment({ schema: index.schema, live, request }, matched(live))
    return isOverview(request, plan) ? rememberOverview(live, request, make) : make()
  })
  const sum = (of: (one: SegmentAnswer) => number) => answers.reduce((all, one) => all + of(one), 0)
  const countsOf = (facet: string) =>
    sortCounts(sumCounts(answers.map(({ facets }) => facets.get(facet))), chosen(facet, request))
  return {
    total: sum(({ total }) => total),
    found: sum(({ found }) => found),
    loose: how === 'loose',
    fellBack: false,
    hits: pageOf(
      answers.flatMap(({ hits }) => hits),
      request,
    ),
    facets: new Map((request.facets ?? []).map((facet) => [facet, countsOf(facet)])),
    plan,
  }
}

function pageOf(hits: readonly Hit[], { offset = 0, limit }: SearchRequest): Hit[] {
  return hits
    .toSorted((one, other) =>
      one.score === other.score ? compareStrings(one.id, other.id) : one.score < other.score ? 1 : -1,
    )
    .slice(offset, offset + limit)
}

function chosen(facet: string, { filters = [] }: SearchRequest): readonly string[] {
  return filters.flatMap((filter) =>
    'attribute' in filter && filter.attribute === facet ? filter.values : [],
  )
}
