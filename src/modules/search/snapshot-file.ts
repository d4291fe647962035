import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type IndexSchema, openSnapshot, type SearchIndex, writeSnapshot } from '#src/search-index/index.ts'
import type { Cursor } from './changes-repository.ts'
import { inSlices } from './segment-work.ts'

/** How far an index has come in following which database. */
export type Followed = {
  readonly index: SearchIndex
  readonly epoch: string
  readonly changed: Cursor
  readonly removed: Cursor
}

/**
 * The index on disk: a line of 512 bytes that says what it follows and how far, with a checksum of its own, then the
 * snapshot. It only saves time: one that does not fit is passed over, and the index is made of the documents.
 */
const FILE = 'index.snapshot'
const HEAD = 512
const READ_AT_ONCE = 1 << 22

const Place = z.object({ seq: z.number().int(), id: z.string() })
const Head = z.object({ epoch: z.string(), changed: Place, removed: Place })

export type SnapshotOpened =
  | { readonly ok: true; readonly followed: Followed }
  | { readonly ok: false; readonly reason: string }

export async function openSnapshotFile(folder: string, schema: IndexSchema): Promise<SnapshotOpened> {
  const bytes = await readShared(join(folder, FILE))
  if (bytes === null) return { ok: false, reason: 'missing' }
  const head = readHead(bytes)
  if (head === null) return { ok: false, reason: 'cut' }
  const opened = await inSlices(openSnapshot(bytes.subarray(HEAD), schema))
  return opened.ok ? { ok: true, followed: { ...head, index: opened.index } } : opened
}

/** Written beside and moved into place, so that there is always a whole one or none. */
export async function writeSnapshotFile(folder: string, followed: Followed): Promise<void> {
  await mkdir(folder, { recursive: true })
  const beside = join(folder, `${FILE}.${process.pid}.new`)
  try {
    const file = await open(beside, 'w')
    try {
      await file.write(headOf(followed))
      for (const piece of writeSnapshot(followed.index)) await file.write(piece)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, join(folder, FILE))
    await removeLeftovers(folder)
  } catch (failure) {
    await rm(beside, { force: true })
    throw failure
  }
}

/** What processes that were killed while writing have left. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name !== FILE && /^index\.snapshot\.\d+\.new$/.test(name)) {
      const writer = Number(name.split('.')[2])
      if (!isRunning(writer)) await rm(join(folder, name), { force: true })
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function headOf({ epoch, changed, removed }: Followed): Uint8Array {
  const told = JSON.stringify({ epoch, changed, removed })
  const line = `${digest(told)} ${told}`
  const head = Buffer.alloc(HEAD, ' ')
  if (head.write(line) !== Buffer.byteLength(line)) throw new Error('The head of the snapshot is too long')
  return head
}

function readHead(bytes: Uint8Array): z.infer<typeof Head> | null {
  if (bytes.length < HEAD) return null
  const line = Buffer.from(bytes.slice(0, HEAD)).toString().trimEnd()
  const [sum, told] = [line.slice(0, 64), line.slice(65)]
  return digest(told) === sum ? Head.parse(JSON.parse(told)) : null
}

function digest(told: string): string {
  return createHash('sha256').update(told).digest('hex')
}

/** The whole file in memory that the threads share; null when there is none. */
async function readShared(name: string): Promise<Uint8Array<SharedArrayBuffer> | null> {
  const file = await open(name, 'r').catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return null
    throw failure
  })
  if (!file) return null
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer((await file.stat()).size))
    for (let at = 0; at < bytes.length; ) {
      const { bytesRead } = await file.read(bytes, at, Math.min(READ_AT_ONCE, bytes.length - at), at)
      // It has become shorter while it was read.
      if (bytesRead === 0) return null
      at += bytesRead
    }
    return bytes
  } finally {
    await file.close()
  }
}
