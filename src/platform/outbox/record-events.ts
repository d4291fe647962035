import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { NewEvent } from './event.ts'
import './tables.ts'

/** Writes the event in the caller's transaction, so that it exists exactly when the change does. */
export async function recordEvent(tx: Database, event: NewEvent): Promise<void> {
  await recordEvents(tx, [event])
}

/** As `recordEvent`, for many at once; they are read in the order given. */
export async function recordEvents(tx: Database, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  await sql`
    insert into event (kind, subject, payload)
    select one ->> 'kind', one ->> 'subject', one -> 'payload'
    from jsonb_array_elements(${JSON.stringify(events)}::jsonb) with ordinality as given (one, place)
    order by place
  `.execute(tx)
}
