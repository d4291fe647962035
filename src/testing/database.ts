import type { Kysely } from 'kysely'
import { afterAll, inject } from 'vitest'
import type { Database, Schema } from '#src/platform/database.ts'
import { openEmbedded, openEmptyEmbedded, type TestDatabase } from './embedded-database.ts'
import { openPostgresql } from './postgresql-database.ts'

class Rollback extends Error {}

let opened: Promise<TestDatabase> | null = null
afterAll(async () => {
  const database = await opened
  await database?.close()
})

/** Runs `test` against a migrated database and undoes everything it wrote. */
export async function withDatabase(test: (db: Database) => Promise<void>): Promise<void> {
  opened ??= openOwnDatabase()
  const { db } = await opened
  await db
    .transaction()
    .execute(async (tx) => {
      await test(tx)
      throw new Rollback()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Rollback)) throw error
    })
}

/**
 * Runs `test` against a database of its own in which it may commit, as several connections see it; thrown away after.
 * Slower than `withDatabase`: for what has to do with transactions themselves. `empty` leaves the migrations out.
 */
export async function withOwnDatabase(
  test: (db: Kysely<Schema>) => Promise<void>,
  { empty = false } = {},
): Promise<void> {
  const database = await openOwnDatabase({ empty })
  try {
    await test(database.db)
  } finally {
    await database.close()
  }
}

/** A migrated database on the engine of this run: embedded, or the PostgreSQL that its set-up has named; to be closed. */
export function openOwnDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  if (server) return openPostgresql(server, { migrated: !empty })
  return empty ? openEmptyEmbedded() : openEmbedded()
}
