import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import { isUtf8, MAX_BYTES } from '#src/modules/notices/eforms/decode-bytes.ts'
import type { NoticeProblem } from '#src/modules/notices/notice.ts'
import { type ArchiveItem, climbsOut, labelOf } from './archive-entry.ts'
import { createByteReader } from './byte-reader.ts'
import { createAllowance, isOfSystem, UnpackingStopped } from './unpacking.ts'

/** A zip is read from its end, so it must be a file or bytes, not a stream. */
export type ZipOrigin = { readonly path: string } | { readonly bytes: Uint8Array }

/** Names are decoded here, because the library gives up a whole archive for one name it does not like. */
const OPTIONS = {
  lazyEntries: true,
  decodeStrings: false,
  autoClose: false,
  validateEntrySizes: true,
} as const

/** The files of a zip archive, in the order of its list. */
export async function* zipEntries(origin: ZipOrigin, archive: string): AsyncGenerator<ArchiveItem> {
  const zip = await openZip(origin)
  const spend = createAllowance(() => zip.fileSize)
  try {
    for await (const entry of entriesOf(zip)) {
      const name = nameOf(entry)
      if (name.endsWith('/')) continue
      const label = labelOf(archive, name)
      const problem = climbsOut(name) ? { code: 'archivePathUnsafe' as const } : whyUnreadable(entry)
      if (problem) yield { name: label, problems: [problem], size: entry.uncompressedSize }
      else yield* openEntry(zip, { entry, label, spend })
    }
  } finally {
    zip.close()
  }
}

async function openZip(origin: ZipOrigin): Promise<ZipFile> {
  try {
    return await ('path' in origin
      ? openPromise(origin.path, OPTIONS)
      : fromBufferPromise(
          Buffer.from(origin.bytes.buffer, origin.bytes.byteOffset, origin.bytes.byteLength),
          OPTIONS,
        ))
  } catch (error) {
    throw isOfSystem(error) ? error : new UnpackingStopped({ code: 'archiveDamaged' })
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry()
  } catch (error) {
    if (error instanceof UnpackingStopped || isOfSystem(error)) throw error
    const isLocked = error instanceof Error && error.message.includes('strong encryption')
    throw new UnpackingStopped({ code: isLocked ? 'archiveEncrypted' : 'archiveDamaged' })
  }
}

async function* openEntry(
  zip: ZipFile,
  { entry, label, spend }: { entry: Entry; label: string; spend: (bytes: number) => void },
): AsyncGenerator<ArchiveItem> {
  const reader = createByteReader(unpack(zip, entry, spend))
  try {
    yield { name: label, reader }
  } finally {
    await reader.close()
  }
}

/** The library only finds the packed bytes, so that size and checksum are held to what the archive says. */
async function* unpack(
  zip: ZipFile,
  entry: Entry,
  spend: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let size = 0
  let sum = 0
  try {
    const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
    const isPacked = entry.compressionMethod === DEFLATED
    const content = isPacked ? pipeline(packed, createInflateRaw(), () => undefined) : packed
    for await (const chunk of content) {
      size += chunk.byteLength
      sum = crc32(chunk, sum)
      spend(chunk.byteLength)
      if (size > entry.uncompressedSize) throw damaged()
      yield chunk
    }
  } catch (error) {
    throw error instanceof UnpackingStopped || isOfSystem(error) ? error : damaged()
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw damaged()
}

function damaged(): UnpackingStopped {
  return new UnpackingStopped({ code: 'archiveEntryDamaged' }, { onlyThisFile: true })
}

const STORED = 0
const DEFLATED = 8

function whyUnreadable(entry: Entry): NoticeProblem | null {
  if (entry.isEncrypted()) return { code: 'archiveEncrypted' }
  const method = entry.compressionMethod
  if (method !== STORED && method !== DEFLATED) return { code: 'archiveMethodUnknown', params: { method } }
  const isLarge = entry.uncompressedSize > MAX_BYTES && !/\.(?:jsonl?|ndjson)$/i.test(nameOf(entry))
  if (!isLarge) return null
  return { code: 'tooLarge', params: { megabytes: Math.ceil(entry.uncompressedSize / 1_048_576), limit: 50 } }
}

/** UTF-8 whether it says so or not, otherwise letter by letter: it is only a label. */
function nameOf(entry: Entry): string {
  const encoding = isUtf8(entry.fileNameRaw) ? 'utf-8' : 'latin1'
  return new TextDecoder(encoding).decode(entry.fileNameRaw)
}
