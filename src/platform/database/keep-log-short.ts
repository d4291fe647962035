import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'

const EVERY_MS = 60_000
const LARGE = 128 * 1024 * 1024

/**
 * Makes a checkpoint when the log of the embedded database has grown large.
 *
 * PostgreSQL leaves that to a process of its own, which the embedded engine does not have: without this the log
 * grows until the program stops, and the next start has all of it to replay.
 */
export function keepLogShort(db: Database, everyMs = EVERY_MS): { stop(): Promise<void> } {
  let working: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    // A failure here is one of the engine, which tells it itself.
    working = checkpointWhenLarge(db).catch(() => {})
  }, everyMs)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await working
    },
  }
}

/** Answers whether it made a checkpoint. */
export async function checkpointWhenLarge(db: Database, large = LARGE): Promise<boolean> {
  const { rows } = await sql<{ size: number }>`
    select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::bigint as size from pg_control_checkpoint()
  `.execute(db)
  if ((rows[0]?.size ?? 0) < large) return false
  await sql`checkpoint`.execute(db)
  return true
}
