import { parentPort, workerData } from 'node:worker_threads'
import { exchangeWith, openEngine } from './open-engine.ts'

/** What the worker says: it is ready, it has answered the oldest message, or it has closed. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'closed' }

export type ToWorker =
  | { readonly kind: 'message'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'close' }

export type WorkerStart = { readonly folder: string }

const port = parentPort
if (!port) throw new Error('The engine runs in a worker thread')

const { folder } = workerData as WorkerStart
// Ends this thread at once, not the process: whatever waits is told, and the log is replayed at the next start.
const engine = await openEngine(folder, { onPanic: () => process.exit(1) })

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
