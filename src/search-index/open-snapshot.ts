import { addBytes, checksum, digest } from './checksum.ts'
import type { MergeInput } from './merge-segments.ts'
import { ALIGNMENT, aligned, unpack } from './pack.ts'
import type { IndexSchema } from './schema.ts'
import { indexOf, type SearchIndex } from './search-index.ts'
import type { Steps } from './slices.ts'
import {
  BYTE_ORDER,
  CHECKSUM,
  type Description,
  fingerprint,
  HEAD,
  MAGIC,
  type SnapshotRefusal,
  VERSION,
} from './snapshot-format.ts'

export type OpenedSnapshot =
  | { readonly ok: true; readonly index: SearchIndex }
  | { readonly ok: false; readonly reason: SnapshotRefusal }

const PIECE = 1 << 20

/**
 * The index of a snapshot, as views of its bytes: they must not be changed after. Whatever is wrong with it is
 * noticed here, before anything is searched in it. Bytes in shared memory may be searched by several threads.
 */
export function* openSnapshot(given: Uint8Array, schema: IndexSchema): Steps<OpenedSnapshot> {
  const bytes = given.byteOffset % ALIGNMENT === 0 ? given : given.slice()
  const head = readHead(bytes)
  if (typeof head === 'string') return { ok: false, reason: head }
  if (!(yield* isIntact(bytes))) return { ok: false, reason: 'damaged' }
  const json = new TextDecoder().decode(bytes.slice(HEAD, HEAD + head.json))
  const description = JSON.parse(json) as Description
  if (description.schema !== fingerprint(schema)) return { ok: false, reason: 'otherSchema' }
  const body = bytes.subarray(HEAD + aligned(head.json))
  return { ok: true, index: indexOf(schema, unpack(description.tree, body) as readonly MergeInput[]) }
}

function readHead(bytes: Uint8Array): { readonly json: number } | SnapshotRefusal {
  if (bytes.length < 8) return 'notASnapshot'
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  if (view.getBigUint64(0, true) !== MAGIC) return 'notASnapshot'
  if (bytes.length < HEAD + CHECKSUM) return 'cut'
  const [order] = new Uint32Array(bytes.buffer, bytes.byteOffset + 12, 1)
  if (view.getUint32(8, true) !== VERSION || order !== BYTE_ORDER) return 'otherVersion'
  const length = view.getFloat64(24, true)
  if (bytes.length < length) return 'cut'
  return bytes.length === length ? { json: view.getUint32(16, true) } : 'damaged'
}

function* isIntact(bytes: Uint8Array): Steps<boolean> {
  const sum = checksum()
  const end = bytes.length - CHECKSUM
  for (let from = 0; from < end; from += PIECE) {
    addBytes(sum, bytes.subarray(from, Math.min(end, from + PIECE)))
    yield
  }
  const expected = digest(sum)
  return bytes.subarray(end).every((byte, at) => byte === expected[at])
}
