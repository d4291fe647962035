import { type ArchiveItem, climbsOut, labelOf } from './archive-entry.ts'
import { type ByteReader, createByteReader } from './byte-reader.ts'
import { BLOCK, isEndBlock, readPaxHeader, readTarHeader, type TarHeader, text } from './tar-header.ts'
import { UnpackingStopped } from './unpacking.ts'

/** Longer headers hold a name; one larger than this is there to fill the memory, so they are not just gathered. */
const MOST_HEADER_BYTES = 64 * 1024

/**
 * The files of a tar archive, as they come. Written here, since it is little, and since readers of the format
 * gather a header of any size before they hand it out.
 */
export async function* tarEntries(reader: ByteReader, archive: string): AsyncGenerator<ArchiveItem> {
  let longer: { path?: string; size?: number } = {}
  for (;;) {
    const block = await reader.take(BLOCK)
    if (block.byteLength === BLOCK && isEndBlock(block)) return
    const header = block.byteLength < BLOCK ? null : readTarHeader(block)
    if (!header)
      throw new UnpackingStopped({ code: block.byteLength < BLOCK ? 'archiveCutOff' : 'archiveDamaged' })
    if (isLongerHeader(header)) {
      longer = { ...longer, ...(await readLongerHeader(reader, header)) }
      continue
    }
    const size = longer.size ?? header.size
    const name = longer.path ?? header.name
    longer = {}
    const rest = { bytes: size }
    yield* toItem({ archive, name, type: header.type, reader: createByteReader(contentOf(reader, rest)) })
    // Whoever read it may have seen enough of it.
    for await (const _ of contentOf(reader, rest));
    await take(reader, padding(size))
  }
}

function* toItem(entry: {
  archive: string
  name: string
  type: string
  reader: ByteReader
}): Generator<ArchiveItem> {
  const { archive, name, type, reader } = entry
  const label = labelOf(archive, name)
  if (type === '5') return
  if (climbsOut(name)) yield { name: label, problems: [{ code: 'archivePathUnsafe' }] }
  else if (type === '0' || type === '7') yield { name: label, reader }
  else yield { name: label, skipped: true }
}

function isLongerHeader({ type }: TarHeader): boolean {
  return type === 'x' || type === 'g' || type === 'L' || type === 'K'
}

async function readLongerHeader(reader: ByteReader, { type, size }: TarHeader) {
  if (size > MOST_HEADER_BYTES) throw new UnpackingStopped({ code: 'archiveDamaged' })
  const bytes = await take(reader, size)
  await take(reader, padding(size))
  if (type === 'x') return readPaxHeader(bytes)
  return type === 'L' ? { path: text(bytes) } : {}
}

/** What is left of the bytes of one file. */
async function* contentOf(reader: ByteReader, rest: { bytes: number }): AsyncGenerator<Uint8Array> {
  while (rest.bytes > 0) {
    const chunk = await reader.next(rest.bytes)
    if (!chunk) throw new UnpackingStopped({ code: 'archiveCutOff' })
    rest.bytes -= chunk.byteLength
    yield chunk
  }
}

async function take(reader: ByteReader, count: number): Promise<Uint8Array> {
  const bytes = count === 0 ? new Uint8Array() : await reader.take(count)
  if (bytes.byteLength < count) throw new UnpackingStopped({ code: 'archiveCutOff' })
  return bytes
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK
}
