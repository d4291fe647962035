import { sql } from 'kysely'
import type { PersonId } from '#src/modules/identity/contract.ts'
import type { Database } from '#src/platform/database.ts'

export type TiedColumn = { readonly name: string; readonly type: string }

/** A table with rows that point to persons. */
export type TiedTable = {
  readonly name: string
  readonly columns: readonly TiedColumn[]
  /** The columns that point to a person. */
  readonly ties: readonly string[]
}

/** Secrets, and what belongs to the organisation and not to the one who wrote it. */
const LEFT_OUT = /_hash$|_key$|^provider_session$|^content$|^details$/
/** By these a row is about the person; by any other column the person has only done something in it. */
const ABOUT_THE_PERSON: ReadonlySet<string> = new Set(['person_id', 'adviser_id'])
/** What tells that and when something was done, without telling what others have written in it. */
const SAYS_WHEN: ReadonlySet<string> = new Set([
  'uuid',
  'timestamp with time zone',
  'date',
  'integer',
  'bigint',
])

/**
 * Every table whose rows point to persons, as the database itself knows it, so that a table which is added later is
 * not forgotten.
 */
export async function tablesTiedToPeople(db: Database): Promise<readonly TiedTable[]> {
  const { rows } = await sql<{ table: string; column: string; type: string; tied: boolean }>`
    select tied.relname as table, attname as column, format_type(atttypid, atttypmod) as type,
      exists (
        select from pg_constraint
        where contype = 'f' and conrelid = tied.oid and confrelid = 'person'::regclass and attnum = any(conkey)
      ) as tied
    from pg_class as tied join pg_attribute on attrelid = tied.oid and attnum > 0 and not attisdropped
    where tied.oid in (select conrelid from pg_constraint where contype = 'f' and confrelid = 'person'::regclass)
    order by tied.relname collate "C", attnum
  `.execute(db)
  return [...Map.groupBy(rows, ({ table }) => table)].map(([name, columns]) => ({
    name,
    columns: columns.map(({ column, type }) => ({ name: column, type })),
    ties: columns.filter(({ tied }) => tied).map(({ column }) => column),
  }))
}

/**
 * What of a row the person is given, by the column that ties it to the person. Of what the person has only decided or
 * written for an organisation it is told that and when: the rest is about others, or theirs.
 */
export function columnsToGive({ columns, ties }: TiedTable, tie: string): readonly string[] {
  const isTheirs = ABOUT_THE_PERSON.has(tie)
  return columns
    .filter(({ name }) => name !== tie && !LEFT_OUT.test(name))
    .filter(({ name, type }) => (isTheirs ? true : SAYS_WHEN.has(type)) && !ties.includes(name))
    .map(({ name }) => name)
}

type OwnTable = { readonly table: string; readonly column: string }

/**
 * The tables whose rows are a person's own (logins, keys, saved searches): they refer to the person by `on delete
 * cascade`. What refers in any other way is an organisation's, and stays.
 */
export async function tablesOfOnesOwn(db: Database): Promise<readonly OwnTable[]> {
  const { rows } = await sql<OwnTable>`
    select tied.relname as table, attname as column
    from pg_constraint
    join pg_class as tied on tied.oid = conrelid
    join pg_attribute on attrelid = conrelid and attnum = any(conkey)
    where contype = 'f' and confrelid = 'person'::regclass and confdeltype = 'c'
    order by tied.relname collate "C", attnum
  `.execute(db)
  return rows
}

/** In one statement, so that rows which refer to each other go together. */
export async function deleteOwn(tx: Database, tables: readonly OwnTable[], person: PersonId): Promise<void> {
  if (tables.length === 0) return
  const deletions = tables.map(
    ({ table, column }, place) =>
      sql`${sql.ref(`own_${place}`)} as (delete from ${sql.table(table)} where ${sql.ref(column)} = ${person})`,
  )
  await sql`with ${sql.join(deletions)} select 1`.execute(tx)
}
