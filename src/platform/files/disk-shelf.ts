import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Listed, type NamedBytes, PIECE_BYTES, type Pieces, type Shelf, ShelfTrouble } from './shelf.ts'

const SHA256 = /^[0-9a-f]{64}$/
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const UNFINISHED = 'unfinished'
/** Nothing is being written for so long. */
const STALE_MS = 24 * 3_600_000

/** The shelf in a folder, which all web processes must share: `ab/abcd…`, for the eyes of this user alone. */
export function diskShelf(folder: string): Shelf {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    name: 'disk',
    put: (file) => told(() => put(folder, pathOf(file.sha256), file)),
    get: (sha256) => told(() => get(pathOf(sha256))),
    remove: (sha256) => told(() => rm(pathOf(sha256), { force: true })),
    list: () => list(folder),
  }
}

/** Written beside, put on the disk, and given its name last: what has the name is whole, also after a power cut. */
async function put(folder: string, path: string, { bytes }: NamedBytes): Promise<void> {
  const unfinished = join(folder, UNFINISHED, randomUUID())
  await makeFolder(dirname(unfinished))
  await makeFolder(dirname(path))
  try {
    const file = await open(unfinished, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw error
  }
}

async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  // Its own name is in the folder above.
  if (made !== undefined) await syncFolder(dirname(made))
}

async function syncFolder(folder: string): Promise<void> {
  // Windows keeps the names itself and refuses to open a folder.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function get(path: string): Promise<Pieces | null> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  return file && piecesOf(file)
}

/** Read from one descriptor to the end, so that nobody can put another file in its place in between. */
async function* piecesOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  const stream = createReadStream('', { fd: file, highWaterMark: PIECE_BYTES })
  try {
    for await (const piece of stream) yield piece
  } catch (error) {
    throw troubleOf(error)
  } finally {
    stream.destroy()
  }
}

async function* list(folder: string): AsyncGenerator<Listed> {
  await told(() => removeStale(join(folder, UNFINISHED)))
  for (const shelf of await told(() => namesIn(folder))) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue
    for (const sha256 of await told(() => namesIn(join(folder, shelf)))) {
      if (SHA256.test(sha256))
        yield { sha256, size: (await told(() => stat(join(folder, shelf, sha256)))).size }
    }
  }
}

/** What a process that was killed has left. */
async function removeStale(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > STALE_MS) await rm(path, { force: true })
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
}

async function told<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw troubleOf(error)
  }
}

/** A fault of the disk is trouble of the shelf; anything else is a mistake of ours. */
function troubleOf(error: unknown): unknown {
  const code = codeOf(error)
  if (code === null || !/^E[A-Z0-9]+$/.test(code)) return error
  return new ShelfTrouble(FULL.has(code) ? { kind: 'full' } : { kind: 'unavailable', reason: code }, error)
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
