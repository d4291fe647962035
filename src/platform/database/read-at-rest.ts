import { constants } from 'node:fs'
import { cp, readdir, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { Kysely, sql } from 'kysely'
import type { Database, Schema } from '#src/platform/database.ts'
import { copyFolder, databaseFolder, poolOn } from './connect-embedded.ts'
import { guardedDialect } from './guarded-dialect.ts'
import { startEngine } from './start-engine.ts'

/** Room that must be left beside the copy: the log of the database that goes on being used. */
const SPARE = 512 * 1024 * 1024

/**
 * Runs `work` on the embedded database as it is now, while others go on using it.
 *
 * The engine has one connection, so that a long transaction would stop the site for as long as it lasts. What stops it
 * is only the copying of its files, which is a second for a gigabyte; the work is done on the copy, in an engine of
 * its own. Where the disk has no room for a copy, the work is done in place and everybody waits.
 */
export async function readAtRest<Value>(
  { db, dataFolder }: { readonly db: Kysely<Schema>; readonly dataFolder: string },
  work: (tx: Database) => Promise<Value>,
): Promise<Value> {
  const database = databaseFolder(dataFolder)
  const copy = copyFolder(dataFolder)
  await rm(copy, { recursive: true, force: true })
  if (!(await hasRoomFor(database))) return inOneState(db, work)
  try {
    await sql`checkpoint`.execute(db)
    // Whoever has the connection knows that the engine does nothing, and that its files belong together.
    await db
      .connection()
      .execute(() => cp(database, copy, { recursive: true, mode: constants.COPYFILE_FICLONE }))
    const engine = await startEngine(copy, () => {})
    const copied = new Kysely<Schema>({ dialect: guardedDialect(poolOn(engine.exchange)) })
    try {
      return await inOneState(copied, work)
    } finally {
      await copied.destroy()
      await engine.close()
    }
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

/** Runs `work` in a transaction that sees the database as it was when it began, and changes nothing. */
export function inOneState<Value>(
  db: Kysely<Schema>,
  work: (tx: Database) => Promise<Value>,
): Promise<Value> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
}

async function hasRoomFor(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize > (await sizeOf(folder)) + SPARE
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  let size = 0
  for (const entry of entries)
    if (entry.isFile()) size += (await stat(path.join(entry.parentPath, entry.name))).size
  return size
}
