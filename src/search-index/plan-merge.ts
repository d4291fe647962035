import { type Bitset, bitsetFor, setBit } from './bitset.ts'
import type { MergeInput } from './merge-segments.ts'
import { type LiveSegment, liveSegment, type SearchIndex, withSegments } from './search-index.ts'
import type { Segment } from './segment.ts'
import { findString, readTo, tableReader, textOf } from './string-table.ts'

/** So many segments are let be; each costs every question a little. */
const MOST_SEGMENTS = 4
/** A segment is taken into a merge when what is newer has grown to this part of it. */
const GROWN = 0.25
/** A segment with so many dead is written anew. */
const MOST_DEAD = 0.1

/**
 * Which segments should become one now; null when it is well as it is.
 *
 * The newest are merged together with older ones that are not much larger, so that a document is written anew a
 * logarithmic number of times only, and the base is left alone until it is worth it.
 */
export function planMerge(index: SearchIndex): readonly MergeInput[] | null {
  const { segments } = index
  let from = Math.max(0, segments.length - 1)
  let newer = livingIn(segments[from])
  while (from > 0 && livingIn(segments[from - 1]) * GROWN <= newer) {
    from -= 1
    newer += livingIn(segments[from])
  }
  if (segments.length > MOST_SEGMENTS && segments.length - from > 1) return segments.slice(from)
  const worn = segments.find((live) => live.deadDocs.length > live.segment.size * MOST_DEAD)
  return worn ? [worn] : null
}

function livingIn(live: LiveSegment | undefined): number {
  return live ? live.segment.size - live.deadDocs.length : 0
}

/**
 * The index with the merged segment in place of what it was made of. What was removed while the merge went on is
 * removed from it too. Null when the index no longer has those segments: then the merge was for nothing.
 */
export function applyMerge(
  index: SearchIndex,
  inputs: readonly MergeInput[],
  merged: Segment,
): SearchIndex | null {
  const now = inputs.map(({ segment }) => index.segments.find((live) => live.segment === segment))
  const dead = bitsetFor(merged.size)
  for (const [which, input] of inputs.entries()) {
    const live = now[which]
    // A segment whose documents are all gone has been dropped; nothing of it may come back.
    for (const id of removedSince(input, live?.dead)) {
      const doc = findString(merged.ids, id)
      if (doc >= 0) setBit(dead, doc)
    }
  }
  const places = now.flatMap((live) => (live ? [index.segments.indexOf(live)] : []))
  if (places.length === 0) return null
  const others = index.segments.filter((live) => !now.includes(live))
  const first = index.segments.slice(0, Math.min(...places)).filter((live) => others.includes(live)).length
  return withSegments(index.schema, others.toSpliced(first, 0, liveSegment(merged, dead)))
}

function* removedSince({ segment, dead }: MergeInput, now: Bitset | undefined): Generator<string> {
  const ids = tableReader(segment.ids)
  for (let word = 0; word < dead.length; word += 1) {
    // Thirty-two at a time: seldom has any of them been removed.
    const gone = (now ? (now[word] as number) : -1) & ~(dead[word] as number)
    for (let rest = gone; rest !== 0; rest &= rest - 1) {
      const doc = word * 32 + 31 - Math.clz32(rest & -rest)
      if (doc < segment.size) yield textOf(readTo(ids, doc))
    }
  }
}
