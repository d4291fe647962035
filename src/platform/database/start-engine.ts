import { Worker } from 'node:worker_threads'
import type { Exchange } from './engine-stream.ts'
import type { FromWorker, ToWorker, WorkerStart } from './engine-worker.ts'

export type Engine = {
  readonly exchange: Exchange
  close(): Promise<void>
}

type Waiting = {
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (reason: Error) => void
}

/**
 * Starts the embedded database in a thread of its own, so that a heavy query does not stop the server.
 *
 * `onStopped` is called when it stops without having been asked (a full disk, a fault in the engine): nothing can be
 * read or written any more, and the program should end and start again.
 */
export async function startEngine(folder: string, onStopped: (reason: Error) => void): Promise<Engine> {
  const workerData: WorkerStart = { folder }
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { workerData })
  const waiting: Waiting[] = []
  const started = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<void>()
  let state: 'starting' | 'open' | 'closing' | 'stopped' = 'starting'

  const stop = (reason: Error) => {
    if (state === 'open') onStopped(reason)
    state = 'stopped'
    started.reject(reason)
    closed.resolve()
    for (const { reject } of waiting.splice(0)) reject(reason)
  }
  worker.on('message', (said: FromWorker) => {
    if (said.kind === 'ready') started.resolve()
    else if (said.kind === 'closed') closed.resolve()
    else waiting.shift()?.resolve(said.bytes)
  })
  worker.on('error', (error) => stop(new Error('The embedded database has stopped', { cause: error })))
  worker.on('exit', () => stop(new Error('The embedded database has stopped')))

  const tell = (told: ToWorker) =>
    worker.postMessage(told, told.kind === 'message' ? [told.bytes.buffer] : [])

  await started.promise
  state = 'open'
  return {
    exchange: (message) => {
      if (state !== 'open') return Promise.reject(new Error('The embedded database is not open'))
      const answer = Promise.withResolvers<Uint8Array>()
      waiting.push(answer)
      tell({ kind: 'message', bytes: new Uint8Array(message) })
      return answer.promise
    },
    close: async () => {
      if (state !== 'open') return
      state = 'closing'
      tell({ kind: 'close' })
      await closed.promise
      await worker.terminate()
    },
  }
}
