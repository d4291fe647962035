import type { Database } from '#src/platform/database.ts'
import { withDatabase } from './database.ts'

/**
 * Runs `test` against a database with the organisations and cases that ship with the program, and undoes what it
 * wrote. Tests do not run side by side in it: the embedded engine has one connection.
 */
export function withCatalogue(test: (db: Database) => Promise<void>): Promise<void> {
  return withDatabase(test, 'shipped')
}
