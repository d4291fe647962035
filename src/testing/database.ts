import { readdirSync, readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import type { Database, Schema } from '#src/platform/database.ts'

const pglite = new PGlite()
const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) })
for (const file of readdirSync('migrations').sort()) {
  if (file.endsWith('.sql')) await pglite.exec(readFileSync(`migrations/${file}`, 'utf8'))
}

class Rollback extends Error {}

/** Runs `test` against a migrated database and undoes everything it wrote. */
export async function withDatabase(test: (db: Database) => Promise<void>): Promise<void> {
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
