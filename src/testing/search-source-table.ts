import { sql } from 'kysely'
import type { SearchSource } from '#src/modules/search/index.ts'
import { aDocument } from '#src/modules/search/memory-source.ts'
import type { Database } from '#src/platform/database.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'

/** A source that several processes share: a table of titles, each document in `case-…`. */
export async function createSourceTable(db: Database): Promise<void> {
  await sql`create table source_example (id text primary key, title text not null)`.execute(db)
}

export function tableSource(db: Database): SearchSource {
  return {
    type: 'case',
    listIds: async () => (await titlesIn(db)).map(({ id }) => id),
    load: async (ids) => {
      const wanted = new Set(ids)
      return (await titlesIn(db)).filter(({ id }) => wanted.has(id)).map(aDocument)
    },
  }
}

export async function titlesIn(
  db: Database,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from source_example order by id
  `.execute(db)
  return rows
}

/** Writes titles, or takes documents away, and tells of it in the same transaction. */
export async function writeTitles(
  db: Database,
  changes: readonly { readonly id: string; readonly title: string | null }[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const { id, title } of changes) {
      await sql`delete from source_example where id = ${id}`.execute(tx)
      if (title !== null)
        await sql`
          insert into source_example values (${id}, ${title}) on conflict (id) do update set title = excluded.title
        `.execute(tx)
    }
    await recordEvents(
      tx,
      changes.map(({ id }) => ({ kind: 'case.changed', subject: id })),
    )
  })
}
