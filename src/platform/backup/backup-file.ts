import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream, fsyncSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { syncDirectory } from '#src/platform/database/durable-files.ts'
import type { RowText } from './read-rows.ts'
import { splitLines } from './split-lines.ts'

/**
 * A backup on the disk: a first line that says what it is, lines of text compressed with zstd, and at the end the
 * SHA-256 of everything before it.
 */
const KIND = 'SPYDSPISS BACKUP '
const FORMAT = 1
const FIRST_LINE = Buffer.from(`${KIND}${FORMAT}\n`)
const LAST_LENGTH = '\n'.length + 64 + '\n'.length

/** What is written at once; lines are much shorter, or much longer. */
const CHUNK = 64 * 1024

/** Writes beside and gives the name last, so that what has the name is whole. Refuses to write over another file. */
export async function writeBackupFile(path: string, text: AsyncIterable<string>): Promise<number> {
  await (await open(path, 'wx', 0o600)).close()
  const unfinished = `${path}.unfinished`
  const hash = createHash('sha256')
  const compress = createZstdCompress()
  try {
    await pipeline(
      Readable.from(inChunks(text), { objectMode: false, highWaterMark: CHUNK }),
      compress,
      (compressed: AsyncIterable<Buffer>) => framed(compressed, hash),
      // Contact persons are in it, so it is for its owner alone.
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    )
    await rename(unfinished, path)
    syncDirectory(dirname(path), fsyncSync)
  } catch (error) {
    await rm(unfinished, { force: true })
    await rm(path, { force: true })
    throw error
  }
  return sizeOf(path)
}

async function* inChunks(text: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let waiting: string[] = []
  let length = 0
  for await (const piece of text) {
    waiting.push(piece)
    length += piece.length
    if (length < CHUNK) continue
    yield Buffer.from(waiting.join(''))
    waiting = []
    length = 0
  }
  if (length > 0) yield Buffer.from(waiting.join(''))
}

async function* framed(compressed: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  hash.update(FIRST_LINE)
  yield FIRST_LINE
  for await (const part of compressed) {
    hash.update(part)
    yield part
  }
  yield Buffer.from(`\n${hash.digest('hex')}\n`)
}

export type FileState = 'whole' | 'missing' | 'unreadable' | 'foreign' | 'newer' | 'damaged'

/** Whether a file is a backup that we can read, and all of it; reads it to the end. */
export async function checkBackupFile(path: string): Promise<FileState> {
  try {
    const first = await readPart(path, 0, 64)
    const format = new RegExp(`^${KIND}(\\d+)\\n`).exec(first.toString('latin1'))?.[1]
    if (format === undefined) return 'foreign'
    if (Number(format) > FORMAT) return 'newer'
    const size = await sizeOf(path)
    if (size <= FIRST_LINE.byteLength + LAST_LENGTH) return 'damaged'
    const last = await readPart(path, size - LAST_LENGTH, LAST_LENGTH)
    const hash = createHash('sha256')
    await pipeline(createReadStream(path, { end: size - LAST_LENGTH - 1 }), hash)
    return last.toString('latin1') === `\n${hash.digest('hex')}\n` ? 'whole' : 'damaged'
  } catch (error) {
    return isCode(error, 'ENOENT') ? 'missing' : 'unreadable'
  }
}

/** The lines of a backup, long ones in pieces; `checkBackupFile` first. */
export async function* readBackupFile(path: string): AsyncGenerator<RowText> {
  const end = (await sizeOf(path)) - LAST_LENGTH - 1
  const file = createReadStream(path, { start: FIRST_LINE.byteLength, end })
  const text = file.pipe(createZstdDecompress())
  file.once('error', (error) => text.destroy(error))
  try {
    yield* splitLines(text)
  } finally {
    file.destroy()
    text.destroy()
  }
}

async function readPart(path: string, position: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function sizeOf(path: string): Promise<number> {
  const file = await open(path, 'r')
  try {
    return (await file.stat()).size
  } finally {
    await file.close()
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
