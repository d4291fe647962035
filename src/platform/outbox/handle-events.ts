import { sql } from 'kysely'
import { type Database, inTransaction } from '#src/platform/database.ts'
import type { Position, RecordedEvent } from './event.ts'
import { readEvents } from './read-events.ts'

type Batch = {
  readonly consumer: string
  readonly limit: number
  readonly handle: (tx: Database, events: readonly RecordedEvent[]) => Promise<void>
}

/**
 * Gives the next batch to `handle` and moves the cursor in the same transaction, so that each event takes
 * effect once however often the program dies. Answers how many were handled; 0 when there is nothing to do.
 *
 * The cursor is locked first: two processes with the same consumer take turns instead of doing the work twice.
 */
export function handleEvents(db: Database, { consumer, limit, handle }: Batch): Promise<number> {
  return inTransaction(db, async (tx) => {
    await lockCursor(tx, consumer)
    const events = await readEvents(tx, consumer, limit)
    const last = events.at(-1)
    if (!last) return 0
    await handle(tx, events)
    await moveCursor(tx, consumer, last.position)
    return events.length
  })
}

/** Notes that `consumer` has acted on everything up to `position`. It never moves backwards. */
export async function moveCursor(tx: Database, consumer: string, position: Position): Promise<void> {
  await sql`
    insert into event_cursor (consumer, xid, seq)
    values (${consumer}, ${position.xid}::text::xid8, ${position.seq}::bigint)
    on conflict (consumer) do update set xid = excluded.xid, seq = excluded.seq, moved_at = now()
    where (excluded.xid, excluded.seq) > (event_cursor.xid, event_cursor.seq)
  `.execute(tx)
}

async function lockCursor(tx: Database, consumer: string): Promise<void> {
  await sql`insert into event_cursor (consumer) values (${consumer}) on conflict do nothing`.execute(tx)
  await sql`select from event_cursor where consumer = ${consumer} for update`.execute(tx)
}
