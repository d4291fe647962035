import type { SegmentAnswer } from './answer-segment.ts'
import type { Plan } from './plan.ts'
import type { SearchRequest } from './search.ts'
import type { LiveSegment } from './search-index.ts'

/**
 * What a segment answers who asks for nothing in particular: the front of a list, and how many there are of each
 * kind. It takes going through every document, and is the same until the segment or what is dead in it changes; so
 * it is kept as long as the segment, and only what is new is gone through when something changes.
 */
const overviews = new WeakMap<LiveSegment, Map<string, SegmentAnswer>>()

/** By reader, order and page; more than this are not asked for often. */
const MOST_KEPT = 24
const LONGEST_PAGE = 200

export function isOverview(request: SearchRequest, plan: Plan): boolean {
  const { filters = [], sort, without, offset = 0, limit } = request
  const asksNothing = plan.groups.length + plan.phrases.length + plan.excluded.length === 0
  // An order that goes by the time is another one every time.
  const isLasting = sort?.by !== 'next' && without === undefined
  return asksNothing && filters.length === 0 && isLasting && offset + limit <= LONGEST_PAGE
}

export function rememberOverview(
  live: LiveSegment,
  { reader, facets, sort, boosts, offset, limit }: SearchRequest,
  make: () => SegmentAnswer,
): SegmentAnswer {
  const known = overviews.get(live) ?? new Map<string, SegmentAnswer>()
  overviews.set(live, known)
  const key = JSON.stringify([reader, facets, sort, boosts, offset, limit])
  const answer = known.get(key) ?? make()
  if (known.size >= MOST_KEPT) known.clear()
  known.set(key, answer)
  return answer
}
