import { parentPort, workerData } from 'node:worker_threads'
import {
  addSegment,
  emptyIndex,
  type IndexDocument,
  type MergeInput,
  mergeSegments,
  runToEnd,
  type Segment,
  writeSnapshot,
} from '#src/search-index/index.ts'
import type { Concept } from '#src/text/index.ts'
import { createAnalysis } from './analysis.ts'
import { schemaFor } from './index-schema.ts'
import { segmentBuilder } from './segment-work.ts'

/** The thread that makes segments for `workInThread`. */
export type SegmentOrder = { readonly order: number } & (
  | { readonly build: readonly IndexDocument[] }
  | { readonly merge: readonly MergeInput[] }
)
export type SegmentDone = { readonly order: number } & (
  | { readonly bytes: Uint8Array<SharedArrayBuffer> }
  | { readonly failure: unknown }
)

const { thesaurus } = workerData as { thesaurus: readonly Concept[] }
const analysis = createAnalysis(thesaurus)
const schema = schemaFor(analysis.fingerprint)
const build = segmentBuilder(schema, analysis)

parentPort?.on('message', (order: SegmentOrder) => {
  parentPort?.postMessage(carryOut(order))
})

function carryOut(order: SegmentOrder): SegmentDone {
  try {
    const segment = runToEnd('build' in order ? build(order.build) : mergeSegments(order.merge))
    return { order: order.order, bytes: inSharedMemory(segment) }
  } catch (failure) {
    return { order: order.order, failure }
  }
}

/** In shared memory it can be handed over, and back for a merge, without being copied. */
function inSharedMemory(segment: Segment): Uint8Array<SharedArrayBuffer> {
  const pieces = [...writeSnapshot(addSegment(emptyIndex(schema), segment))]
  const bytes = new Uint8Array(new SharedArrayBuffer(pieces.reduce((sum, piece) => sum + piece.length, 0)))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
