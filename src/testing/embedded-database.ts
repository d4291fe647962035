import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import { poolOn } from '#src/platform/database/connect-embedded.ts'
import { guardedDialect } from '#src/platform/database/guarded-dialect.ts'
import { exchangeWith } from '#src/platform/database/open-engine.ts'
import type { Schema } from '#src/platform/database.ts'
import { migrate, readMigrations } from '#src/platform/migrate.ts'

const CACHE = 'node_modules/.cache/spydspiss'

export type TestDatabase = { readonly db: Kysely<Schema>; close(): Promise<void> }

/** A migrated database of its own in memory: unpacked from a dump, which is made once for each set of migrations. */
export async function openEmbedded(): Promise<TestDatabase> {
  return overEngine(await PGlite.create({ loadDataDir: new Blob([await readDump()]) }))
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

async function readDump(): Promise<Uint8Array<ArrayBuffer>> {
  const file = path.join(CACHE, `${fingerprint()}.tar`)
  try {
    return new Uint8Array(readFileSync(file))
  } catch {
    return makeDump(file)
  }
}

/** Written beside and renamed, so that another worker never reads half of it. */
async function makeDump(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const engine = await PGlite.create()
  const { db } = overEngine(engine)
  await migrate(db)
  await db.destroy()
  const dump = new Uint8Array(await (await engine.dumpDataDir('none')).arrayBuffer())
  await engine.close()
  mkdirSync(CACHE, { recursive: true })
  // Each is large, and those of yesterday's migrations are of no use.
  const others = readdirSync(CACHE).filter((name) => name.endsWith('.tar') && name !== path.basename(file))
  for (const name of others) rmSync(path.join(CACHE, name), { force: true })
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
