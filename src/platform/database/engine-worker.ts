import { parentPort, workerData } from 'node:worker_threads'
import { exchangeWith, openEngine } from './open-engine.ts'

/** What the worker says: it is ready, it has answered the oldest message, it has closed, or it has given up. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'closed' }
  | { readonly kind: 'stopped'; readonly why: string }

export type ToWorker =
  | { readonly kind: 'message'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'close' }

export type WorkerStart = { readonly folder: string }

const port = parentPort
if (!port) throw new Error('The engine runs in a worker thread')

const { folder } = workerData as WorkerStart
const engine = await openEngine(folder, { onPanic: stop }).catch((error: unknown) =>
  stop(error instanceof Error ? error.message : 'unknown'),
)

/** Ends this thread at once, not the process: whatever waits is told, and the log is replayed at the next start. */
function stop(why: string): never {
  say({ kind: 'stopped', why })
  process.exit(1)
}

function say(said: FromWorker): void {
  port?.postMessage(said, said.kind === 'answer' ? [said.bytes.buffer] : [])
}

async function hear(heard: ToWorker): Promise<void> {
  if (heard.kind === 'message') return say({ kind: 'answer', bytes: await exchangeWith(engine, heard.bytes) })
  await engine.close()
  say({ kind: 'closed' })
  port?.close()
}

// One after the other: the engine has one connection and one thread.
let busy = Promise.resolve()
port.on('message', (heard: ToWorker) => {
  busy = busy.then(() => hear(heard))
})
say({ kind: 'ready' })
