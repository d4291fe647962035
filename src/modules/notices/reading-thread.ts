import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type ReadOriginal, readOriginal } from './read-original.ts'
import type { ReadingDone } from './reading-worker.ts'

export type Reader = {
  /** In the order they are given; one call at a time. */
  readonly read: (files: readonly Uint8Array[]) => Promise<readonly ReadOriginal[]>
  readonly close: () => Promise<void>
}

/** A thread takes longer to begin than this many take to read. */
const READ_HERE = 100

/** Reads originals: a few here, and what comes after in a thread of its own, beside the pages and the database. */
export function openReader(readHere = READ_HERE): Reader {
  let count = 0
  let worker: Worker | null = null
  return {
    read: (files) => {
      count += files.length
      if (count <= readHere) return readBetweenPages(files)
      worker ??= new Worker(new URL('./reading-worker.ts', import.meta.url))
      return readIn(worker, files)
    },
    close: async () => {
      await worker?.terminate()
    },
  }
}

/** This is the thread that also serves pages: they are let in between. */
async function readBetweenPages(files: readonly Uint8Array[]): Promise<readonly ReadOriginal[]> {
  const read: ReadOriginal[] = []
  for (const bytes of files) {
    await new Promise(setImmediate)
    read.push(readOriginal(bytes))
  }
  return read
}

async function readIn(worker: Worker, files: readonly Uint8Array[]): Promise<readonly ReadOriginal[]> {
  const over = new AbortController()
  const { signal } = over
  const ended = once(worker, 'exit', { signal }).then(([code]) => {
    throw new Error(`The thread that reads notices has ended (${code})`)
  })
  worker.postMessage(files)
  try {
    const [done] = (await Promise.race([once(worker, 'message', { signal }), ended])) as [ReadingDone]
    if ('failure' in done) throw done.failure
    return done.read
  } finally {
    over.abort()
    ended.catch(() => {})
  }
}
