import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '#src/platform/database.ts'
import { systemNetwork } from '#src/platform/http/index.ts'
import { withDatabase } from '#src/testing/database.ts'
import { startFakeS3 } from '#src/testing/fake-s3.ts'
import { databaseShelf } from './database-shelf.ts'
import { diskShelf } from './disk-shelf.ts'
import { bytesOf, hashOf, largeFiles, tidyLargeFiles } from './index.ts'
import { s3Client } from './s3-client.ts'
import { s3Shelf } from './s3-shelf.ts'
import { type Shelf, ShelfTrouble } from './shelf.ts'

const now = () => new Date('2026-11-21T12:00:00Z')
const later = () => new Date('2026-11-23T12:00:00Z')
const large = randomBytes(3_000_000)

const inDatabase = (db: Database) => largeFiles({ db, now, shelves: { chosen: null, others: [] } })
const onShelf = (db: Database, chosen: Shelf) => largeFiles({ db, now, shelves: { chosen, others: [] } })
const usedBy =
  (...names: string[]) =>
  async () =>
    new Set(names)

async function withDisk(work: (db: Database, shelf: Shelf, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'large-files-'))
  try {
    await withDatabase((db) => work(db, diskShelf(folder), folder))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a small file and a large one come back as they were given, from the database and from the disk', () =>
  withDisk(async (db, shelf) => {
    for (const files of [inDatabase(db), onShelf(db, shelf)]) {
      for (const bytes of [Buffer.from('kravspesifikasjon'), large]) {
        const kept = await files.keep(bytes)
        expect(kept).toEqual({ ok: true, value: { sha256: hashOf(bytes), size: bytes.byteLength } })
        const read = await files.read(hashOf(bytes))
        if (!read.ok) throw new Error(read.failure.kind)
        expect(Buffer.from(await bytesOf(read.value)).equals(bytes)).toBe(true)
      }
    }
  }))

test('what is missing or damaged is told and never handed out, and given again it is whole', () =>
  withDisk(async (db, shelf, folder) => {
    const files = onShelf(db, shelf)
    const sha256 = hashOf(large)
    expect(await files.read(sha256)).toEqual({ ok: false, failure: { kind: 'missing' } })
    await files.keep(large)
    const changed = Buffer.from(large)
    changed[2_999_999] = (changed[2_999_999] ?? 0) ^ 1
    for (const damaged of [changed, large.subarray(0, 2_000_000), Buffer.alloc(0)]) {
      writeFileSync(join(folder, sha256.slice(0, 2), sha256), damaged)
      expect(await files.read(sha256)).toEqual({ ok: false, failure: { kind: 'damaged' } })
    }
    await files.keep(large)
    expect((await files.read(sha256)).ok).toBe(true)
  }))

test('a file that is damaged between the looking through and the sending ends before its last piece', () =>
  withDisk(async (db, shelf, folder) => {
    const files = onShelf(db, shelf)
    await files.keep(large)
    const read = await files.read(hashOf(large))
    if (!read.ok) throw new Error(read.failure.kind)
    writeFileSync(join(folder, hashOf(large).slice(0, 2), hashOf(large)), Buffer.alloc(3_000_000))
    let sent = 0
    const sending = async () => {
      for await (const piece of read.value.pieces()) sent += piece.byteLength
    }
    await expect(sending()).rejects.toThrow('is damaged')
    expect(sent).toBeLessThan(3_000_000)
  }))

test('a file in the database with a piece too few, or a byte changed, is damaged', () =>
  withDatabase(async (db) => {
    const files = inDatabase(db)
    await files.keep(large)
    await sql`update large_file_piece set bytes = set_byte(bytes, 0, get_byte(bytes, 0) # 1) where position = 3`.execute(
      db,
    )
    expect(await files.read(hashOf(large))).toMatchObject({ failure: { kind: 'damaged' } })
    await files.keep(large)
    expect((await files.read(hashOf(large))).ok).toBe(true)
    await sql`delete from large_file_piece where position = 11`.execute(db)
    expect(await files.read(hashOf(large))).toMatchObject({ failure: { kind: 'damaged' } })
  }))

test('a store that does not answer is told as that, and not as a file that is missing', () =>
  withDatabase(async (db) => {
    const settings = {
      endpoint: 'http://127.0.0.1:1',
      region: 'x',
      bucket: 'x',
      accessKeyId: 'x',
      secretAccessKey: 'x',
    }
    const network = { ...systemNetwork, timing: { ...systemNetwork.timing, sleep: async () => {} } }
    const files = onShelf(db, s3Shelf(s3Client(settings, network)))
    const failure = { kind: 'unavailable', reason: expect.any(String) }
    expect(await files.keep(large)).toEqual({ ok: false, failure })
    expect(await files.read(hashOf(large))).toEqual({ ok: false, failure })
  }))

test('a store that is full is told, and what was there is still read', () =>
  withDatabase(async (db) => {
    await inDatabase(db).keep(large)
    const full: Shelf = {
      ...databaseShelf(db),
      name: 'disk',
      put: () => Promise.reject(new ShelfTrouble({ kind: 'full' })),
    }
    const files = onShelf(db, full)
    expect(await files.keep(Buffer.from('one too many'))).toEqual({ ok: false, failure: { kind: 'full' } })
    expect((await files.read(hashOf(large))).ok).toBe(true)
  }))

test('a wrong answer from the store is damage, however often it is asked', () =>
  withDatabase(async (db) => {
    const fake = await startFakeS3()
    const { endpoint, bucket, key } = fake
    const client = s3Client({ endpoint, bucket, ...key, region: key.region ?? '' }, systemNetwork)
    const files = onShelf(db, s3Shelf(client))
    await files.keep(large)
    fake.rules.push({ does: 'wrong content', to: 'GET' })
    expect(await files.read(hashOf(large))).toEqual({ ok: false, failure: { kind: 'damaged' } })
    fake.rules[0] = { does: 'missing key', to: 'GET' }
    expect(await files.read(hashOf(large))).toEqual({ ok: false, failure: { kind: 'missing' } })
    await fake.close()
  }))

test('what nothing refers to is taken away, not before a day has passed and not what is used', () =>
  withDisk(async (db, shelf) => {
    for (const files of [inDatabase(db), onShelf(db, shelf)]) {
      const [used, unused] = [Buffer.from('used'), Buffer.from('unused')]
      await files.keep(used)
      await files.keep(unused)
      const options = { db, shelves: files.shelves, used: usedBy(hashOf(used)) }
      expect(await tidyLargeFiles({ ...options, now })).toMatchObject({ value: { removed: 0 } })
      expect((await files.read(hashOf(unused))).ok).toBe(true)
      expect(await tidyLargeFiles({ ...options, now: later })).toMatchObject({
        value: { removed: 1, missing: [] },
      })
      expect(await files.read(hashOf(unused))).toMatchObject({ failure: { kind: 'missing' } })
      expect((await files.read(hashOf(used))).ok).toBe(true)
    }
  }))

test('what was given again lately stays, though it was first given long ago', () =>
  withDatabase(async (db) => {
    const shelves = { chosen: null, others: [] }
    await inDatabase(db).keep(large)
    await largeFiles({ db, now: later, shelves }).keep(large)
    const report = await tidyLargeFiles({ db, now: later, shelves, used: usedBy() })
    expect(report).toMatchObject({ value: { removed: 0 } })
  }))

test('a file that a row refers to stays, whatever the caller believes', () =>
  withDatabase(async (db) => {
    const files = inDatabase(db)
    await files.keep(large)
    await sql`create table a_row (sha256 text references large_file)`.execute(db)
    await sql`insert into a_row values (${hashOf(large)})`.execute(db)
    const report = await tidyLargeFiles({ db, now: later, shelves: files.shelves, used: usedBy() })
    expect(report).toMatchObject({ ok: true, value: { removed: 0 } })
    expect((await files.read(hashOf(large))).ok).toBe(true)
  }))

test('when another store is chosen the files of the database are still read, and move to it', () =>
  withDisk(async (db, shelf) => {
    await inDatabase(db).keep(large)
    const files = onShelf(db, shelf)
    expect((await files.read(hashOf(large))).ok).toBe(true)
    const options = { db, now, shelves: files.shelves, used: usedBy(hashOf(large)) }
    expect(await tidyLargeFiles(options)).toEqual({ ok: true, value: { removed: 0, moved: 1, missing: [] } })
    expect(await db.selectFrom('large_file_piece').select('position').execute()).toEqual([])
    expect((await files.read(hashOf(large))).ok).toBe(true)
    expect(await tidyLargeFiles(options)).toMatchObject({ value: { moved: 0 } })
  }))

test('a file that is used and nowhere to be found is told', () =>
  withDisk(async (db, shelf) => {
    const files = onShelf(db, shelf)
    await files.keep(large)
    await shelf.remove(hashOf(large))
    const report = await tidyLargeFiles({ db, now, shelves: files.shelves, used: usedBy(hashOf(large)) })
    expect(report).toMatchObject({ value: { missing: [hashOf(large)] } })
  }))
