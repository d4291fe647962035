import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'

export type Column = {
  readonly name: string
  /** As PostgreSQL writes the type (`timestamp with time zone`, `text[]`), so that text can be cast back to it. */
  readonly type: string
}
export type Table = { readonly name: string; readonly columns: readonly Column[] }

/** Every table with the columns that hold something of their own: what is generated from others makes itself. */
export async function describeTables(db: Database): Promise<readonly Table[]> {
  const { rows } = await sql<{ table: string; name: string; type: string }>`
    select relname as table, attname as name, format_type(atttypid, atttypmod) as type
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = current_schema()::regnamespace and relkind = 'r'
      and attnum > 0 and not attisdropped and attgenerated = ''
    order by relname collate "C", attnum
  `.execute(db)
  const tables = Map.groupBy(rows, (row) => row.table)
  return [...tables].map(([name, columns]) => ({
    name,
    columns: columns.map((column) => ({ name: column.name, type: column.type })),
  }))
}

export type Sequence = { readonly name: string; readonly lastValue: string; readonly isCalled: boolean }

/** Where every sequence stands, so that numbers which have been given out are not given out again. */
export async function readSequences(db: Database): Promise<readonly Sequence[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'S' order by relname collate "C"
  `.execute(db)
  const sequences: Sequence[] = []
  for (const { name } of rows) {
    const { rows: states } = await sql<{ value: string; called: boolean }>`
      select last_value::text as value, is_called as called from ${sql.table(name)}
    `.execute(db)
    for (const { value, called } of states) sequences.push({ name, lastValue: value, isCalled: called })
  }
  return sequences
}

export async function setSequence(db: Database, { name, lastValue, isCalled }: Sequence): Promise<void> {
  const sequence = sql.lit(`"${name.replaceAll('"', '""')}"`)
  await sql`select setval(${sequence}::regclass, ${lastValue}::bigint, ${isCalled})`.execute(db)
}
