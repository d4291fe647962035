import { MAX_BYTES } from '#src/modules/notices/eforms/decode-bytes.ts'
import { releasesIn } from '#src/modules/notices/ocds/releases-in.ts'
import type { ArchiveEntry, ArchiveItem } from './archive-entry.ts'
import { type ByteReader, createByteReader, takeAll } from './byte-reader.ts'
import { type ContentKind, HEAD_BYTES, isArchive, kindOfContent } from './content-kind.ts'
import { gunzip } from './gzip.ts'
import type { SourceItem } from './source-item.ts'
import { tarEntries } from './tar.ts'
import { UnpackingStopped } from './unpacking.ts'
import { type ZipOrigin, zipEntries } from './zip.ts'

/** Something that can be opened and may hold one notice or many. */
export type Content = {
  readonly name: string
  /** Somebody asked for this very file: it is read, and refused with a reason where another would be passed over. */
  readonly isNamed: boolean
  readonly open: () => AsyncIterable<Uint8Array>
  readonly origin: ZipOrigin
}

/**
 * The notices in what was found, told apart by what it holds: a notice in XML, the releases of a JSON file, or an
 * archive of these. Nothing is unpacked to disk, and of an archive no more than one file is held in memory.
 */
export async function* noticesIn(content: Content): AsyncGenerator<SourceItem> {
  const reader = createByteReader(content.open())
  try {
    const kind = kindOfContent(await reader.peek(HEAD_BYTES))
    if (kind === 'zip') yield* fromArchive(content.name, zipEntries(content.origin, content.name))
    else if (kind === 'tar') yield* fromArchive(content.name, tarEntries(reader, content.name))
    else if (kind === 'gzip') yield* fromGzip(content, reader)
    else yield* fromFile({ name: content.name, reader }, { kind, isNamed: content.isNamed })
  } finally {
    await reader.close()
  }
}

/** The notices in bytes that are already here: an answer from a web service, or what lies in quarantine. */
export function noticesInBytes(name: string, bytes: Uint8Array): AsyncGenerator<SourceItem> {
  const open = async function* () {
    yield bytes
  }
  return noticesIn({ name, isNamed: true, open, origin: { bytes } })
}

async function* fromFile(
  { name, reader }: ArchiveEntry,
  { kind, isNamed }: { kind: ContentKind; isNamed: boolean },
): AsyncGenerator<SourceItem> {
  if (kind === 'json') yield* releasesIn(name, reader)
  else if (kind === 'xml' || isNamed || /\.(?:xml|jsonl?|ndjson)$/i.test(name))
    yield await takeFile(name, reader)
  else yield { name, skipped: true }
}

async function takeFile(name: string, reader: ByteReader): Promise<SourceItem> {
  const bytes = await takeAll(reader, MAX_BYTES)
  if (bytes) return { name, bytes }
  return { name, problems: [{ code: 'tooLarge', params: { megabytes: 51, limit: 50 } }] }
}

/** One packed file, or an archive that was packed as a whole. */
async function* fromGzip({ name, isNamed }: Content, packed: ByteReader): AsyncGenerator<SourceItem> {
  const reader = createByteReader(gunzip(packed))
  try {
    const kind = kindOfContent(await reader.peek(HEAD_BYTES))
    if (kind === 'tar') yield* fromArchive(name, tarEntries(reader, name))
    else if (isArchive(kind)) yield { name, problems: [{ code: 'archiveInArchive' }] }
    else yield* fromFile({ name: name.replace(/\.gz$/i, ''), reader }, { kind, isNamed })
  } catch (error) {
    if (!(error instanceof UnpackingStopped)) throw error
    yield { name, problems: [error.problem] }
  } finally {
    await reader.close()
  }
}

/** An archive that cannot be read to its end gives what came before, and says why the rest did not. */
async function* fromArchive(name: string, items: AsyncIterable<ArchiveItem>): AsyncGenerator<SourceItem> {
  let isEmpty = true
  try {
    for await (const item of items) {
      isEmpty = false
      if ('reader' in item) yield* fromEntry(item)
      else yield item
    }
    if (isEmpty) yield { name, problems: [{ code: 'archiveEmpty' }] }
  } catch (error) {
    if (!(error instanceof UnpackingStopped)) throw error
    yield { name, problems: [error.problem] }
  }
}

async function* fromEntry(entry: ArchiveEntry): AsyncGenerator<SourceItem> {
  try {
    const kind = kindOfContent(await entry.reader.peek(HEAD_BYTES))
    if (isArchive(kind)) yield { name: entry.name, problems: [{ code: 'archiveInArchive' }] }
    else yield* fromFile(entry, { kind, isNamed: false })
  } catch (error) {
    if (!(error instanceof UnpackingStopped && error.onlyThisFile)) throw error
    yield { name: entry.name, problems: [error.problem] }
  }
}
