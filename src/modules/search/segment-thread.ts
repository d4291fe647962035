import { Worker } from 'node:worker_threads'
import { type IndexSchema, openSnapshot, type Segment } from '#src/search-index/index.ts'
import type { Analysis } from './analysis.ts'
import { inSlices, type SegmentWork } from './segment-work.ts'
import type { SegmentDone, SegmentOrder } from './segment-worker.ts'

type Waiting = PromiseWithResolvers<Uint8Array>
type Order = SegmentOrder extends infer One ? (One extends unknown ? Omit<One, 'order'> : never) : never

/** Makes segments in a thread of their own, so that readers never wait for it. One that dies is replaced. */
export function workInThread(schema: IndexSchema, { thesaurus }: Analysis): SegmentWork {
  let worker: Worker | null = null
  let orders = 0
  const waiting = new Map<number, Waiting>()

  function start(): Worker {
    const started = new Worker(new URL('./segment-worker.ts', import.meta.url), {
      workerData: { thesaurus },
    })
    started.unref()
    started.on('message', (done: SegmentDone) => {
      const one = waiting.get(done.order)
      waiting.delete(done.order)
      if ('bytes' in done) one?.resolve(done.bytes)
      else one?.reject(done.failure)
    })
    const lost = (reason: unknown) => {
      if (worker === started) worker = null
      for (const one of waiting.values()) one.reject(reason)
      waiting.clear()
    }
    started.on('error', lost)
    started.on('exit', (code) => lost(new Error(`The thread of the search index has ended (${code})`)))
    return started
  }

  async function carryOut(order: Order): Promise<Segment> {
    worker ??= start()
    orders += 1
    const one: Waiting = Promise.withResolvers()
    waiting.set(orders, one)
    worker.postMessage({ ...order, order: orders })
    const opened = await inSlices(openSnapshot(await one.promise, schema))
    const segment = opened.ok ? opened.index.segments[0]?.segment : undefined
    if (!segment) throw new Error(`The segment cannot be read: ${opened.ok ? 'it is empty' : opened.reason}`)
    return segment
  }

  return {
    build: (documents) => carryOut({ build: documents }),
    // Only what a merge needs: the arrays lie in shared memory, and are not copied.
    merge: (inputs) => carryOut({ merge: inputs.map(({ segment, dead }) => ({ segment, dead })) }),
    close: async () => {
      await worker?.terminate()
    },
  }
}
