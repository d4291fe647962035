import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Refused, refuse } from './content-problem.ts'

/** A file in a package: its first bytes, and all of it where it was wanted. */
export type Part = { readonly name: string; readonly head: Uint8Array; readonly bytes: Uint8Array | null }

export type Unpacking = {
  readonly isWanted: (name: string, head: Uint8Array) => boolean
  readonly spend: Allowance
}

/** Counts what comes out; one for a file with everything in it, however deep. */
export type Allowance = (unpacked: number) => void

const MOST_PARTS = 10_000
const HEAD_BYTES = 16
/** Every package may unpack to this much; sheets of a large workbook do. */
const FREE_BYTES = 200 * 1024 * 1024
/** Beyond that, to this many times its own size, and never to more than the last. */
const MOST_TIMES = 60
const MOST_BYTES = 600 * 1024 * 1024
/** What is looked through is held in memory. */
const LARGEST_WANTED = 64 * 1024 * 1024

/**
 * The files of a zip package, each unpacked to its end and compared with its checksum, so that damage and bombs are found
 * now and not by whoever opens it. Nothing is written anywhere.
 */
export async function* partsOf(bytes: Uint8Array, unpacking: Unpacking): AsyncGenerator<Part> {
  const zip = await openZip(bytes)
  const names = new Set<string>()
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName
      // Of two with the same name one would be looked at by us and the other opened by the reader's program.
      if (names.has(name.toLowerCase()) || names.size >= MOST_PARTS) refuse('damaged')
      names.add(name.toLowerCase())
      if (entry.isEncrypted()) refuse('encrypted')
      if (!name.endsWith('/')) yield await unpack(zip, entry, unpacking)
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused({ kind: 'damaged' })
  } finally {
    zip.close()
  }
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false, strictFileNames: false })
  } catch {
    return refuse('damaged')
  }
}

async function unpack(zip: ZipFile, entry: Entry, { isWanted, spend }: Unpacking): Promise<Part> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  const content = isDeflated(entry) ? pipeline(packed, createInflateRaw(), () => undefined) : packed
  let [size, sum] = [0, 0]
  let head = Buffer.alloc(0)
  let kept: Uint8Array[] | null = []
  for await (const chunk of content) {
    size += chunk.byteLength
    sum = crc32(chunk, sum)
    spend(chunk.byteLength)
    if (size > entry.uncompressedSize) refuse('damaged')
    if (head.byteLength < HEAD_BYTES) {
      head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES)
      if (head.byteLength === HEAD_BYTES && !isWanted(entry.fileName, head)) kept = null
    }
    if (kept && size > LARGEST_WANTED) refuse('bomb')
    kept?.push(chunk)
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) refuse('damaged')
  return { name: entry.fileName, head, bytes: kept && Buffer.concat(kept) }
}

const STORED = 0
const DEFLATED = 8

function isDeflated({ compressionMethod }: Entry): boolean {
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) refuse('damaged')
  return compressionMethod === DEFLATED
}

export function createAllowance(packed: number): Allowance {
  const most = Math.min(Math.max(FREE_BYTES, MOST_TIMES * packed), MOST_BYTES)
  let total = 0
  return (unpacked) => {
    total += unpacked
    if (total > most) refuse('bomb')
  }
}

const LOCAL_HEADER = 0x04034b50
const END_OF_LIST = Buffer.from([0x50, 0x4b, 5, 6])
const LONGEST_END = 22 + 65_535

export function beginsAsZip(bytes: Uint8Array): boolean {
  return (
    bytes.byteLength > 22 && Buffer.from(bytes.buffer, bytes.byteOffset, 4).readUInt32LE() === LOCAL_HEADER
  )
}

/** Whether a zip archive ends here, whatever the file begins as. */
export function endsAsZip(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-LONGEST_END)
  return end.includes(END_OF_LIST)
}
