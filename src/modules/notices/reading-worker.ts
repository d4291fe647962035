import { parentPort } from 'node:worker_threads'
import { type ReadOriginal, readOriginal } from './read-original.ts'

/** The thread that reads originals for `openReader`. */
export type ReadingDone = { readonly read: readonly ReadOriginal[] } | { readonly failure: unknown }

parentPort?.on('message', (files: readonly Uint8Array[]) => {
  parentPort?.postMessage(readAll(files))
})

function readAll(files: readonly Uint8Array[]): ReadingDone {
  try {
    return { read: files.map(readOriginal) }
  } catch (failure) {
    return { failure }
  }
}
