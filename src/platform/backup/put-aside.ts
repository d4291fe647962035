import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'

type Named = { readonly table: string; readonly name: string; readonly definition: string }

/**
 * Takes away what would refuse or change rows while they are put in table by table, runs `work`, and puts it back:
 * references between tables (made again, so that every row is checked), indexes that are no rule (quicker made
 * at once than row by row), and triggers (which would write over what is restored).
 */
export async function withRulesAside(
  tx: Database,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const references = await readReferences(tx)
  const indexes = await readIndexes(tx)
  for (const { table, name } of references)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.id(name)}`.execute(tx)
  for (const { name } of indexes) await sql`drop index ${sql.table(name)}`.execute(tx)
  for (const table of tables) await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx)
  await work()
  for (const table of tables) await sql`alter table ${sql.table(table)} enable trigger user`.execute(tx)
  for (const { definition } of indexes) await sql.raw(definition).execute(tx)
  for (const { table, name, definition } of references)
    await sql`alter table ${sql.table(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(
      tx,
    )
}

async function readReferences(tx: Database): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    select relname as table, conname as name, pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_class on pg_class.oid = conrelid
    where connamespace = current_schema()::regnamespace and contype = 'f'
    order by relname, conname
  `.execute(tx)
  return rows
}

async function readIndexes(tx: Database): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    select indrelid::regclass::text as table, relname as name, pg_get_indexdef(indexrelid) as definition
    from pg_index join pg_class on pg_class.oid = indexrelid
    where relnamespace = current_schema()::regnamespace and not indisunique
    order by relname
  `.execute(tx)
  return rows
}
