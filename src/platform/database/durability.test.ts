import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { afterAll, expect, test } from 'vitest'
import { openEngine } from './open-engine.ts'

const template = fs.mkdtempSync(path.join(os.tmpdir(), 'spydspiss-'))
const made = await openEngine(path.join(template, 'database'), { onPanic: () => {}, sync: () => {} })
await made.close()
afterAll(() => fs.rmSync(template, { recursive: true }))

test('each commit is put on the disk before it is answered, and a checkpoint with its files', () =>
  withFolder(async (folder) => {
    const synced = countSyncs()
    const engine = await openEngine(copyInto(folder), { sync: synced.sync, onPanic: () => {} })
    await engine.exec('create table t (x int)')

    const before = synced.files().length
    for (let row = 0; row < 50; row += 1) await engine.query('insert into t values ($1)', [row])
    const log = synced.files().slice(before)
    expect(log).toHaveLength(50)
    expect(new Set(log.map((file) => path.basename(path.dirname(file))))).toEqual(new Set(['pg_wal']))

    const atCheckpoint = synced.files().length
    await engine.exec('checkpoint')
    const places = synced
      .files()
      .slice(atCheckpoint)
      .map((file) => path.relative(folder, file))
    expect(places).toContain(await fileOf(engine, 't'))
    expect(places).toContain('database/global/pg_control')
    await engine.close()
  }))

test('reading, and a transaction however long, costs one sync at most', () =>
  withFolder(async (folder) => {
    const synced = countSyncs()
    const engine = await openEngine(copyInto(folder), { sync: synced.sync, onPanic: () => {} })
    await engine.exec('create table t (x int)')

    const before = synced.files().length
    for (let count = 0; count < 20; count += 1) await engine.query('select count(*) from t')
    expect(synced.files()).toHaveLength(before)
    await engine.transaction(async (tx) => {
      for (let row = 0; row < 20; row += 1) await tx.query('insert into t values ($1)', [row])
    })
    expect(synced.files()).toHaveLength(before + 1)
    await engine.close()
  }))

test('a new database is whole on the disk, files and folders, before it has its name', () =>
  withFolder(async (folder) => {
    const synced = countSyncs()
    const database = path.join(folder, 'database')
    let missing: readonly string[] | null = null
    const engine = await openEngine(database, {
      onPanic: () => {},
      sync: (descriptor) => {
        synced.sync(descriptor)
        // The first sync under the final name comes after the making.
        if (fs.existsSync(database)) missing ??= unsynced(`${database}.unfinished`, database, synced.files())
      },
    })
    expect(missing).toEqual([])
    expect(fs.existsSync(`${database}.unfinished`)).toBe(false)
    await engine.close()
  }))

test('a making that was cut short begins again', () =>
  withFolder(async (folder) => {
    const database = path.join(folder, 'database')
    fs.mkdirSync(`${database}.unfinished`)
    fs.writeFileSync(path.join(`${database}.unfinished`, 'PG_VERSION'), '18\n')
    const engine = await openEngine(database, { onPanic: () => {} })
    expect((await engine.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }])
    await engine.close()
  }))

test('the engine runs with fsync, and PostgreSQL’s folders are synced as well as its files', () =>
  withFolder(async (folder) => {
    const synced = countSyncs()
    const engine = await openEngine(copyInto(folder), { sync: synced.sync, onPanic: () => {} })
    const { rows } = await engine.query(`
      select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method,
             current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages
    `)
    expect(rows).toEqual([{ fsync: 'on', method: 'fsync', commit: 'on', pages: 'on' }])

    const before = synced.files().length
    await engine.exec('create database another')
    const isFolder = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.isDirectory()
    const folders = synced.files().slice(before).filter(isFolder)
    expect(folders.length).toBeGreaterThan(0)
    await engine.close()
  }))

/** Everything in the finished database that was not synced under the name it had while it was made. */
function unsynced(unfinished: string, database: string, files: readonly string[]): readonly string[] {
  const done = new Set(files)
  const made = ['', ...fs.readdirSync(database, { recursive: true, encoding: 'utf8' })]
  return made.filter((name) => !done.has(path.join(unfinished, name)))
}

function countSyncs(): { sync: (descriptor: number) => void; files: () => readonly string[] } {
  const files: string[] = []
  return {
    files: () => files,
    sync: (descriptor) => {
      fs.fsyncSync(descriptor)
      files.push(fs.readlinkSync(`/proc/self/fd/${descriptor}`))
    },
  }
}

async function fileOf(engine: PGlite, table: string): Promise<string> {
  const { rows } = await engine.query<{ file: string }>('select pg_relation_filepath($1) as file', [table])
  return `database/${rows[0]?.file}`
}

/** Making a database takes seconds, so those that are not about the making share one that was made before. */
function copyInto(folder: string): string {
  const database = path.join(folder, 'database')
  fs.cpSync(path.join(template, 'database'), database, { recursive: true })
  return database
}

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'spydspiss-'))
  try {
    await work(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
