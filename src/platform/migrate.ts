import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Kysely, sql } from 'kysely'
import type { Database, Schema } from './database.ts'
import { StartRefusal } from './start-refusal.ts'

export type Migration = { readonly name: string; readonly sha256: string; readonly text: string }
type Applied = { readonly name: string; readonly sha256: string }

const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url))

/** An arbitrary number: what everybody who migrates this database takes first, so that they take turns. */
const LOCK = 7_305_102_609

/** The migrations that ship with this version, in their order. */
export function readMigrations(folder = FOLDER): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      // Git may write other line ends on another machine; that is no edit.
      const text = readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      return { name, sha256: createHash('sha256').update(text).digest('hex'), text }
    })
}

/**
 * Brings the database to the form that this version expects, and answers what it did; again, and it does nothing.
 *
 * It only goes forward. A database that another version has changed is left alone, with a `StartRefusal` that says so.
 */
export function migrate(
  db: Kysely<Schema>,
  migrations: readonly Migration[] = readMigrations(),
): Promise<readonly string[]> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(connection)
    try {
      const missing = missingOf(migrations, await readApplied(connection))
      for (const migration of missing) await apply(connection, migration)
      return missing.map(({ name }) => name)
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection)
    }
  })
}

/** Whoever would migrate at the same time waits until the transaction ends. */
export async function lockMigrations(tx: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx)
}

/**
 * Makes in an empty database what these migrations make, and notes nothing: the table of migrations is left empty, to be
 * filled from a backup.
 */
export async function makeLikeMigrations(
  tx: Database,
  names: readonly string[],
  migrations: readonly Migration[] = readMigrations(),
): Promise<void> {
  await makeTable(tx)
  for (const { name, text } of migrations) if (names.includes(name)) await sql.raw(text).execute(tx)
}

async function makeTable(db: Database): Promise<void> {
  await sql`
    create table if not exists schema_migration (
      name       text primary key,
      sha256     text not null,
      applied_at timestamptz not null default now()
    )
  `.execute(db)
}

async function readApplied(db: Kysely<Schema>): Promise<readonly Applied[]> {
  await makeTable(db)
  const { rows } = await sql<Applied>`select name, sha256 from schema_migration order by name`.execute(db)
  return rows
}

/** What is left to do, when what has been done is the beginning of what we know. */
function missingOf(known: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]))
  for (const { name, sha256 } of applied) {
    const migration = byName.get(name)
    if (!migration) {
      throw new StartRefusal(
        `The database has been changed by a newer version of the program (${name}): start that version, or one after it.`,
      )
    }
    if (migration.sha256 !== sha256) {
      throw new StartRefusal(
        `migrations/${name} is not the file that this database was made with: put the file back as it was, and write ` +
          'the change as a new migration.',
      )
    }
  }
  const missing = known.slice(applied.length)
  const late = known.slice(0, applied.length).find(({ name }) => !applied.some((done) => done.name === name))
  if (late) {
    throw new StartRefusal(
      `migrations/${late.name} comes before one that this database already has: give it the next number.`,
    )
  }
  return missing
}

async function apply(connection: Kysely<Schema>, { name, sha256, text }: Migration): Promise<void> {
  await connection.transaction().execute(async (tx) => {
    await sql
      .raw(text)
      .execute(tx)
      .catch((cause: unknown) => {
        throw new Error(`migrations/${name} failed, and nothing of it was kept`, { cause })
      })
    await sql`insert into schema_migration (name, sha256) values (${name}, ${sha256})`.execute(tx)
  })
}
