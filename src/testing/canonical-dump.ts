import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { describeTables, type Table } from '#src/platform/backup/describe-tables.ts'
import { createDigester } from '#src/platform/backup/digest.ts'
import type { Database } from '#src/platform/database.ts'

/** Tables that tell how something went, and not what there is. */
const TELLING = new Set([
  'import_run',
  'reprocess_run',
  'event_cursor',
  'job',
  'search_state',
  'search_removed',
])
/** Times and numbers that are new with every run, whatever is stored. */
const PASSING = new Set(['timestamp with time zone', 'xid8'])
/** Places in a stream that are not given by the database itself. */
const PLACES = new Set(['change_seq'])

type Row = Readonly<Record<string, string | null>>
type Loaded = { readonly table: Table; readonly key: string | null; readonly rows: readonly Row[] }

/**
 * What is in the database, so that it can be compared with another one that came to it by another way: without times,
 * numbers of transactions and places in a stream, and with keys that were made on the way replaced by what they
 * stand for.
 */
export async function canonicalDump(db: Database): Promise<Readonly<Record<string, string>>> {
  const loaded: Loaded[] = []
  for (const table of await describeTables(db))
    if (!TELLING.has(table.name)) loaded.push(await load(db, table))
  let meaning = new Map<string, string>()
  // What a key stands for is told by what its row refers to, and so on: the deepest chain is three long.
  for (let round = 0; round < 4; round += 1) meaning = meaningOfKeys(loaded, meaning)
  return Object.fromEntries(
    loaded.map((one) => {
      const digester = createDigester()
      for (const row of one.rows) digester.add(tell(one, row, meaning))
      const { rows, digest } = digester.result()
      return [one.table.name, `${rows} rows, ${digest.slice(0, 16)}`]
    }),
  )
}

async function load(db: Database, table: Table): Promise<Loaded> {
  const numbered = new Set(await identityColumns(db, table.name))
  const columns = table.columns.filter(
    ({ name, type }) => !PASSING.has(type) && !PLACES.has(name) && !numbered.has(name),
  )
  const texts = columns.map(({ name }) => sql`${sql.ref(name)}::text as ${sql.ref(name)}`)
  const { rows } = await sql<Row>`select ${sql.join(texts)} from ${sql.table(table.name)}`.execute(db)
  const key = columns.find(({ name, type }) => name === 'id' && type === 'uuid')?.name ?? null
  return { table: { ...table, columns }, key, rows }
}

async function identityColumns(db: Database, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = ${`"${table}"`}::regclass and attidentity <> ''
  `.execute(db)
  return rows.map(({ name }) => name)
}

function meaningOfKeys(loaded: readonly Loaded[], before: ReadonlyMap<string, string>): Map<string, string> {
  const meaning = new Map<string, string>()
  for (const one of loaded) {
    if (one.key === null) continue
    for (const row of one.rows) {
      const told = createHash('sha256')
        .update(`${one.table.name} ${tell(one, row, before)}`)
        .digest('hex')
      meaning.set(row[one.key] ?? '', told)
    }
  }
  return meaning
}

/** A row without its own key; other keys by what they stand for, and those that stand for nothing left out. */
function tell({ table, key }: Loaded, row: Row, meaning: ReadonlyMap<string, string>): string {
  const told = table.columns
    .filter(({ name }) => name !== key)
    .map(({ name, type }) => {
      const value = row[name] ?? null
      if (value === null) return null
      return meaning.get(value) ?? (type === 'uuid' ? 'a key' : value)
    })
  return JSON.stringify(told)
}
