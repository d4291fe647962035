import { Worker } from 'node:worker_threads'
import { StartRefusal } from '#src/platform/start-refusal.ts'
import type { Exchange } from './engine-stream.ts'
import type { FromWorker, ToWorker, WorkerStart } from './engine-worker.ts'

export type Engine = {
  readonly exchange: Exchange
  close(): Promise<void>
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
  const started = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<void>()
  const queue = waitingQueue()
  let state: 'starting' | 'open' | 'closing' | 'stopped' = 'starting'

  listen(worker, {
    ready: started.resolve,
    closed: closed.resolve,
    answer: queue.answer,
    stopped: (why) => {
      if (state === 'stopped') return
      const reason = new Error(`The embedded database has stopped: ${why}`)
      started.reject(new StartRefusal(cannotOpen(folder, why)))
      closed.resolve()
      if (state === 'open') onStopped(reason)
      state = 'stopped'
      queue.fail(reason)
    },
  })
  await started.promise
  state = 'open'
  return {
    exchange: (message) => {
      if (state !== 'open') return Promise.reject(new Error('The embedded database is not open'))
      tell(worker, { kind: 'message', bytes: new Uint8Array(message) })
      return queue.wait()
    },
    close: async () => {
      if (state !== 'open') return
      state = 'closing'
      tell(worker, { kind: 'close' })
      await closed.promise
      await worker.terminate()
    },
  }
}

type Ears = {
  readonly ready: () => void
  readonly answer: (bytes: Uint8Array) => void
  readonly closed: () => void
  readonly stopped: (why: string) => void
}

function listen(worker: Worker, ears: Ears): void {
  worker.on('message', (said: FromWorker) => {
    if (said.kind === 'answer') ears.answer(said.bytes)
    else if (said.kind === 'stopped') ears.stopped(said.why)
    else ears[said.kind]()
  })
  worker.on('error', (error) => ears.stopped(error instanceof Error ? error.message : 'unknown'))
  worker.on('exit', () => ears.stopped('its thread has ended'))
}

function tell(worker: Worker, told: ToWorker): void {
  worker.postMessage(told, told.kind === 'message' ? [told.bytes.buffer] : [])
}

/** Those who wait for an answer; answers come in the order in which was asked. */
function waitingQueue() {
  const waiting: PromiseWithResolvers<Uint8Array>[] = []
  return {
    wait: (): Promise<Uint8Array> => {
      const answer = Promise.withResolvers<Uint8Array>()
      waiting.push(answer)
      return answer.promise
    },
    answer: (bytes: Uint8Array) => waiting.shift()?.resolve(bytes),
    fail: (reason: Error) => {
      for (const { reject } of waiting.splice(0)) reject(reason)
    },
  }
}

function cannotOpen(folder: string, why: string): string {
  return `The database in ${folder} cannot be opened: ${why}. Is the disk full, or has a file there been changed?`
}
