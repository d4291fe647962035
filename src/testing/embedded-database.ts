import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import { poolOn } from '#src/platform/database/connect-embedded.ts'
import { guardedDialect } from '#src/platform/database/guarded-dialect.ts'
import { exchangeWith } from '#src/platform/database/open-engine.ts'
import type { Schema } from '#src/platform/database.ts'
import { migrate, readMigrations } from '#src/platform/migrate.ts'
import { seedShipped } from './shipped.ts'

const CACHE = 'node_modules/.cache/spydspiss'

export type TestDatabase = { readonly db: Kysely<Schema>; close(): Promise<void> }

/** What a database begins with: nothing, every table and nothing in it, or the organisations and cases that ship. */
export type Beginning = 'empty' | 'migrated' | 'shipped'

/** A migrated database of its own in memory: unpacked from a dump, which is made once for each set of migrations. */
export async function openEmbedded(): Promise<TestDatabase> {
  return overEngine(await PGlite.create({ loadDataDir: new Blob([await migratedDump()]) }))
}

/** The same with what ships in it: unpacked from a dump that the first in the folder makes. */
export async function openShipped(folder: string): Promise<TestDatabase> {
  const dump = await readDump(path.join(folder, 'shipped.tar'), async (engine) => {
    const { db } = overEngine(engine)
    await migrate(db)
    await seedShipped(db)
    await db.destroy()
  })
  return overEngine(await PGlite.create({ loadDataDir: new Blob([dump]) }))
}

/** A database in which nothing has been made yet. */
export async function openEmptyEmbedded(): Promise<TestDatabase> {
  return overEngine(await PGlite.create())
}

function overEngine(engine: PGlite): TestDatabase {
  const dialect = guardedDialect(poolOn((message) => exchangeWith(engine, message)))
  const db = new Kysely<Schema>({ dialect })
  return {
    db,
    close: async () => {
      await db.destroy()
      await engine.close()
    },
  }
}

function migratedDump(): Promise<Uint8Array<ArrayBuffer>> {
  const name = `${fingerprint()}.tar`
  return readDump(path.join(CACHE, name), async (engine) => {
    mkdirSync(CACHE, { recursive: true })
    // Each is large, and those of yesterday's migrations are of no use.
    const others = readdirSync(CACHE).filter((other) => other.endsWith('.tar') && other !== name)
    for (const other of others) rmSync(path.join(CACHE, other), { force: true })
    const { db } = overEngine(engine)
    await migrate(db)
    await db.destroy()
  })
}

/** Where there is none it is made, written beside and renamed, so that another worker never reads half of it. */
async function readDump(
  file: string,
  fill: (engine: PGlite) => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (existsSync(file)) return new Uint8Array(readFileSync(file))
  const engine = await PGlite.create()
  await fill(engine)
  const dump = new Uint8Array(await (await engine.dumpDataDir('none')).arrayBuffer())
  await engine.close()
  writeFileSync(`${file}.${process.pid}`, dump)
  renameSync(`${file}.${process.pid}`, file)
  return dump
}

/** Another engine or another set of migrations is another dump. */
function fingerprint(): string {
  const engine = readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8')
  const parts = [engine, ...readMigrations().map(({ name, sha256 }) => `${name} ${sha256}`)]
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16)
}
