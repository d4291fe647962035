import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { withDatabase, withOwnDatabase } from '#src/testing/database.ts'
import { type Database, inTransaction } from './database.ts'
import { recordEvent } from './outbox/index.ts'

const OUTER_USED = 'The outer database was used inside a transaction: use the `tx` that the work was given'

test('what fails in a transaction leaves nothing behind', () =>
  withOwnDatabase(async (db) => {
    const failing = inTransaction(db, async (tx) => {
      await record(tx, 'case-1')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await subjects(db)).toEqual([])
  }))

test('a refusal by the database inside an open transaction can be handled, and the rest goes on', () =>
  withDatabase(async (tx) => {
    await record(tx, 'case-1')
    const refused = inTransaction(tx, async (inner) => {
      await record(inner, 'case-2')
      await record(inner, '')
    })
    await expect(refused).rejects.toThrow('event_subject_check')
    await record(tx, 'case-3')

    expect(await subjects(tx)).toEqual(['case-1', 'case-3'])
  }))

test('parts inside parts are undone from where they began', () =>
  withDatabase(async (db) => {
    await inTransaction(db, async (tx) => {
      await record(tx, 'outer')
      await expect(
        inTransaction(tx, async (part) => {
          await inTransaction(part, (inner) => record(inner, 'kept by its own part'))
          throw new Error('undone with the part around it')
        }),
      ).rejects.toThrow('undone')
    })
    expect(await subjects(db)).toEqual(['outer'])
  }))

test('the outer database inside a transaction is told as a mistake instead of waiting for ever', () =>
  withOwnDatabase(async (db) => {
    await inTransaction(db, async (tx) => {
      await record(tx, 'case-1')
      await expect(subjects(db)).rejects.toThrow(OUTER_USED)
      await expect(inTransaction(db, (other) => record(other, 'case-2'))).rejects.toThrow(OUTER_USED)
    })
    expect(await subjects(db)).toEqual(['case-1'])
  }))

test('others wait for a transaction, and are not taken for part of it', () =>
  withOwnDatabase(async (db) => {
    const transactions = ['case-1', 'case-2', 'case-3'].map((subject) =>
      inTransaction(db, async (tx) => {
        await sql`select pg_sleep(0.01)`.execute(tx)
        await record(tx, subject)
      }),
    )
    await Promise.all([...transactions, subjects(db)])
    expect((await subjects(db)).toSorted()).toEqual(['case-1', 'case-2', 'case-3'])
  }))

test('work that a transaction started may use the database when the transaction is over', () =>
  withOwnDatabase(async (db) => {
    const over = Promise.withResolvers<void>()
    let after: Promise<readonly string[]> | undefined
    await inTransaction(db, async (tx) => {
      await record(tx, 'case-1')
      after = over.promise.then(() => subjects(db))
    })
    over.resolve()
    expect(await after).toEqual(['case-1'])
  }))

function record(tx: Database, subject: string): Promise<void> {
  return recordEvent(tx, { kind: 'case.changed', subject })
}

async function subjects(db: Database): Promise<readonly string[]> {
  const rows = await db.selectFrom('event').select('subject').orderBy('seq').execute()
  return rows.map(({ subject }) => subject)
}
