import type { Generated } from 'kysely'
import type { Json } from '#src/platform/json.ts'

export type EventTable = {
  readonly seq: Generated<number>
  readonly kind: string
  readonly subject: string
  readonly payload: Json
  readonly xid: Generated<string>
  readonly occurred_at: Generated<Date>
}

export type EventCursorTable = {
  readonly consumer: string
  readonly xid: Generated<string>
  readonly seq: Generated<number>
  readonly moved_at: Generated<Date>
}

declare module '#src/platform/database.ts' {
  interface Schema {
    event: EventTable
    event_cursor: EventCursorTable
  }
}
