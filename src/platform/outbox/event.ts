import type { Json } from '#src/platform/json.ts'

/** What has changed (`notice.changed`) and the public id of what it happened to (`case-016`). */
export type NewEvent = {
  readonly kind: string
  readonly subject: string
  readonly payload?: Json
}

/**
 * A place in the stream of events.
 *
 * The transaction comes first: a transaction that began early may commit late, and its events must still come
 * after everything that was read before it. `xid` is text, because it does not fit in a number for ever.
 */
export type Position = { readonly xid: string; readonly seq: number }

export const BEGINNING: Position = { xid: '0', seq: 0 }

export type RecordedEvent = {
  readonly kind: string
  readonly subject: string
  readonly payload: Json
  readonly occurredAt: Date
  readonly position: Position
}
