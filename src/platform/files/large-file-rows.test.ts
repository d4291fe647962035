import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inspectBackup, restoreBackup, writeBackup } from '#src/platform/backup/index.ts'
import { type RowText, readRows } from '#src/platform/backup/read-rows.ts'
import { inTransaction } from '#src/platform/database.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { diskShelf } from './disk-shelf.ts'
import { hashOf, largeFileRows, largeFiles } from './index.ts'
import { ShelfTrouble } from './shelf.ts'

const now = () => new Date('2026-11-21T12:00:00Z')
const contents = [randomBytes(700_000), Buffer.from('et lite dokument'), randomBytes(262_144)]
const inDatabase = { chosen: null, others: [] }

test('documents on a disk are in the backup, and restored where there is no such disk', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'all.spydspiss')
    const missing = hashOf(Buffer.from('missing'))
    await withOwnDatabase(async (db) => {
      const shelves = { chosen: diskShelf(join(folder, 'files')), others: [] }
      const files = largeFiles({ db, now, shelves })
      for (const bytes of [...contents, Buffer.from('missing')]) await files.keep(bytes)
      await shelves.chosen.remove(missing)
      const unreadable: string[] = []
      const elsewhere = largeFileRows(shelves, (sha256) => unreadable.push(sha256))
      await inTransaction(db, (tx) => writeBackup(tx, { path, now: now(), engine: 'a test', elsewhere }))
      expect(unreadable).toEqual([missing])
    })
    await withOwnDatabase(async (db) => {
      const inspected = await inspectBackup(path)
      if (!inspected.ok) throw new Error(inspected.failure)
      expect(await restoreBackup(db, { path, header: inspected.value })).toMatchObject({ ok: true })
      const files = largeFiles({ db, now, shelves: inDatabase })
      for (const bytes of contents) {
        expect(await files.read(hashOf(bytes))).toMatchObject({ ok: true, value: { size: bytes.length } })
      }
      expect(await files.read(missing)).toMatchObject({ failure: { kind: 'missing' } })
    }, 'empty')
  }))

test('the rows are written as the database itself would write them', () =>
  inFolder(async (folder) =>
    withOwnDatabase(async (db) => {
      const onDisk = { chosen: diskShelf(folder), others: [] }
      for (const shelves of [inDatabase, onDisk]) {
        for (const bytes of contents) await largeFiles({ db, now, shelves }).keep(bytes)
      }
      const column = (name: string, type: string) => ({ name, type })
      const columns = [column('sha256', 'text'), column('position', 'integer'), column('bytes', 'bytea')]
      const elsewhere = largeFileRows(onDisk, () => {}).get('large_file_piece')
      await inTransaction(db, async (tx) => {
        const written = await linesOf(readRows(tx, { name: 'large_file_piece', columns }))
        expect(await linesOf(elsewhere?.rows(tx) ?? [])).toEqual(written)
        expect(await elsewhere?.count(tx)).toBe(written.length)
      })
    }),
  ))

test('a store that does not answer stops the backup, and leaves nothing of it', () =>
  inFolder(async (folder) =>
    withOwnDatabase(async (db) => {
      await largeFiles({ db, now, shelves: inDatabase }).keep(Buffer.from('x'))
      await db.deleteFrom('large_file_piece').execute()
      const away = {
        ...diskShelf(folder),
        get: () => Promise.reject(new ShelfTrouble({ kind: 'unavailable', reason: 'away' })),
      }
      const elsewhere = largeFileRows({ chosen: away, others: [] }, () => {})
      const options = { path: join(folder, 'backup'), now: now(), engine: 'a test', elsewhere }
      await expect(inTransaction(db, (tx) => writeBackup(tx, options))).rejects.toThrow('away')
      expect(readdirSync(folder)).toEqual([])
    }),
  ))

async function linesOf(
  batches: AsyncIterable<readonly RowText[]> | Iterable<readonly RowText[]>,
): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const batch of batches) lines.push(...batch.filter((row) => typeof row === 'string'))
  return lines.toSorted()
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'backed-up-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
