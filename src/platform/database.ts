import { type Kysely, sql, type Transaction } from 'kysely'

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

let savepoints = 0

/**
 * Runs `work` in a transaction; all of it happens, or nothing.
 *
 * In one that is already open it becomes a part that can be undone alone, so that a refusal by the database
 * (a constraint) which the caller handles does not spoil the rest. Parts of one transaction run one after another.
 */
export function inTransaction<Value>(db: Database, work: (tx: Database) => Promise<Value>): Promise<Value> {
  return db.isTransaction ? inSavepoint(db, work) : db.transaction().execute(work)
}

async function inSavepoint<Value>(tx: Database, work: (tx: Database) => Promise<Value>): Promise<Value> {
  savepoints += 1
  const savepoint = sql.id(`part_${savepoints}`)
  await sql`savepoint ${savepoint}`.execute(tx)
  try {
    const value = await work(tx)
    await sql`release savepoint ${savepoint}`.execute(tx)
    return value
  } catch (error) {
    // Where this fails the whole transaction is lost, and PostgreSQL refuses whatever comes after.
    await sql`rollback to savepoint ${savepoint}`.execute(tx).catch(() => {})
    throw error
  }
}
