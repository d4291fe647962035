import { sql } from 'kysely'
import { isMessageKey, messagesIn } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/actor.ts'
import type { PersonId } from '#src/modules/identity/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import type { Json } from '#src/platform/json.ts'
import type { Language } from '#src/platform/language.ts'
import { columnsToGive, type TiedTable, tablesTiedToPeople } from './ties-to-people.ts'

type Row = { readonly [column: string]: Json }

export type MyData = {
  readonly about: {
    readonly title: string
    readonly madeAt: string
    /** What stands here, what does not, and who answers for it. */
    readonly explanation: readonly string[]
  }
  readonly person: Row
  /** Everything that points to the person, table by table, each with what it is. */
  readonly tables: readonly {
    readonly name: string
    readonly what: string
    readonly tie: string
    readonly rows: readonly Row[]
  }[]
  /** What others have done with the person's roles. */
  readonly doneToYou: readonly Row[]
}

/** Everything that is tied to the person, to be taken along (GDPR art. 15 and 20). No secrets, and nobody else's words. */
export async function gatherMyData(
  { db, now }: { readonly db: Database; readonly now: Clock },
  { personId }: Actor,
  language: Language,
): Promise<MyData> {
  const { t } = messagesIn(language)
  const tables: MyData['tables'][number][] = []
  for (const table of await tablesTiedToPeople(db)) {
    for (const tie of table.ties) {
      const rows = await rowsOf(db, { table, tie, person: personId })
      if (rows.length > 0) tables.push({ name: table.name, what: whatItIs(table.name, language), tie, rows })
    }
  }
  return {
    about: {
      title: t('people.data.file.title'),
      madeAt: now().toISOString(),
      explanation: [t('people.data.file.what'), t('people.data.file.not'), t('people.data.file.who')],
    },
    person: await personRow(db, personId),
    tables,
    doneToYou: await doneTo(db, personId),
  }
}

/** What a table holds, in words; a test sees to it that all have some. */
function whatItIs(table: string, language: Language): string {
  const key = `people.data.table.${table}`
  return isMessageKey(key) ? messagesIn(language).t(key) : table
}

async function personRow(db: Database, person: PersonId): Promise<Row> {
  const { name, email, language, created_at } = await db
    .selectFrom('person')
    .select(['name', 'email', 'language', 'created_at'])
    .where('id', '=', person)
    .executeTakeFirstOrThrow()
  return { id: person, name, email, language, created_at: created_at.toISOString() }
}

type Tie = { readonly table: TiedTable; readonly tie: string; readonly person: PersonId }

async function rowsOf(db: Database, { table, tie, person }: Tie): Promise<readonly Row[]> {
  const columns = columnsToGive(table, tie)
  if (columns.length === 0) return []
  const chosen = columns.map((column) => sql`${column}::text, ${sql.ref(`tied.${column}`)}`)
  const names = columns.includes('organisation_id')
    ? sql`, 'organisation', (select name from organisation where id = tied.organisation_id)`
    : sql``
  const { rows } = await sql<{ row: Row }>`
    select jsonb_build_object(${sql.join(chosen)}${names}) as row
    from ${sql.table(table.name)} as tied
    where ${sql.ref(`tied.${tie}`)} = ${person}
    order by 1
  `.execute(db)
  return rows.map(({ row }) => row)
}

async function doneTo(db: Database, person: PersonId): Promise<readonly Row[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['at', 'action', 'organisation_id'])
    .where('subject', '=', person)
    .orderBy('seq')
    .execute()
  return rows.map(({ at, action, organisation_id }) => ({ at: at.toISOString(), action, organisation_id }))
}
