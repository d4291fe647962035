import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { Table } from './describe-tables.ts'

/** What is fetched at once: few where rows are large (files), many where they are small. */
const MOST_ROWS = 500
const MUCH_TEXT = 1024 * 1024

let cursors = 0

/**
 * The rows of a table, in no order, each as one line: a JSON list of what PostgreSQL writes for each column.
 *
 * Written by the database and read back by it, so that no value passes through a type of ours on the way: microseconds,
 * numerics and JSON's null come back as they were. To be called in a transaction.
 */
export async function* readRows(tx: Database, { name, columns }: Table): AsyncGenerator<readonly string[]> {
  cursors += 1
  const cursor = sql.id(`backup_${cursors}`)
  const texts = sql.join(columns.map((column) => sql`${sql.ref(column.name)}::text`))
  const from = sql.table(name)
  await sql`declare ${cursor} no scroll cursor for select to_json(array[${texts}])::text as line from ${from}`.execute(
    tx,
  )
  for (let limit = 1; ; ) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(limit)} from ${cursor}`.execute(tx)
    if (rows.length === 0) break
    const lines = rows.map((row) => row.line)
    yield lines
    limit = nextLimit(limit, lines)
  }
  await sql`close ${cursor}`.execute(tx)
}

function nextLimit(limit: number, lines: readonly string[]): number {
  const length = lines.reduce((sum, line) => sum + line.length, 0)
  if (length > MUCH_TEXT) return Math.max(1, Math.floor((lines.length * MUCH_TEXT) / length))
  return Math.min(MOST_ROWS, limit * 2)
}
