import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inOneState } from '#src/platform/database/read-at-rest.ts'
import { readMigrations } from '#src/platform/migrate.ts'
import { fillWithOddRows } from '#src/testing/backup-example.ts'
import { withDatabase, withOwnDatabase } from '#src/testing/database.ts'
import { inspectBackup, restoreBackup, writeBackup } from './index.ts'

const now = new Date('2026-11-01T12:00:00Z')

test('a file that is cut anywhere, or has one byte changed anywhere, is refused', () =>
  withBackup(async (path) => {
    const whole = readFileSync(path)
    const damaged = `${path}.damaged`
    const stateOf = async (bytes: Uint8Array) => {
      writeFileSync(damaged, bytes)
      const inspected = await inspectBackup(damaged)
      return inspected.ok ? 'ok' : inspected.failure
    }
    expect(await stateOf(whole)).toBe('ok')
    const place = fc.integer({ min: 0, max: whole.length - 1 })
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(whole)
        changed[at] = (changed[at] ?? 0) ^ change
        expect(['damaged', 'foreign', 'newer']).toContain(await stateOf(changed))
        expect(['damaged', 'foreign']).toContain(await stateOf(whole.subarray(0, at)))
      }),
      { numRuns: 60, seed: 4601 },
    )
    expect(await stateOf(Buffer.concat([whole, whole]))).toBe('damaged')
    expect(await stateOf(Buffer.from('PK\u0003\u0004'))).toBe('foreign')
    expect(await inspectBackup(`${path}.none`)).toMatchObject({ failure: 'missing' })
  }))

test('a backup of a newer version is refused, and one of an older is not', () =>
  withBackup(async (path) => {
    const migrations = readMigrations()
    const later = { name: '9999-later.sql', sha256: 'f', text: '' }
    const edited = migrations.map((one) => ({ ...one, sha256: `${one.sha256}x` }))
    expect(await inspectBackup(path, migrations.slice(0, -1))).toMatchObject({ failure: 'newer' })
    expect(await inspectBackup(path, edited)).toMatchObject({ failure: 'otherMigrations' })
    expect(await inspectBackup(path, [...migrations, later])).toMatchObject({ ok: true })
  }))

test('a backup is for its owner alone, is not written over, and leaves nothing when it fails', () =>
  withBackup(async (path, folder) => {
    expect(statSync(path).mode & 0o077).toBe(0)
    const before = readFileSync(path)
    await withDatabase(async (db) => {
      await expect(writeBackup(db, { path, now, engine: 'a test' })).rejects.toThrow('EEXIST')
      const stopped = { path: `${path}.stopped`, now, engine: 'a test', signal: AbortSignal.abort() }
      await expect(writeBackup(db, stopped)).rejects.toThrow('aborted')
    })
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(['a.spydspiss'])
  }))

test('when rows are not what was written nothing of the backup is kept', () =>
  withBackup(async (path) =>
    withOwnDatabase(async (db) => {
      const inspected = await inspectBackup(path)
      if (!inspected.ok) throw new Error(inspected.failure)
      const header = {
        ...inspected.value,
        tables: inspected.value.tables.map((table) => ({ ...table, columns: table.columns.toReversed() })),
      }
      expect(await restoreBackup(db, { path, header })).toMatchObject({ failure: { kind: 'notAsWritten' } })
      const { rows } =
        await sql`select relname from pg_class where relnamespace = 'public'::regnamespace`.execute(db)
      expect(rows).toEqual([])
      expect(await restoreBackup(db, { path, header: inspected.value })).toMatchObject({ ok: true })
    }, 'empty'),
  ))

async function withBackup(work: (path: string, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'spydspiss-backup-'))
  const path = join(folder, 'a.spydspiss')
  try {
    await withOwnDatabase(async (db) => {
      await fillWithOddRows(db)
      await inOneState(db, (tx) => writeBackup(tx, { path, now, engine: 'a test' }))
    })
    await work(path, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
