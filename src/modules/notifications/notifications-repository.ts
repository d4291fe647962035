import { type Selectable, sql } from 'kysely'
import type { PersonId } from '#src/modules/identity/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import type { Facts, NewNotification, Notification } from './notification.ts'
import './tables.ts'

/** Keeps it, once for each person and occasion however often it is said. */
export async function insertNotification(tx: Database, one: NewNotification): Promise<void> {
  await tx
    .insertInto('notification')
    .values({
      id: newId(),
      person_id: one.person,
      occasion: one.occasion,
      kind: one.kind,
      topic: one.topic,
      organisation_id: one.organisation,
      facts: sql<string>`${JSON.stringify(one.facts)}::text::jsonb`,
      path: one.path,
      happened_at: one.happenedAt,
      way: one.way,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'occasion']).doNothing())
    .execute()
}

export type NotificationPage = {
  readonly notifications: readonly Notification[]
  readonly total: number
  readonly unread: number
}

/** What the person has been told, the newest first. */
export async function notificationsOf(
  db: Database,
  person: PersonId,
  { limit, offset }: { limit: number; offset: number },
): Promise<NotificationPage> {
  const counted = await db
    .selectFrom('notification')
    .select((of) => [
      of.fn.countAll<number>().as('total'),
      sql<number>`count(*) filter (where read_at is null)`.as('unread'),
    ])
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('notification')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('happened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { ...counted, notifications: rows.map(toNotification) }
}

export async function countUnread(db: Database, person: PersonId): Promise<number> {
  const { unread } = await db
    .selectFrom('notification')
    .select((of) => of.fn.countAll<number>().as('unread'))
    .where('person_id', '=', person)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return unread
}

/** The person has seen one of them (answers where it leads; null when it is not this person's), or all. */
export async function markRead(
  db: Database,
  { person, id, at }: { person: PersonId; id: string; at: Date },
): Promise<string | null> {
  const row = await db
    .updateTable('notification')
    .set({ read_at: sql<Date>`coalesce(read_at, ${at})` })
    .where('person_id', '=', person)
    .where('id', '=', id)
    .returning('path')
    .executeTakeFirst()
  return row?.path ?? null
}

export async function markAllRead(db: Database, person: PersonId, at: Date): Promise<void> {
  await db
    .updateTable('notification')
    .set({ read_at: at })
    .where('person_id', '=', person)
    .where('read_at', 'is', null)
    .execute()
}

/**
 * Takes the name of one who has left out of what others were told: it is a fact of theirs, beside whose it is
 * (`person`).
 */
export async function forgetName(tx: Database, person: string): Promise<void> {
  await sql`
    update notification set facts = jsonb_set(facts, '{name}', '"–"') where facts ->> 'person' = ${person}
  `.execute(tx)
}

export function toNotification(row: Selectable<Schema['notification']>): Notification {
  return {
    id: row.id,
    kind: row.kind,
    topic: row.topic,
    organisation: row.organisation_id === null ? null : OrganisationId.parse(row.organisation_id),
    facts: row.facts as Facts,
    path: row.path,
    happenedAt: row.happened_at,
    readAt: row.read_at,
  }
}
