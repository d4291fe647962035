import { sql } from 'kysely'
import { PersonId } from '#src/modules/identity/contract.ts'
import type { Person } from '#src/modules/identity/index.ts'
import { findPerson } from '#src/modules/identity/index.ts'
import type { Notification } from '#src/modules/notifications/notification.ts'
import { toNotification } from '#src/modules/notifications/notifications-repository.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import '#src/modules/notifications/tables.ts'

/** A mail that waits to be handed over, with what it tells. */
export type ReadyMail = {
  readonly id: string
  readonly form: 'immediate' | 'digest'
  readonly tries: number
  /** Null for one who has left, or has no address. */
  readonly person: Person | null
  readonly notifications: readonly Notification[]
}

type Made = { readonly person: string; readonly form: ReadyMail['form']; readonly at: Date }

/** Makes the mail and ties to it what it tells: each notification is in one mail at most. */
export async function insertMail(
  tx: Database,
  { person, form, at }: Made,
  ids: readonly string[],
): Promise<void> {
  const id = newId()
  await tx
    .insertInto('mail')
    .values({
      id,
      person_id: person,
      form,
      state: 'ready',
      made_at: at,
      try_after: at,
      refusal: null,
      settled_at: null,
    })
    .execute()
  await tx
    .updateTable('notification')
    .set({ mail_id: id })
    .where('id', 'in', [...ids])
    .where('mail_id', 'is', null)
    .execute()
}

/** The next mail to hand over, set aside until `until` so that nobody else takes it; null when there is none. */
export async function takeMail(
  db: Database,
  { now, until }: { now: Date; until: Date },
): Promise<ReadyMail | null> {
  const { rows } = await sql<{ id: string; form: ReadyMail['form']; tries: number; person_id: string }>`
    update mail set tries = tries + 1, try_after = ${until}
    where id = (
      select id from mail where state = 'ready' and try_after <= ${now}
      order by try_after, id limit 1 for update skip locked
    )
    returning id, form, tries, person_id
  `.execute(db)
  const [row] = rows
  if (!row) return null
  const told = await db
    .selectFrom('notification')
    .selectAll()
    .where('mail_id', '=', row.id)
    .orderBy('happened_at')
    .orderBy('id')
    .execute()
  const person = await findPerson(db, PersonId.parse(row.person_id))
  return { id: row.id, form: row.form, tries: row.tries, person, notifications: told.map(toNotification) }
}

/** It has been handed over, or is given up for that reason. */
export async function settleMail(
  db: Database,
  id: string,
  { refusal, at }: { refusal: string | null; at: Date },
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ state: refusal === null ? 'handed-over' : 'given-up', refusal, settled_at: at })
    .where('id', '=', id)
    .where('state', '=', 'ready')
    .execute()
}

export async function postponeMail(
  db: Database,
  id: string,
  { refusal, until }: { refusal: string; until: Date },
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ refusal, try_after: until })
    .where('id', '=', id)
    .where('state', '=', 'ready')
    .execute()
}
