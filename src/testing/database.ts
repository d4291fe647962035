import type { Kysely } from 'kysely'
import { inject } from 'vitest'
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

/** Those of this worker, for as long as it lives: what a test writes in them is undone, so that any test may have them. */
const opened = new Map<Beginning, Promise<TestDatabase>>()

/** Runs `test` against a migrated database and undoes everything it wrote. */
export async function withDatabase(
  test: (db: Database) => Promise<void>,
  beginning: Beginning = 'migrated',
): Promise<void> {
  const database = opened.get(beginning) ?? openOwnDatabase(beginning)
  opened.set(beginning, database)
  const { db } = await database
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
