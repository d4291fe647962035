import { Kysely, sql } from 'kysely'
import { connectPostgresql } from '#src/platform/database/connect-postgresql.ts'
import { guardedDialect } from '#src/platform/database/guarded-dialect.ts'
import type { Schema } from '#src/platform/database.ts'
import type { TestDatabase } from './embedded-database.ts'

/** A database on the server that nobody has connected to. */
export type Made = { readonly url: string; readonly name: string }

const EMPTY = 'template0'

/** A copy of the one that is named, which nobody may be using; its name begins with that of the other. */
export async function makeDatabase(serverUrl: string, template = EMPTY): Promise<Made> {
  const name = `${template === EMPTY ? 'spydspiss_test' : template}_${crypto.randomUUID().slice(0, 8)}`
  const { db, close } = await connect(serverUrl)
  await untilUnused(db, template)
  await sql`create database ${sql.id(name)} encoding 'UTF8' template ${sql.id(template)}`.execute(db)
  await close()
  return { url: urlOf(serverUrl, name), name }
}

/** A database of its own on the server, a copy of the one that is named, taken away again at the end. */
export async function openPostgresql(serverUrl: string, template = EMPTY): Promise<TestDatabase> {
  const { url, name } = await makeDatabase(serverUrl, template)
  const { db, close } = await connect(url)
  return {
    db,
    close: async () => {
      await close()
      await dropWithCopies(serverUrl, name)
    },
  }
}

/** Takes it away, and the copies of it that nobody has taken away. */
export async function dropWithCopies(serverUrl: string, name: string): Promise<void> {
  const { db, close } = await connect(serverUrl)
  const { rows } = await sql<{ datname: string }>`
    select datname from pg_database where starts_with(datname::text, ${name}::text)`.execute(db)
  for (const { datname } of rows) await sql`drop database ${sql.id(datname)} with (force)`.execute(db)
  await close()
}

/** The server notices only after a moment that somebody has gone, and copies nothing that is in use. */
export async function untilUnused(db: Kysely<Schema>, name: string): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from pg_stat_activity where datname = ${name}`.execute(db)
    if (rows.length === 0) return
    await new Promise((again) => setTimeout(again, 20))
  }
}

export async function connect(url: string): Promise<TestDatabase> {
  const { pool } = await connectPostgresql(url, () => {})
  const db = new Kysely<Schema>({ dialect: guardedDialect(pool) })
  return { db, close: () => db.destroy() }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}
