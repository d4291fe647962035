import { type Kysely, sql } from 'kysely'
import { afterAll, expect, inject, test } from 'vitest'
import type { Schema } from '#src/platform/database.ts'
import { openEmbedded, type TestDatabase } from '#src/testing/embedded-database.ts'
import { openPostgresql } from '#src/testing/postgresql-database.ts'

process.env.TZ = 'Europe/Oslo'
const server = inject('postgresUrl')
if (!server) throw new Error('This is a test for the run on PostgreSQL: --project postgresql')
const embedded = await openEmbedded()
const postgresql = await openPostgresql(server, inject('postgresTemplates')?.migrated)

afterAll(async () => {
  await embedded.close()
  await postgresql.close()
})

const COLUMNS = {
  number: sql`7`,
  small: sql`7::smallint`,
  int8: sql`9007199254740991::bigint`,
  count: sql`count(*)`,
  sum: sql`sum(1250000.10::numeric)`,
  numeric: sql`1250000.00::numeric`,
  tiny: sql`0.00000000000000000001::numeric`,
  float: sql`0.1::float8`,
  nan: sql`'NaN'::float8`,
  bool: sql`true`,
  text: sql`'Ærfugl, «Ås»'::text`,
  varchar: sql`'Ål'::varchar`,
  date: sql`'2024-03-31'::date`,
  oldDate: sql`'0987-01-02'::date`,
  summer: sql`'2024-07-01 00:30:00+02'::timestamptz`,
  winter: sql`'2024-01-01 00:30:00.123456+01'::timestamptz`,
  local: sql`'2024-01-01 00:30:00'::timestamp`,
  time: sql`'08:15:00'::time`,
  interval: sql`'1 year 2 days 03:04:05'::interval`,
  jsonb: sql`'{"b": [1, null, {"a": "å"}], "n": 1.5}'::jsonb`,
  jsonList: sql`'[]'::jsonb`,
  jsonText: sql`'"bare en tekst"'::jsonb`,
  jsonNull: sql`'null'::jsonb`,
  json: sql`'{"kept": "as it was"}'::json`,
  bytea: sql`'\\x00ff10'::bytea`,
  noBytes: sql`''::bytea`,
  uuid: sql`'018f3c1e-6a0a-7d0e-9a5c-0d9a35b1f001'::uuid`,
  xid: sql`'18446744073709551615'::xid8`,
  nothing: sql`null::text`,
  texts: sql`array['a,b', 'c"d', '', null, 'NULL']::text[]`,
  noTexts: sql`'{}'::text[]`,
  ints: sql`array[1, null, 3]::int[]`,
  int8s: sql`array[1, 2]::bigint[]`,
  grid: sql`array[[1, 2], [3, 4]]::int[]`,
  dates: sql`array['2024-01-01']::date[]`,
  instants: sql`array['2024-01-01 00:00:00+01']::timestamptz[]`,
  numerics: sql`array[1.50]::numeric[]`,
  uuids: sql`array['018f3c1e-6a0a-7d0e-9a5c-0d9a35b1f001']::uuid[]`,
  jsonbs: sql`array['{"a": 1}']::jsonb[]`,
  byteas: sql`array['\\x0102']::bytea[]`,
  bools: sql`array[true, false]`,
} as const

const EXPECTED = {
  int8: 9_007_199_254_740_991,
  count: 1,
  numeric: '1250000.00',
  date: Temporal.PlainDate.from('2024-03-31'),
  summer: new Date('2024-06-30T22:30:00Z'),
  winter: new Date('2023-12-31T23:30:00.123Z'),
  interval: '1 year 2 days 03:04:05',
  jsonb: { b: [1, null, { a: 'å' }], n: 1.5 },
  jsonText: 'bare en tekst',
  bytea: new Uint8Array([0, 255, 16]),
  xid: '18446744073709551615',
  texts: ['a,b', 'c"d', '', null, 'NULL'],
  grid: [
    [1, 2],
    [3, 4],
  ],
  dates: [Temporal.PlainDate.from('2024-01-01')],
  instants: [new Date('2023-12-31T23:00:00Z')],
  jsonbs: [{ a: 1 }],
}

test('every type of column arrives alike from both engines, in the time zone of Oslo', async () => {
  const fromEmbedded = comparable(await selectColumns(embedded))
  const fromPostgresql = comparable(await selectColumns(postgresql))

  expect(fromEmbedded).toEqual(fromPostgresql)
  for (const [name, value] of Object.entries(EXPECTED)) {
    expect(fromEmbedded, name).toHaveProperty(name, comparable(value))
  }
})

const PARAMETERS: readonly (readonly [type: string, value: unknown])[] = [
  ['int', 7],
  ['bigint', 9_007_199_254_740_991],
  ['bigint', 12n],
  ['numeric', '1250000.00'],
  ['float8', 0.1],
  ['bool', true],
  ['text', 'Ål, Ås, Øygarden, Ærfugl'],
  ['text', ''],
  ['text', null],
  ['date', Temporal.PlainDate.from('2024-03-31')],
  ['timestamptz', new Date('2024-07-01T00:30:00.123Z')],
  ['timestamptz', Temporal.Instant.from('2024-07-01T00:30:00Z')],
  ['interval', '1 year 2 days'],
  ['jsonb', { b: [1, null, { a: 'å' }], when: '2024' }],
  ['jsonb', JSON.stringify([])],
  ['jsonb', JSON.stringify('text')],
  ['bytea', new Uint8Array([0, 255, 16])],
  ['bytea', new Uint8Array([9, 8, 7, 6]).subarray(1, 3)],
  ['uuid', '018f3c1e-6a0a-7d0e-9a5c-0d9a35b1f001'],
  ['text[]', ['a,b', 'c"d', '', null, 'NULL', '{x}', 'back\\slash', 'new\nline']],
  ['text[]', []],
  ['int[]', [1, null, 3]],
  ['date[]', [Temporal.PlainDate.from('2024-01-01')]],
  ['timestamptz[]', [new Date('2024-01-01T00:00:00Z')]],
]

test.each(PARAMETERS)('parameter %# of type %s is stored alike in both engines', async (type, value) => {
  const [one, other] = [
    await sendParameter(embedded, type, value),
    await sendParameter(postgresql, type, value),
  ]

  expect(comparable(one)).toEqual(comparable(other))
  expect(comparable(one)).toEqual(comparable(expectedBack(type, value)))
})

test.each([
  [
    'a count beyond what a number holds',
    sql`select 9007199254740993::bigint as value`,
    'too large to be exact',
  ],
  ['a time without end', sql`select 'infinity'::timestamptz as value`, 'not an instant'],
])('%s fails on both engines instead of being rounded', async (_what, query, message) => {
  await expect(query.execute(embedded.db)).rejects.toThrow(message)
  await expect(query.execute(postgresql.db)).rejects.toThrow(message)
  expect((await sql`select 1 as one`.execute(embedded.db)).rows).toEqual([{ one: 1 }])
})

test('both engines refuse with the same code, table and constraint', async () => {
  const refusals = [await refusalOf(embedded), await refusalOf(postgresql)]

  expect(refusals[0]).toMatchObject({ code: '23514', table: 'event', constraint: 'event_subject_check' })
  expect(refusals[0]).toEqual(refusals[1])
})

async function selectColumns({ db }: TestDatabase): Promise<unknown> {
  const columns = Object.entries(COLUMNS).map(([name, value]) => sql`${value} as ${sql.id(name)}`)
  return (await sql`select ${sql.join(columns)}`.execute(db)).rows[0]
}

async function sendParameter({ db }: TestDatabase, type: string, value: unknown): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${value}::${sql.raw(type)} as value`.execute(db)
  return rows[0]?.value
}

async function refusalOf({ db }: { db: Kysely<Schema> }): Promise<unknown> {
  try {
    await sql`insert into event (kind, subject) values ('case.changed', '')`.execute(db)
  } catch (error) {
    const { code, table, constraint, severity, schema, message } = error as Record<string, unknown>
    return { code, table, constraint, severity, schema, message }
  }
  throw new Error('It was not refused')
}

/** What goes in comes out, apart from what a column cannot tell. */
function expectedBack(type: string, value: unknown): unknown {
  if (type === 'jsonb' && typeof value === 'string') return JSON.parse(value)
  if (type === 'bigint') return Number(value)
  if (value instanceof Temporal.Instant) return new Date(value.epochMilliseconds)
  if (type === 'interval') return '1 year 2 days'
  return value
}

/** `toEqual` sees no difference between two dates of Temporal, and few between kinds of bytes: name and text do. */
function comparable(value: unknown): unknown {
  if (value instanceof Temporal.PlainDate) return `PlainDate ${value}`
  if (value instanceof Date) return `Date ${value.toISOString()}`
  if (value instanceof Uint8Array) return `${value.constructor.name} ${[...value]}`
  if (Array.isArray(value)) return value.map(comparable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, comparable(inner)]))
}
