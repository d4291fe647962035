import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import { seedCatalogue } from './index.ts'
import { readShippedCases } from './shipped-catalogue.ts'

const now = () => new Date('2026-11-21T12:00:00Z')
const later = () => new Date('2027-02-01T12:00:00Z')

test('what ships with the program is there after the first start, and the second start changes nothing', () =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    expect(await seedCatalogue(db, { now })).toEqual({ added: 208, updated: 0, unchanged: 0, kept: 0 })
    const events = await eventsOf(db)

    expect(await seedCatalogue(db, { now: later })).toEqual({ added: 0, updated: 0, unchanged: 208, kept: 0 })
    expect(await eventsOf(db)).toEqual(events)
    expect(await rowsOf(db, 'case_version')).toBe(180)
    await sql`set constraints all immediate`.execute(db)
  }))

test('every case and solution that is added is told to those who follow', () =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    await seedCatalogue(db, { now })
    const events = await eventsOf(db)
    expect(events.filter((event) => event.startsWith('case.changed case-016'))).toHaveLength(1)
    expect(new Set(events.filter((event) => event.startsWith('case.changed')))).toHaveProperty('size', 180)
    expect(new Set(events.filter((event) => event.startsWith('solution.changed')))).toHaveProperty('size', 28)
  }))

test('progress is told record by record', () =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    const told: string[] = []
    const cases = readShippedCases().slice(0, 2)
    await seedCatalogue(db, { now, cases, solutions: [], progress: (done, of) => told.push(`${done}/${of}`) })
    expect(told).toEqual(['1/2', '2/2'])
  }))

async function eventsOf(db: Database): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('event')
    .select(['kind', 'subject'])
    .where('kind', 'in', ['case.changed', 'solution.changed'])
    .orderBy('seq')
    .execute()
  return rows.map((row) => `${row.kind} ${row.subject}`)
}

async function rowsOf(db: Database, table: 'case_version' | 'case_source'): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
