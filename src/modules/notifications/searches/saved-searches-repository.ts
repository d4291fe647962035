import { type Selectable, sql } from 'kysely'
import { PersonId } from '#src/modules/identity/contract.ts'
import { SavedSearchId } from '#src/modules/notifications/contract.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import type { SavedSearch } from './saved-search.ts'
import '#src/modules/notifications/tables.ts'

export async function insertSavedSearch(tx: Database, { id, person, ...search }: SavedSearch): Promise<void> {
  const { name, question, language, way, madeAt } = search
  await tx
    .insertInto('saved_search')
    .values({ id, person_id: person, name, question, language, way, made_at: madeAt, looked_at: madeAt })
    .execute()
}

export async function savedSearchesOf(db: Database, person: PersonId): Promise<readonly SavedSearch[]> {
  const rows = await db
    .selectFrom('saved_search')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map(toSavedSearch)
}

/** Those that nobody has looked at since `before`, the one that has waited longest first. */
export async function searchesToLookAt(db: Database, before: Date): Promise<readonly SavedSearch[]> {
  const rows = await db
    .selectFrom('saved_search')
    .selectAll()
    .where('looked_at', '<', before)
    .orderBy('looked_at')
    .orderBy('id')
    .execute()
  return rows.map(toSavedSearch)
}

export async function noteLookedAt(tx: Database, id: SavedSearchId, at: Date): Promise<void> {
  await tx.updateTable('saved_search').set({ looked_at: at }).where('id', '=', id).execute()
}

/** Notes what has been found, and answers which of it had not been found before. */
export async function noteSeen(
  tx: Database,
  id: SavedSearchId,
  hits: readonly string[],
): Promise<ReadonlySet<string>> {
  if (hits.length === 0) return new Set()
  const { rows } = await sql<{ hit_id: string }>`
    insert into saved_search_seen (search_id, hit_id)
    select ${id}::uuid, hit from unnest(${[...hits]}::text[]) as hit
    on conflict do nothing
    returning hit_id
  `.execute(tx)
  return new Set(rows.map(({ hit_id }) => hit_id))
}

/** False when the person has no such search. */
export async function deleteSavedSearch(
  tx: Database,
  { person, id }: { person: PersonId; id: SavedSearchId },
): Promise<boolean> {
  const deleted = await tx
    .deleteFrom('saved_search')
    .where('id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return deleted.numDeletedRows === 1n
}

function toSavedSearch(row: Selectable<Schema['saved_search']>): SavedSearch {
  return {
    id: SavedSearchId.parse(row.id),
    person: PersonId.parse(row.person_id),
    name: row.name,
    question: row.question,
    language: row.language,
    way: row.way,
    madeAt: row.made_at,
  }
}

/** The themes that people follow, by person: those they have chosen in a search whose news they want. */
export async function followedThemes(
  db: Database,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, ReadonlySet<string>>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom('saved_search')
    .select(['person_id', 'question'])
    .where('person_id', 'in', people)
    .execute()
  const byPerson = Map.groupBy(rows, (row) => PersonId.parse(row.person_id))
  return new Map(
    [...byPerson].map(([person, searches]) => [
      person,
      new Set(searches.flatMap(({ question }) => new URLSearchParams(question).getAll('theme'))),
    ]),
  )
}
