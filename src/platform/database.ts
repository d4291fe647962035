import type { Kysely, Transaction } from 'kysely'

/**
 * Every table of the program.
 *
 * Open, so that the row types live with the module that owns the table: its `tables.ts` adds them by
 * `declare module '#src/platform/database.ts' { interface Schema { need: NeedTable } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the modules add to it
export interface Schema {}

/** The whole database or an open transaction; inside a transaction only `tx` may be used. */
export type Database = Kysely<Schema> | Transaction<Schema>

/** Runs `work` in a transaction, or in the one that is already open. */
export function inTransaction<Value>(db: Database, work: (tx: Database) => Promise<Value>): Promise<Value> {
  return db.isTransaction ? work(db) : db.transaction().execute(work)
}
