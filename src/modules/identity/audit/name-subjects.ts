import { z } from 'zod'
import type { Database } from '#src/platform/database.ts'
import type { AuditEntry } from './audit-entry.ts'

export type SubjectName = {
  readonly is: 'person' | 'organisation'
  /** Null for one who has left. */
  readonly name: string | null
}

/** What the subjects of entries are called, where they are persons or organisations. */
export type SubjectNames = ReadonlyMap<string, SubjectName>

export async function nameSubjects(db: Database, entries: readonly AuditEntry[]): Promise<SubjectNames> {
  const ids = [...new Set(entries.map(({ subject }) => subject))].filter(
    (id) => z.uuid().safeParse(id).success,
  )
  if (ids.length === 0) return new Map()
  const people = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
  const bodies = await db.selectFrom('organisation').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map<string, SubjectName>([
    ...people.map(({ id, name }): [string, SubjectName] => [id, { is: 'person', name }]),
    ...bodies.map(({ id, name }): [string, SubjectName] => [id, { is: 'organisation', name }]),
  ])
}
