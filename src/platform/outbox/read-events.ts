import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { Json } from '#src/platform/json.ts'
import { BEGINNING, type Position, type RecordedEvent } from './event.ts'

type EventRow = {
  readonly kind: string
  readonly subject: string
  readonly payload: Json
  readonly occurred_at: Date
  readonly xid: string
  readonly seq: number
}

/**
 * Only events whose place in the order can no longer change.
 *
 * Below the oldest running transaction everything is decided. Reading further would let a reader pass an event
 * that a slower transaction has numbered but not committed, and never see it. Our own transaction may read what
 * it wrote itself when no older one is running, since all it can add comes after.
 */
const isSettled: RawBuilder<boolean> = sql`(
  xid < pg_snapshot_xmin(pg_current_snapshot())
  or (xid = pg_snapshot_xmin(pg_current_snapshot()) and xid = pg_current_xact_id_if_assigned())
)`

/** The next events of the stream after `position`, oldest first. */
export async function readEventsAfter(
  db: Database,
  position: Position,
  limit: number,
): Promise<readonly RecordedEvent[]> {
  const { rows } = await sql<EventRow>`
    select kind, subject, payload, occurred_at, xid::text as xid, seq
    from event
    where (event.xid, seq) > (${position.xid}::text::xid8, ${position.seq}::bigint) and ${isSettled}
    order by event.xid, seq
    limit ${limit}
  `.execute(db)
  return rows.map(toEvent)
}

/** The next events that `consumer` has not handled; a consumer never heard of starts at the beginning. */
export async function readEvents(
  db: Database,
  consumer: string,
  limit: number,
): Promise<readonly RecordedEvent[]> {
  return readEventsAfter(db, await cursorOf(db, consumer), limit)
}

/** How far `consumer` has come. */
export async function cursorOf(db: Database, consumer: string): Promise<Position> {
  const { rows } = await sql<Position>`
    select xid::text as xid, seq from event_cursor where consumer = ${consumer}
  `.execute(db)
  return rows[0] ?? BEGINNING
}

/** The last place that can be read now: where one begins who has just read the whole database. */
export async function latestPosition(db: Database): Promise<Position> {
  const { rows } = await sql<Position>`
    select xid::text as xid, seq from event where ${isSettled} order by event.xid desc, seq desc limit 1
  `.execute(db)
  return rows[0] ?? BEGINNING
}

function toEvent(row: EventRow): RecordedEvent {
  return {
    kind: row.kind,
    subject: row.subject,
    payload: row.payload,
    occurredAt: row.occurred_at,
    position: { xid: row.xid, seq: row.seq },
  }
}
