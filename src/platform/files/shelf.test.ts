import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { systemNetwork } from '#src/platform/http/index.ts'
import { withDatabase } from '#src/testing/database.ts'
import { startFakeS3 } from '#src/testing/fake-s3.ts'
import { databaseShelf } from './database-shelf.ts'
import { diskShelf } from './disk-shelf.ts'
import { hashOf } from './files.ts'
import { s3Client } from './s3-client.ts'
import { s3Shelf } from './s3-shelf.ts'
import { PIECE_BYTES, type Shelf, ShelfTrouble } from './shelf.ts'

const WAYS = {
  database: (work) =>
    withDatabase(async (db) => {
      const shelf = databaseShelf(db)
      // Its pieces belong to a row of the door.
      const known = async (sha256: string, size: number) => {
        await db
          .insertInto('large_file')
          .values({ sha256, size, asked_at: new Date() })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }
      await work({
        ...shelf,
        put: async (file) => {
          await known(file.sha256, file.bytes.byteLength)
          await shelf.put(file)
        },
      })
    }),
  disk: (work) => inFolder((folder) => work(diskShelf(join(folder, 'not/made/yet')))),
  s3: async (work) => {
    const fake = await startFakeS3()
    const { endpoint, key, bucket } = fake
    try {
      await work(s3Shelf(s3Client({ ...key, region: key.region ?? '', endpoint, bucket }, systemNetwork)))
    } finally {
      await fake.close()
    }
  },
} as const satisfies Record<string, (work: (shelf: Shelf) => Promise<void>) => Promise<void>>

const shelves = Object.entries(WAYS)

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shelf-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const named = (bytes: Uint8Array) => ({ sha256: hashOf(bytes), bytes })

async function read(shelf: Shelf, sha256: string): Promise<Buffer | null> {
  const pieces = await shelf.get(sha256)
  if (!pieces) return null
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(piece)
  return Buffer.concat(parts)
}

async function listed(shelf: Shelf) {
  const found: { sha256: string; size: number }[] = []
  for await (const one of shelf.list()) found.push(one)
  return found.toSorted((a, b) => a.sha256.localeCompare(b.sha256))
}

test.each(shelves)('%s: what is put is got, byte for byte, whatever its size', (_, withShelf) =>
  withShelf(async (shelf) => {
    for (const size of [1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES + 17]) {
      const file = named(randomBytes(size))
      await shelf.put(file)
      expect((await read(shelf, file.sha256))?.equals(file.bytes), String(size)).toBe(true)
    }
  }),
)

test.each(shelves)('%s: what is not there is null, and removing it is no fault', (_, withShelf) =>
  withShelf(async (shelf) => {
    const absent = 'f'.repeat(64)
    expect(await shelf.get(absent)).toBeNull()
    await shelf.remove(absent)
    expect(await listed(shelf)).toEqual([])
  }),
)

test.each(shelves)('%s: what is removed is gone, and the others stay', (_, withShelf) =>
  withShelf(async (shelf) => {
    const files = [1, 2, 3, 4, 5].map((one) => named(Buffer.from(`file ${one}`)))
    for (const file of files) await shelf.put(file)
    expect(await listed(shelf)).toEqual(
      files.map(({ sha256 }) => ({ sha256, size: 6 })).toSorted((a, b) => a.sha256.localeCompare(b.sha256)),
    )
    const [first] = files
    await shelf.remove(first?.sha256 ?? '')
    expect(await shelf.get(first?.sha256 ?? '')).toBeNull()
    expect(await listed(shelf)).toHaveLength(4)
  }),
)

test.each(shelves)(
  '%s: putting the same again mends what has been damaged, and many at once agree',
  (_, withShelf) =>
    withShelf(async (shelf) => {
      const file = named(randomBytes(2 * PIECE_BYTES + 5))
      await shelf.put({ sha256: file.sha256, bytes: randomBytes(file.bytes.byteLength) })
      await shelf.put(file)
      expect((await read(shelf, file.sha256))?.equals(file.bytes)).toBe(true)
      if (shelf.name !== 'database') await Promise.all([1, 2, 3, 4].map(() => shelf.put(file)))
      expect((await read(shelf, file.sha256))?.equals(file.bytes)).toBe(true)
      expect(await listed(shelf)).toHaveLength(1)
    }),
)

test('on the disk a file has its name when it is whole, and is for its owner alone', () =>
  inFolder(async (folder) => {
    const shelf = diskShelf(folder)
    const file = named(Buffer.from('hei'))
    await shelf.put(file)
    const path = join(folder, file.sha256.slice(0, 2), file.sha256)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, file.sha256.slice(0, 2))).mode & 0o777).toBe(0o700)
    expect(readdirSync(join(folder, 'unfinished'))).toEqual([])
  }))

test('what a killed process has left on the disk is taken away, when it is old', () =>
  inFolder(async (folder) => {
    const shelf = diskShelf(folder)
    await shelf.put(named(Buffer.from('hei')))
    const [old, fresh] = ['old', 'fresh'].map((name) => join(folder, 'unfinished', name))
    for (const path of [old, fresh]) writeFileSync(path ?? '', 'half')
    const before = Date.now() / 1000 - 25 * 3600
    utimesSync(old ?? '', before, before)
    expect(await listed(shelf)).toHaveLength(1)
    expect(readdirSync(join(folder, 'unfinished'))).toEqual(['fresh'])
  }))

test('a folder that cannot be written to is told by the code of the system', () =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, 'a file'), '')
    const shelf = diskShelf(join(folder, 'a file'))
    const failure = await shelf.put(named(Buffer.from('hei'))).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ShelfTrouble)
    expect(failure).toMatchObject({ failure: { kind: 'unavailable', reason: 'ENOTDIR' } })
  }))

test('a disk that is full is told, and what it has room for is kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'full-shelf-'))
  const outcome = async (bytes: number) => {
    // In units of 512 bytes: the limit of a process stands for the disk.
    const script = `trap '' XFSZ; ulimit -f 2000; exec "$0" "$@"`
    const program = ['src/testing/shelving-process.ts', folder, String(bytes)]
    const child = spawn('sh', ['-c', script, process.execPath, ...program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said] = await Promise.all([text(child.stdout), once(child, 'exit')])
    return JSON.parse(said)
  }
  try {
    expect(await outcome(2_000_000)).toEqual({ put: { kind: 'full' }, there: false })
    expect(readdirSync(join(folder, 'unfinished')), 'nothing half is left').toEqual([])
    expect(await outcome(500_000)).toEqual({ put: 'kept', there: true })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
