import { setImmediate } from 'node:timers/promises'
import {
  buildSegment,
  type DocumentAnalyser,
  type IndexDocument,
  type IndexSchema,
  type MergeInput,
  mergeSegments,
  runInSlices,
  type Segment,
  type Steps,
} from '#src/search-index/index.ts'

/** What makes segments, here or elsewhere. */
export type SegmentWork = {
  readonly build: (documents: readonly IndexDocument[]) => Promise<Segment>
  readonly merge: (inputs: readonly MergeInput[]) => Promise<Segment>
  readonly close: () => Promise<void>
}

/** So long is nothing else let in; a step of the work may make it a little longer. */
const SLICE_MS = 8

export function inSlices<Value>(steps: Steps<Value>): Promise<Value> {
  return runInSlices(steps, { slice: SLICE_MS, now: () => performance.now(), pause: () => setImmediate() })
}

/** Makes segments in this thread, giving way to others in between: for commands, tests, and small collections. */
export function workHere(schema: IndexSchema, analyse: DocumentAnalyser): SegmentWork {
  return {
    build: (documents) => inSlices(buildSegment(documents, { schema, analyse })),
    merge: (inputs) => inSlices(mergeSegments(inputs)),
    close: async () => {},
  }
}
