import { setImmediate } from 'node:timers/promises'
import {
  buildSegment,
  type IndexDocument,
  type IndexSchema,
  type MergeInput,
  mergeSegments,
  runInSlices,
  type Segment,
  type Steps,
} from '#src/search-index/index.ts'
import type { Analysis } from './analysis.ts'
import { createConceptReader, withConcepts } from './concepts-of.ts'

/** What makes segments, here or elsewhere. */
export type SegmentWork = {
  readonly build: (documents: readonly IndexDocument[]) => Promise<Segment>
  readonly merge: (inputs: readonly MergeInput[]) => Promise<Segment>
  readonly close: () => Promise<void>
}

/** So long is nothing else let in; a step of the work may make it a little longer. */
const SLICE_MS = 4

export function inSlices<Value>(steps: Steps<Value>): Promise<Value> {
  return runInSlices(steps, { slice: SLICE_MS, now: () => performance.now(), pause: () => setImmediate() })
}

/** Makes segments in this thread, giving way to others in between: for commands, tests, and small collections. */
export function workHere(schema: IndexSchema, analysis: Analysis): SegmentWork {
  const build = segmentBuilder(schema, analysis)
  return {
    build: (documents) => inSlices(build(documents)),
    merge: (inputs) => inSlices(mergeSegments(inputs)),
    close: async () => {},
  }
}

/** How documents become a segment, here or in another thread. */
export function segmentBuilder(
  schema: IndexSchema,
  analysis: Analysis,
): (documents: readonly IndexDocument[]) => Steps<Segment> {
  const concepts = createConceptReader(analysis)
  const making = { schema, analyse: analysis.analyser.document }
  return function* build(documents) {
    const read: IndexDocument[] = []
    for (const document of documents) {
      read.push(withConcepts(document, concepts))
      yield
    }
    return yield* buildSegment(read, making)
  }
}
