import { Kysely, sql } from 'kysely'
import { connectPostgresql } from '#src/platform/database/connect-postgresql.ts'
import { guardedDialect } from '#src/platform/database/guarded-dialect.ts'
import type { Schema } from '#src/platform/database.ts'
import { migrate } from '#src/platform/migrate.ts'
import type { TestDatabase } from './embedded-database.ts'

/** A database of its own on the server, taken away again at the end; migrated, or with nothing in it. */
export async function openPostgresql(serverUrl: string, { migrated = true } = {}): Promise<TestDatabase> {
  const name = `spydspiss_test_${crypto.randomUUID().slice(0, 8)}`
  const server = await connect(serverUrl)
  await sql`create database ${sql.id(name)} encoding 'UTF8' template template0`.execute(server.db)
  const { db, close } = await connect(urlOf(serverUrl, name))
  if (migrated) await migrate(db)
  return {
    db,
    close: async () => {
      await close()
      await sql`drop database ${sql.id(name)} with (force)`.execute(server.db)
      await server.close()
    },
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
