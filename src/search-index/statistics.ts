import { rarity } from './impact.ts'
import { openCursor, seek } from './posting-cursor.ts'
import { publicCount } from './postings.ts'
import type { LiveSegment, SearchIndex } from './search-index.ts'
import { findString } from './string-table.ts'

/**
 * In how many documents a term stands, of those everybody may find. Exact: the dead are taken off, so the order of
 * hits does not depend on how the documents happen to lie in segments.
 */
export function frequencyOf(index: SearchIndex, term: string): number {
  const known = index.frequencies.get(term)
  if (known !== undefined) return known
  const frequency = index.segments.reduce((sum, live) => sum + frequencyIn(live, term), 0)
  index.frequencies.set(term, frequency)
  return frequency
}

function frequencyIn({ segment, deadDocs, hidden }: LiveSegment, term: string): number {
  const place = findString(segment.terms, term)
  if (place < 0) return 0
  let count = publicCount(segment.lists, place)
  if (deadDocs.length === 0) return count
  const cursor = openCursor(segment.lists, segment.plainMarks, place)
  for (const doc of deadDocs) if (hidden[doc] === 0 && seek(cursor, doc)) count -= 1
  return count
}

/** How much it tells that a document holds the term. */
export function rarityOf(index: SearchIndex, term: string): number {
  return rarity(frequencyOf(index, term), index.publicDocuments)
}
