import { sql } from 'kysely'
import { type Database, inTransaction } from '#src/platform/database.ts'

/**
 * Puts the stream in order in a database that was restored into another server (`pg_dump`, a move from the embedded
 * engine to PostgreSQL). Answers whether there was anything to mend; to be called at start.
 *
 * Transactions are numbered by the server, so events that come from another one may lie in this one's future, where
 * nobody would ever read them, nor what comes after. They are set to the past, in the order they were recorded;
 * readers may see some of them once more.
 */
export async function mendAfterRestore(db: Database): Promise<boolean> {
  if (!(await isFromElsewhere(db))) return false
  return inTransaction(db, async (tx) => {
    await sql`lock table event, event_cursor in exclusive mode`.execute(tx)
    // Another process may have done it while this one waited.
    if (!(await isFromElsewhere(tx))) return false
    await sql`
      update event_cursor as cursor set xid = '1', seq = coalesce(
        (select min(seq) - 1 from event where (event.xid, event.seq) > (cursor.xid, cursor.seq)),
        (select max(seq) from event),
        0
      )
    `.execute(tx)
    await sql`update event set xid = '1'`.execute(tx)
    return true
  })
}

async function isFromElsewhere(db: Database): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from event where xid >= pg_snapshot_xmax(pg_current_snapshot()))
        or exists (select from event_cursor where xid >= pg_snapshot_xmax(pg_current_snapshot())) as found
  `.execute(db)
  return rows[0]?.found ?? false
}
