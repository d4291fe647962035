import { addBytes, checksum, digest } from './checksum.ts'
import { aligned, pack, type TypedArray } from './pack.ts'
import type { SearchIndex } from './search-index.ts'
import {
  BYTE_ORDER,
  CHECKSUM,
  type Description,
  fingerprint,
  HEAD,
  MAGIC,
  VERSION,
} from './snapshot-format.ts'

/** A multiple of the alignment; a piece is summed and written without holding others up. */
const PIECE = 1 << 20

/**
 * The index as bytes, piece by piece: nothing is copied but the ends of arrays, so writing half a gigabyte takes no
 * half gigabyte more. A piece must be written before the next is asked for only if the index may be let go.
 */
export function* writeSnapshot(index: SearchIndex): Generator<Uint8Array, void> {
  const { tree, arrays } = pack(index.segments.map(({ segment, dead }) => ({ segment, dead })))
  const description: Description = { schema: fingerprint(index.schema), tree }
  const json = new TextEncoder().encode(JSON.stringify(description))
  const body = arrays.reduce((sum, array) => sum + aligned(array.byteLength), 0)
  const sum = checksum()
  for (const piece of pieces([headOf(json.length, body), json, ...arrays])) {
    addBytes(sum, piece)
    yield piece
  }
  yield digest(sum)
}

/** The whole snapshot in one piece. */
export function snapshotOf(index: SearchIndex): Uint8Array {
  const parts = [...writeSnapshot(index)]
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function headOf(json: number, body: number): Uint8Array {
  const head = new DataView(new ArrayBuffer(HEAD))
  head.setBigUint64(0, MAGIC, true)
  head.setUint32(8, VERSION, true)
  new Uint32Array(head.buffer)[3] = BYTE_ORDER
  head.setUint32(16, json, true)
  head.setFloat64(24, HEAD + aligned(json) + body + CHECKSUM, true)
  return new Uint8Array(head.buffer)
}

function* pieces(arrays: readonly TypedArray[]): Generator<Uint8Array> {
  for (const array of arrays) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    const whole = bytes.length - (bytes.length % aligned(1))
    for (let from = 0; from < whole; from += PIECE) yield bytes.subarray(from, Math.min(whole, from + PIECE))
    if (whole === bytes.length) continue
    const end = new Uint8Array(aligned(1))
    end.set(bytes.subarray(whole))
    yield end
  }
}
