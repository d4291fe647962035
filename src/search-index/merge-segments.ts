import { alignTables } from './align-tables.ts'
import { type Bitset, hasBit } from './bitset.ts'
import { mergeColumns } from './merge-columns.ts'
import { mergeLists } from './merge-lists.ts'
import { mergeSurfaces } from './merge-surfaces.ts'
import { joinNumbers } from './number-column.ts'
import { hiddenDocuments, type Segment } from './segment.ts'
import { append, finishTable, type StringTable, tableWriter } from './string-table.ts'

/** A segment and the documents of it that have been removed or replaced. */
export type MergeInput = { readonly segment: Segment; readonly dead: Bitset }

/** By input: the new number of each document, or -1 for the dead. */
export type NewPlaces = readonly Int32Array[]

const DOCUMENTS_A_STEP = 2000

/**
 * Several segments as one, without what is dead in them. No id may be alive in two of them.
 *
 * It gives way after every small piece of work, and needs nothing but the segments: it may run in slices between
 * other things, or in another thread.
 */
export function* mergeSegments(inputs: readonly MergeInput[]): Generator<void, Segment> {
  const segments = inputs.map(({ segment }) => segment)
  const { ids, places, size } = yield* mergeIds(inputs)
  const plainMarks = new Uint8Array(size)
  const priors = new Uint16Array(size)
  for (const [which, segment] of segments.entries()) {
    for (const [doc, place] of (places[which] as Int32Array).entries()) {
      if (place < 0) continue
      plainMarks[place] = segment.plainMarks[doc] as number
      priors[place] = segment.priors[doc] as number
    }
    yield
  }
  const columns = function* (of: (segment: Segment) => Segment['audience']) {
    return yield* mergeColumns(segments.map(of), places, size)
  }
  const audience = yield* columns((segment) => segment.audience)
  const attributes = []
  for (const attribute of segments[0]?.attributes.keys() ?? []) {
    attributes.push(yield* columns((segment) => segment.attributes[attribute] as Segment['audience']))
  }
  const numbers = []
  for (const number of segments[0]?.numbers.keys() ?? []) {
    const these = segments.map((segment) => segment.numbers[number] as Segment['numbers'][number])
    numbers.push(joinNumbers(these, places, size))
    yield
  }
  const merged = yield* mergeLists(segments, places, { plainMarks, hidden: hiddenDocuments(audience) })
  const surfaces = yield* mergeSurfaces(segments, merged)
  const { terms, lists, titles } = merged
  return { size, ids, terms, lists, titles, surfaces, plainMarks, priors, audience, attributes, numbers }
}

function* mergeIds(
  inputs: readonly MergeInput[],
): Generator<void, { ids: StringTable; places: NewPlaces; size: number }> {
  const tables = inputs.map(({ segment }) => segment.ids)
  const places = inputs.map(({ segment }) => new Int32Array(segment.size).fill(-1))
  const ids = tableWriter()
  let [size, step] = [0, 0]
  for (const same of alignTables(tables)) {
    for (const [which, doc] of same.places.entries()) {
      if (doc < 0 || hasBit((inputs[which] as MergeInput).dead, doc)) continue
      ;(places[which] as Int32Array)[doc] = size
      append(ids, same)
      size += 1
    }
    step += 1
    if (step % DOCUMENTS_A_STEP === 0) yield
  }
  return { ids: finishTable(ids), places, size }
}
