import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { openSnapshot, runToEnd, type SearchIndex } from '#src/search-index/index.ts'
import { SCHEMA } from './corpus.ts'

const PIECE = 1 << 24

/** The bytes of a file in memory that threads can share. */
export function readShared(file: string): Uint8Array {
  const handle = openSync(file, 'r')
  const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(handle).size))
  for (let at = 0; at < bytes.length; ) {
    at += readSync(handle, bytes, at, Math.min(PIECE, bytes.length - at), at)
  }
  closeSync(handle)
  return bytes
}

export function openIndex(bytes: Uint8Array): SearchIndex {
  const opened = runToEnd(openSnapshot(bytes, SCHEMA))
  if (!opened.ok) throw new Error(`The snapshot is refused: ${opened.reason}`)
  return opened.index
}
