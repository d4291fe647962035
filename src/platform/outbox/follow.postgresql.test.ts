import { expect, test } from 'vitest'
import type { Database } from '#src/platform/database.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { handleEvents, latestPosition, readEvents, recordEvent } from './index.ts'

test('an event is not read before every transaction that began earlier has ended, so that none is passed', () =>
  withOwnDatabase(async (db) => {
    const slow = await db.startTransaction().execute()
    await record(slow, 'slow')
    await record(db, 'fast')

    expect(await subjectsAhead(db)).toEqual([])
    await slow.commit().execute()
    expect(await subjectsAhead(db)).toEqual(['slow', 'fast'])
  }))

test('one that is undone holds the others back only until it is', () =>
  withOwnDatabase(async (db) => {
    const undone = await db.startTransaction().execute()
    await record(undone, 'undone')
    await record(db, 'kept')
    const before = await latestPosition(db)
    await undone.rollback().execute()

    expect(before).toEqual({ xid: '0', seq: 0 })
    expect(await subjectsAhead(db)).toEqual(['kept'])
  }))

test('a transaction that got its number early and writes late is read late, and not lost', () =>
  withOwnDatabase(async (db) => {
    const early = await db.startTransaction().execute()
    await record(early, 'first of the early one')
    await record(db, 'between')
    await record(early, 'second of the early one')
    await early.commit().execute()

    expect(await handleAll(db)).toEqual(['first of the early one', 'second of the early one', 'between'])
  }))

test('of many writers and two handlers at once, every event that was kept is handled exactly once', () =>
  withOwnDatabase(async (db) => {
    const kept: string[] = []
    const write = async (writer: number) => {
      for (let turn = 0; turn < 25; turn += 1) {
        const subject = `${writer}-${turn}`
        const tx = await db.startTransaction().execute()
        await record(tx, subject)
        await new Promise((later) => setTimeout(later, Math.random() * 4))
        const isKept = (writer + turn) % 5 !== 0
        await (isKept ? tx.commit() : tx.rollback()).execute()
        if (isKept) kept.push(subject)
      }
    }
    const handled: string[] = []
    let writing = true
    const follow = async () => {
      for (;;) {
        const last = !writing
        const batch = await handleAll(db, 7)
        handled.push(...batch)
        if (last && batch.length === 0) return
      }
    }
    const followers = [follow(), follow()]
    await Promise.all([1, 2, 3, 4, 5].map(write))
    writing = false
    await Promise.all(followers)

    expect(handled.toSorted()).toEqual(kept.toSorted())
  }))

function record(db: Database, subject: string): Promise<void> {
  return recordEvent(db, { kind: 'case.changed', subject })
}

async function subjectsAhead(db: Database): Promise<readonly string[]> {
  return (await readEvents(db, 'index', 100)).map(({ subject }) => subject)
}

async function handleAll(db: Database, limit = 100): Promise<readonly string[]> {
  const subjects: string[] = []
  await handleEvents(db, {
    consumer: 'index',
    limit,
    handle: async (_tx, events) => void subjects.push(...events.map(({ subject }) => subject)),
  })
  return subjects
}
