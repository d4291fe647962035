/**
 * The stream of what has happened. A change writes its event in its own transaction; consumers read the stream
 * in an order that never changes behind them, each with a cursor of its own, and what all have read is pruned.
 */
export { BEGINNING, type NewEvent, type Position, type RecordedEvent } from './event.ts'
export { handleEvents, moveCursor } from './handle-events.ts'
export { mendAfterRestore } from './mend-after-restore.ts'
export { pruneEvents } from './prune-events.ts'
export { cursorOf, latestPosition, readEvents, readEventsAfter } from './read-events.ts'
export { recordEvent, recordEvents } from './record-events.ts'
