import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { withDatabase } from '#src/testing/database.ts'
import { readFile, storeFile } from './index.ts'

const notice = new TextEncoder().encode('<Notice>Innkjøp av åtte ærfuglvakter</Notice>'.repeat(50))

test('a file comes back as the bytes that were given', () =>
  withDatabase(async (db) => {
    const sha256 = await storeFile(db, notice)

    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await readFile(db, sha256)).toEqual(notice)
  }))

test('an empty file is a file too', () =>
  withDatabase(async (db) => {
    const sha256 = await storeFile(db, new Uint8Array())

    expect(sha256).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(await readFile(db, sha256)).toEqual(new Uint8Array())
  }))

test('the same content is kept once, and smaller than it is', () =>
  withDatabase(async (db) => {
    await storeFile(db, notice)
    await storeFile(db, notice)

    const rows = await db.selectFrom('file').select(['size', 'zstd']).execute()
    expect(rows).toHaveLength(1)
    expect(rows[0]?.size).toBe(notice.byteLength)
    expect(rows[0]?.zstd.byteLength).toBeLessThan(notice.byteLength / 5)
  }))

test('content that is not kept is null', () =>
  withDatabase(async (db) => {
    expect(await readFile(db, 'f'.repeat(64))).toBeNull()
  }))

test('a file that has been changed in the database is refused instead of handed out', () =>
  withDatabase(async (db) => {
    const sha256 = await storeFile(db, notice)
    const other = await storeFile(db, new TextEncoder().encode('something else'))

    await sql`
      update file set zstd = (select zstd from file where sha256 = ${other}), size = 14 where sha256 = ${sha256}
    `.execute(db)

    await expect(readFile(db, sha256)).rejects.toThrow(`The stored file ${sha256} is damaged`)
  }))
