import { type Bitset, bitsetFor, hasBit, membersOf, setBit } from './bitset.ts'
import type { MergeInput } from './merge-segments.ts'
import type { IndexSchema } from './schema.ts'
import { hiddenDocuments, type Segment } from './segment.ts'
import { findString, readTo, tableReader, textOf } from './string-table.ts'

/**
 * All documents there are, at one moment: a value that never changes. Adding and removing make a new one that
 * shares its segments with the old, so a search under way goes on undisturbed.
 */
export type SearchIndex = {
  readonly schema: IndexSchema
  /** The oldest, usually largest, first. An id is alive in at most one of them. */
  readonly segments: readonly LiveSegment[]
  readonly documents: number
  /** Those everybody may find: only they count when it is asked how rare a word is. */
  readonly publicDocuments: number
  /** In how many public documents a term stands, as far as it has been asked for. */
  readonly frequencies: Map<string, number>
}

export type LiveSegment = {
  readonly segment: Segment
  readonly dead: Bitset
  /** The dead as numbers, ascending. */
  readonly deadDocs: Uint32Array
  /** By document: 1 when not everybody may find it; and how many those are, dead or alive. */
  readonly hidden: Uint8Array
  readonly hiddenCount: number
}

export function emptyIndex(schema: IndexSchema): SearchIndex {
  return indexOf(schema, [])
}

/** The index of these segments, from a snapshot or a fresh build. */
export function indexOf(schema: IndexSchema, inputs: readonly MergeInput[]): SearchIndex {
  return withSegments(
    schema,
    inputs.map(({ segment, dead }) => liveSegment(segment, dead)),
  )
}

/** A document by where it lies. */
export type DocumentPlace = { readonly which: number; readonly doc: number }

export function findDocument(index: SearchIndex, id: string): DocumentPlace | null {
  for (const [which, { segment, dead }] of index.segments.entries()) {
    const doc = findString(segment.ids, id)
    if (doc >= 0 && !hasBit(dead, doc)) return { which, doc }
  }
  return null
}

/** The index with the documents of a segment; those they replace are gone. */
export function addSegment(index: SearchIndex, segment: Segment): SearchIndex {
  const reader = tableReader(segment.ids)
  const ids = Array.from({ length: segment.size }, (_, doc) => textOf(readTo(reader, doc)))
  const { schema, segments } = removeDocuments(index, ids)
  return segment.size === 0 ? index : withSegments(schema, [...segments, liveSegment(segment)])
}

export function removeDocuments(index: SearchIndex, ids: Iterable<string>): SearchIndex {
  const gone = new Map<number, Bitset>()
  for (const id of ids) {
    const place = findDocument(index, id)
    if (!place) continue
    const dead = gone.get(place.which) ?? (index.segments[place.which] as LiveSegment).dead.slice()
    setBit(dead, place.doc)
    gone.set(place.which, dead)
  }
  if (gone.size === 0) return index
  const segments = index.segments.map((live, which) => withDead(live, gone.get(which)))
  return withSegments(index.schema, segments)
}

export function withSegments(schema: IndexSchema, segments: readonly LiveSegment[]): SearchIndex {
  const kept = segments.filter(({ segment, deadDocs }) => deadDocs.length < segment.size)
  const count = (of: (live: LiveSegment) => number) => kept.reduce((sum, live) => sum + of(live), 0)
  const documents = count(({ segment, deadDocs }) => segment.size - deadDocs.length)
  return {
    schema,
    segments: kept,
    documents,
    publicDocuments: documents - count(livingHidden),
    frequencies: new Map(),
  }
}

function livingHidden({ hidden, hiddenCount, deadDocs }: LiveSegment): number {
  return deadDocs.reduce((rest, doc) => rest - (hidden[doc] as number), hiddenCount)
}

export function liveSegment(segment: Segment, dead: Bitset = bitsetFor(segment.size)): LiveSegment {
  const hidden = hiddenDocuments(segment.audience)
  let hiddenCount = 0
  for (let doc = 0; doc < hidden.length; doc += 1) hiddenCount += hidden[doc] as number
  return { segment, dead, deadDocs: membersOf(dead), hidden, hiddenCount }
}

function withDead(live: LiveSegment, dead: Bitset | undefined): LiveSegment {
  return dead ? { ...live, dead, deadDocs: membersOf(dead) } : live
}
