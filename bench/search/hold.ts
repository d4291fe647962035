import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { inSlices } from '#src/modules/search/segment-work.ts'
import {
  addSegment,
  applyMerge,
  buildSegment,
  emptyIndex,
  type MergeInput,
  mergeSegments,
  openSnapshot,
  planMerge,
  removeDocuments,
  runToEnd,
  type Segment,
  writeSnapshot,
} from '#src/search-index/index.ts'
import { BENCH_ANALYSER } from './bench-analyser.ts'
import { documentAt, idOf, SCHEMA } from './corpus.ts'
import { openIndex, readShared } from './open-index.ts'

/**
 * How long the thread that answers is held while documents come in, are replaced and removed, and segments are merged in
 * another thread: first many small changes, then so many that the whole index is written anew. As a server does it.
 */
const CHANGES = 60
const AT_ONCE = 100
const SPUN_MS = 3000
/** With more than a tenth of it removed the whole index is written anew. */
const REMOVED = 0.12

type Order = { readonly from: number; readonly spin?: number } | { readonly merge: readonly MergeInput[] }

if (isMainThread) await main(Number(process.argv[2]), process.argv[3] ?? '')
else parentPort?.on('message', (order: Order) => parentPort?.postMessage(inSharedMemory(carryOut(order))))

async function main(documents: number, file: string): Promise<void> {
  const worker = new Worker(new URL(import.meta.url))
  let index = openIndex(readShared(file))
  const make = async (order: Order): Promise<Segment> => {
    worker.postMessage(order)
    const bytes = await new Promise<Uint8Array>((resolve) => worker.once('message', resolve))
    const opened = await inSlices(openSnapshot(bytes, SCHEMA))
    const segment = opened.ok ? opened.index.segments[0]?.segment : undefined
    if (!segment) throw new Error('A segment came back that cannot be read')
    return segment
  }
  const merge = async () => {
    for (let inputs = planMerge(index); inputs; inputs = planMerge(index)) {
      // Only what a merge needs, as the server hands it over.
      const needed = inputs.map(({ segment, dead }) => ({ segment, dead }))
      index = applyMerge(index, inputs, await make({ merge: needed })) ?? index
    }
  }
  await make({ from: 0 })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  // What the machine does by itself to a thread that only waits, with another one busy.
  await make({ from: 0, spin: SPUN_MS })
  const heldByNothingMs = delay.max / 1e6
  delay.reset()
  for (let change = 0; change < CHANGES; change += 1) {
    index = addSegment(
      index,
      await make({ from: (change * 7919 * AT_ONCE) % Math.max(1, documents - AT_ONCE) }),
    )
    await merge()
    await sleep(5)
  }
  const heldByChangesMs = delay.max / 1e6
  delay.reset()
  for (let from = 0; from < documents * REMOVED; from += AT_ONCE) {
    index = removeDocuments(index, someIds(from))
    await setImmediate()
  }
  await merge()
  await sleep(20)
  const heldByMergeMs = delay.max / 1e6
  console.log(JSON.stringify({ heldByNothingMs, heldByChangesMs, heldByMergeMs, mergedTo: index.documents }))
  await worker.terminate()
}

function someIds(from: number): string[] {
  return Array.from({ length: AT_ONCE }, (_, at) => idOf((from + at) * 8))
}

function carryOut(order: Order): Segment {
  if ('merge' in order) return runToEnd(mergeSegments(order.merge))
  const until = performance.now() + (order.spin ?? 0)
  while (performance.now() < until);
  const batch = Array.from({ length: AT_ONCE }, (_, at) => documentAt(order.from + at))
  return runToEnd(buildSegment(batch, { schema: SCHEMA, analyse: BENCH_ANALYSER.document }))
}

function inSharedMemory(segment: Segment): Uint8Array<SharedArrayBuffer> {
  const pieces = [...writeSnapshot(addSegment(emptyIndex(SCHEMA), segment))]
  const bytes = new Uint8Array(new SharedArrayBuffer(pieces.reduce((sum, piece) => sum + piece.length, 0)))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
