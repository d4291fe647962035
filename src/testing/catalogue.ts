import { sql } from 'kysely'
import { afterAll } from 'vitest'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from './database.ts'

type Held = { readonly db: Database; readonly close: () => Promise<void> }

let held: Promise<Held> | null = null
afterAll(async () => {
  const catalogue = await held
  await catalogue?.close()
})

/**
 * Runs `test` against a database with the organisations and cases that ship with the program, and undoes what it
 * wrote. Its tests must not run side by side, nor use `withDatabase`: the embedded engine has one connection, and this
 * one keeps it.
 */
export async function withCatalogue(test: (db: Database) => Promise<void>): Promise<void> {
  held ??= hold()
  const { db } = await held
  await sql`savepoint before_test`.execute(db)
  try {
    await test(db)
  } finally {
    await sql`rollback to savepoint before_test`.execute(db)
  }
}

function hold(): Promise<Held> {
  return new Promise((resolve, reject) => {
    const closing = Promise.withResolvers<void>()
    const over = withDatabase(async (db) => {
      resolve({
        db,
        close: async () => {
          closing.resolve()
          await over
        },
      })
      await closing.promise
    }, 'shipped')
    over.catch(reject)
  })
}
