import type { Selectable } from 'kysely'
import type { PersonId } from '#src/modules/identity/contract.ts'
import { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import '#src/modules/joint-procurement/tables.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import type { Meeting } from './meeting.ts'
import { MeetingId } from './meeting-form.ts'

/** False for one that is there already: a form that was sent twice. */
export async function insertMeeting(
  tx: Database,
  one: Meeting,
  { by }: { readonly by: PersonId },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('joint_meeting')
    .values({
      ...toRow(one),
      id: one.id,
      procurement_id: one.procurement,
      called_by: by,
      called_at: one.changedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

/** False when somebody has saved it since `one.sequence`. */
export async function saveMeeting(tx: Database, one: Meeting): Promise<boolean> {
  const saved = await tx
    .updateTable('joint_meeting')
    .set({ ...toRow(one), sequence: one.sequence + 1 })
    .where('id', '=', one.id)
    .where('sequence', '=', one.sequence)
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}

/** Those of a joint procurement, in the order they are held. */
export async function meetingsOf(db: Database, procurement: ProcurementId): Promise<readonly Meeting[]> {
  const rows = await db
    .selectFrom('joint_meeting')
    .selectAll()
    .where('procurement_id', '=', procurement)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  return rows.map(toMeeting)
}

export async function findMeeting(
  db: Database,
  { procurement, id }: { readonly procurement: ProcurementId; readonly id: string },
): Promise<Meeting | null> {
  const known = MeetingId.safeParse(id)
  if (!known.success) return null
  const row = await db
    .selectFrom('joint_meeting')
    .selectAll()
    .where('id', '=', known.data)
    .where('procurement_id', '=', procurement)
    .executeTakeFirst()
  return row ? toMeeting(row) : null
}

function toRow(one: Meeting) {
  return {
    kind: one.kind,
    title: one.title,
    starts_at: one.startsAt,
    ends_at: one.endsAt,
    place: one.place,
    link: one.link,
    agenda: one.agenda,
    sequence: one.sequence,
    changed_at: one.changedAt,
    cancelled_at: one.cancelledAt,
  }
}

function toMeeting(row: Selectable<Schema['joint_meeting']>): Meeting {
  return {
    id: MeetingId.parse(row.id),
    procurement: ProcurementId.parse(row.procurement_id),
    kind: row.kind,
    title: row.title,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place,
    link: row.link,
    agenda: row.agenda,
    sequence: row.sequence,
    changedAt: row.changed_at,
    cancelledAt: row.cancelled_at,
  }
}
