import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { Column, Table } from './describe-tables.ts'

/** What is fetched at once: few where rows are large, many where they are small. */
const MOST_ROWS = 500
const MUCH_TEXT = 1024 * 1024
/** Bytes of a value that is too large to be held whole, and of each piece it is read in. */
const LARGE_BYTES = 1024 * 1024

let cursors = 0

/**
 * The line of a row: whole, or in pieces where it holds a file of many megabytes. Twice its size as text, it would be
 * held some six times over on its way: in the engine, between the threads, and here.
 */
export type RowText = string | { readonly pieces: AsyncIterable<string> }

/**
 * The rows of a table, in no order, each as one line: a JSON list of what PostgreSQL writes for each column.
 *
 * Written by the database and read back by it, so that no value passes through a type of ours on the way: microseconds,
 * numerics and JSON's null come back as they were. To be called in a transaction, and the pieces of a row to be read
 * before the next rows are asked for.
 */
export async function* readRows(tx: Database, table: Table): AsyncGenerator<readonly RowText[]> {
  cursors += 1
  const cursor = sql.id(`backup_${cursors}`)
  const from = sql.table(table.name)
  const texts = sql.join(table.columns.map(({ name }) => sql`${sql.ref(name)}::text`))
  const isLarge = largeIn(table.columns)
  await sql`
    declare ${cursor} no scroll cursor for
    select case when ${isLarge} then null else to_json(array[${texts}])::text end as line,
      case when ${isLarge} then ctid::text end as place
    from ${from}`.execute(tx)
  for (let limit = 1; ; ) {
    const { rows } = await sql<Fetched>`fetch ${sql.lit(limit)} from ${cursor}`.execute(tx)
    if (rows.length === 0) break
    yield rows.map(({ line, place }) => line ?? { pieces: piecesOf(tx, table, place) })
    limit = nextLimit(limit, rows)
  }
  await sql`close ${cursor}`.execute(tx)
}

type Fetched = { readonly line: string | null; readonly place: string | null }

/** Asked of the length that stands beside the value, so that the value itself is not read. */
function largeIn(columns: readonly Column[]) {
  const lengths = columns
    .filter(({ type }) => type === 'bytea')
    .map(({ name }) => sql`coalesce(octet_length(${sql.ref(name)}), 0) > ${sql.lit(LARGE_BYTES)}`)
  return lengths.length > 0 ? sql`(${sql.join(lengths, sql` or `)})` : sql`false`
}

async function* piecesOf(
  tx: Database,
  { name, columns }: Table,
  place: string | null,
): AsyncGenerator<string> {
  for (const [at, column] of columns.entries()) {
    yield at === 0 ? '[' : ','
    const value = { table: sql.table(name), column: sql.ref(column.name), place }
    if (column.type === 'bytea') yield* bytesText(tx, value)
    else yield await plainText(tx, value)
  }
  yield ']'
}

type Value = {
  readonly table: ReturnType<typeof sql.table>
  readonly column: ReturnType<typeof sql.ref>
  /** Where the row lies, which is the same for as long as the transaction lasts. */
  readonly place: string | null
}

async function plainText(tx: Database, { table, column, place }: Value): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select coalesce(to_json(${column}::text)::text, 'null') as text from ${table} where ctid = ${place}::tid
  `.execute(tx)
  return textOf(rows)
}

async function* bytesText(tx: Database, { table, column, place }: Value): AsyncGenerator<string> {
  const { rows } = await sql<{ length: number | null }>`
    select octet_length(${column}) as length from ${table} where ctid = ${place}::tid
  `.execute(tx)
  const length = rows[0]?.length ?? null
  if (length === null) {
    yield 'null'
    return
  }
  yield '"\\\\x'
  for (let from = 1; from <= length; from += LARGE_BYTES) {
    const { rows: pieces } = await sql<{ text: string }>`
      select encode(substr(${column}, ${sql.lit(from)}, ${sql.lit(LARGE_BYTES)}), 'hex') as text
      from ${table} where ctid = ${place}::tid
    `.execute(tx)
    yield textOf(pieces)
  }
  yield '"'
}

function textOf(rows: readonly { readonly text: string }[]): string {
  const [row] = rows
  if (!row) throw new Error('A row has moved while it was read')
  return row.text
}

function nextLimit(limit: number, rows: readonly Fetched[]): number {
  const length = rows.reduce((sum, { line }) => sum + (line?.length ?? 0), 0)
  if (length > MUCH_TEXT) return Math.max(1, Math.floor((rows.length * MUCH_TEXT) / length))
  return Math.min(MOST_ROWS, limit * 2)
}
