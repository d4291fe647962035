import type { Kysely } from 'kysely'
import { afterAll, inject } from 'vitest'
import type { Database, Schema } from '#src/platform/database.ts'
import {
  type Beginning,
  openEmbedded,
  openEmptyEmbedded,
  openShipped,
  type TestDatabase,
} from './embedded-database.ts'
import { openPostgresql } from './postgresql-database.ts'

class Rollback extends Error {}

let opened: Promise<TestDatabase> | null = null
let begun: Beginning | null = null
afterAll(async () => {
  const database = await opened
  await database?.close()
})

/** Runs `test` against a migrated database and undoes everything it wrote; all of a file begin with the same. */
export async function withDatabase(
  test: (db: Database) => Promise<void>,
  beginning: Beginning = 'migrated',
): Promise<void> {
  begun ??= beginning
  if (begun !== beginning) throw new Error(`The tests of this file begin with «${begun}»`)
  opened ??= openOwnDatabase(beginning)
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
 * Slower than `withDatabase`: for what has to do with transactions themselves.
 */
export async function withOwnDatabase(
  test: (db: Kysely<Schema>) => Promise<void>,
  beginning: Beginning = 'migrated',
): Promise<void> {
  const database = await openOwnDatabase(beginning)
  try {
    await test(database.db)
  } finally {
    await database.close()
  }
}

/** A database on the engine of this run: embedded, or the PostgreSQL that its set-up has named; to be closed. */
export function openOwnDatabase(beginning: Beginning = 'migrated'): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  if (server) return openPostgresql(server, inject('postgresTemplates')?.[beginning])
  switch (beginning) {
    case 'empty':
      return openEmptyEmbedded()
    case 'migrated':
      return openEmbedded()
    case 'shipped':
      return openShipped(folderOfBeginnings())
  }
}

function folderOfBeginnings(): string {
  const folder = inject('beginnings')
  if (!folder) throw new Error('Only the run «embedded» and the run «postgresql» begin with what ships')
  return folder
}
