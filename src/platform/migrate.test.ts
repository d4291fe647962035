import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { withOwnDatabase } from '#src/testing/database.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'
import { StartRefusal } from './start-refusal.ts'

const needs = migration('0001-need.sql', 'create table need (id int); create index on need (id);')
const cases = migration('0002-case.sql', 'create table example (id int);')
const later = migration('0003-later.sql', 'create table later (id int);')

test('an empty database is brought to this version, and a second time nothing happens', () =>
  withOwnDatabase(async (db) => {
    const names = readMigrations().map(({ name }) => name)
    expect(names[0]).toBe('0001-platform.sql')
    expect(await migrate(db)).toEqual(names)
    expect(await migrate(db)).toEqual([])
  }, 'empty'))

test('an older database gets what it lacks', () =>
  withOwnDatabase(async (db) => {
    await migrate(db, [needs])
    await sql`insert into need values (1)`.execute(db)

    expect(await migrate(db, [needs, cases, later])).toEqual(['0002-case.sql', '0003-later.sql'])
    expect((await sql`select id from need`.execute(db)).rows).toEqual([{ id: 1 }])
  }, 'empty'))

test('two servers that start at once make it once', () =>
  withOwnDatabase(async (db) => {
    const done = await Promise.all([migrate(db, [needs, cases]), migrate(db, [needs, cases])])
    expect(done.flat()).toEqual(['0001-need.sql', '0002-case.sql'])
  }, 'empty'))

test('a migration that fails leaves nothing of itself, and is named', () =>
  withOwnDatabase(async (db) => {
    const broken = migration('0002-broken.sql', 'create table half (id int); create table need (id int);')
    await expect(migrate(db, [needs, broken])).rejects.toThrow('migrations/0002-broken.sql failed')
    const { rows } = await sql`select to_regclass('half') as half, to_regclass('need')::text as need`.execute(
      db,
    )
    expect(rows).toEqual([{ half: null, need: 'need' }])
    expect(await migrate(db, [needs, cases])).toEqual(['0002-case.sql'])
  }, 'empty'))

test.each([
  ['that a newer version has changed', [needs], 'newer version of the program (0002-case.sql)'],
  [
    'made with another text of a file',
    [migration(needs.name, 'create table other ();'), cases],
    '0001-need.sql is not the file',
  ],
  [
    'that is past a new file',
    [needs, migration('0001-zebra.sql', 'select 1'), cases],
    '0001-zebra.sql comes before one',
  ],
])('a database %s is left alone, and the reason told', (_what, known, reason) =>
  withOwnDatabase(async (db) => {
    await migrate(db, [needs, cases])
    const refusal = await migrate(db, known).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(StartRefusal)
    expect(String(refusal)).toContain(reason)
    expect(await migrate(db, [needs, cases])).toEqual([])
  }, 'empty'),
)

function migration(name: string, text: string): Migration {
  return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
}
