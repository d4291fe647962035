import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '#src/platform/database.ts'
import { withDatabase, withOwnDatabase } from '#src/testing/database.ts'
import {
  BEGINNING,
  handleEvents,
  latestPosition,
  mendAfterRestore,
  moveCursor,
  pruneEvents,
  readEvents,
  readEventsAfter,
  recordEvent,
  recordEvents,
} from './index.ts'

const LATER = new Date(Date.now() + 3_600_000)

test('events are read in the order they were recorded, with what they say', () =>
  withDatabase(async (db) => {
    await recordEvents(db, [
      { kind: 'case.changed', subject: 'case-016', payload: { fields: ['title'] } },
      { kind: 'notice.changed', subject: 'sha256-0011223344556677' },
    ])
    await recordEvent(db, { kind: 'case.changed', subject: 'case-002', payload: [] })

    const events = await readEvents(db, 'index', 10)

    expect(events.map((event) => [event.kind, event.subject, event.payload])).toEqual([
      ['case.changed', 'case-016', { fields: ['title'] }],
      ['notice.changed', 'sha256-0011223344556677', null],
      ['case.changed', 'case-002', []],
    ])
    expect(events[0]?.occurredAt).toBeInstanceOf(Date)
  }))

test('a consumer continues where it left off, and another one is not disturbed', () =>
  withDatabase(async (db) => {
    await recordChanges(db, 5)
    const first = await readEvents(db, 'index', 2)
    await moveCursor(db, 'index', positionOf(first.at(-1)))

    expect((await readEvents(db, 'index', 10)).map((event) => event.subject)).toEqual([
      'case-3',
      'case-4',
      'case-5',
    ])
    expect(await readEvents(db, 'mail', 10)).toHaveLength(5)
  }))

test('a cursor never moves backwards', () =>
  withDatabase(async (db) => {
    await recordChanges(db, 3)
    const events = await readEvents(db, 'index', 3)
    await moveCursor(db, 'index', positionOf(events[2]))
    await moveCursor(db, 'index', positionOf(events[0]))

    expect(await readEvents(db, 'index', 10)).toEqual([])
  }))

test('a batch is handled once; a failing one is given again', () =>
  withDatabase(async (db) => {
    await recordChanges(db, 3)
    const seen: string[] = []
    const batch = (fails: boolean) =>
      handleEvents(db, {
        consumer: 'index',
        limit: 2,
        handle: async (_tx, events) => {
          if (fails) throw new Error('the disk is full')
          seen.push(...events.map((event) => event.subject))
        },
      })

    await expect(batch(true)).rejects.toThrow('the disk is full')
    expect([await batch(false), await batch(false), await batch(false)]).toEqual([2, 1, 0])
    expect(seen).toEqual(['case-1', 'case-2', 'case-3'])
  }))

test('one who has read the database begins at the latest position and sees only what comes after', () =>
  withDatabase(async (db) => {
    expect(await latestPosition(db)).toEqual(BEGINNING)
    await recordChanges(db, 2)
    const position = await latestPosition(db)
    await recordEvent(db, { kind: 'case.changed', subject: 'case-9' })

    expect((await readEventsAfter(db, position, 10)).map((event) => event.subject)).toEqual(['case-9'])
  }))

test('only what every consumer has read, and is old enough, is pruned', () =>
  withDatabase(async (db) => {
    await recordChanges(db, 4)
    expect(await pruneEvents(db, LATER)).toBe(0)

    const events = await readEvents(db, 'index', 4)
    await moveCursor(db, 'index', positionOf(events[3]))
    await moveCursor(db, 'mail', positionOf(events[1]))

    expect(await pruneEvents(db, new Date(0))).toBe(0)
    expect(await pruneEvents(db, LATER)).toBe(2)
    expect((await readEvents(db, 'mail', 10)).map((event) => event.subject)).toEqual(['case-3', 'case-4'])
  }))

test('a database restored into a server that counts from below is followed again, with nothing lost', () =>
  withOwnDatabase(async (db) => {
    await recordChanges(db, 4)
    await moveCursor(db, 'index', positionOf((await readEvents(db, 'index', 3)).at(-1)))
    await sql`update event set xid = (xid::text::numeric + 4000000000)::text::xid8`.execute(db)
    await sql`update event_cursor set xid = (xid::text::numeric + 4000000000)::text::xid8`.execute(db)
    await recordEvent(db, { kind: 'case.changed', subject: 'case-5' })
    expect(await readEvents(db, 'index', 10)).toEqual([])

    expect(await mendAfterRestore(db)).toBe(true)
    expect((await readEvents(db, 'index', 10)).map((event) => event.subject)).toEqual(['case-4', 'case-5'])
    expect(await mendAfterRestore(db)).toBe(false)
  }))

test('an event without a kind of the form noun.changed is refused', () =>
  withDatabase(async (db) => {
    await expect(recordEvent(db, { kind: 'Something', subject: 'case-1' })).rejects.toThrow(
      'event_kind_check',
    )
    await expect(sql`select 1`.execute(db)).rejects.toThrow()
  }))

async function recordChanges(db: Database, count: number): Promise<void> {
  const subjects = Array.from({ length: count }, (_, place) => `case-${place + 1}`)
  await recordEvents(
    db,
    subjects.map((subject) => ({ kind: 'case.changed', subject })),
  )
}

function positionOf(event: { position: { xid: string; seq: number } } | undefined) {
  if (!event) throw new Error('There is no such event')
  return event.position
}
