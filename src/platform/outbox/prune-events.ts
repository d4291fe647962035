import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'

/**
 * Deletes events that every consumer has read and that are older than `before`, and answers how many.
 *
 * The age is for readers that keep their place in memory (each web process follows the stream for its own
 * index): give it more time than such a process can be behind. Without any consumer nothing is deleted.
 */
export async function pruneEvents(db: Database, before: Date): Promise<number> {
  const deleted = await sql`
    delete from event
    using (select xid, seq from event_cursor order by event_cursor.xid, seq limit 1) as slowest
    where (event.xid, event.seq) <= (slowest.xid, slowest.seq) and occurred_at < ${before}
  `.execute(db)
  return Number(deleted.numAffectedRows ?? 0)
}
