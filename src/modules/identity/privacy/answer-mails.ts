import { sql } from 'kysely'
import { RemovalRequestId } from '#src/modules/identity/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { findRemovalRequest, type RemovalRequest } from './removal-requests-repository.ts'
import '#src/modules/identity/tables.ts'

/** An answer that waits to be handed over to the address the one who asked has given. */
export type AnswerMail = { readonly request: RemovalRequest; readonly tries: number }

/** The next one, set aside until `until` so that nobody else takes it; null when there is none. */
export async function takeAnswerMail(
  db: Database,
  { now, until }: { now: Date; until: Date },
): Promise<AnswerMail | null> {
  const { rows } = await sql<{ id: string; tries: number }>`
    update removal_request set answer_mail_tries = answer_mail_tries + 1, answer_mail_after = ${until}
    where id = (
      select id from removal_request where answer_mail = 'ready' and answer_mail_after <= ${now}
      order by answer_mail_after, id limit 1 for update skip locked
    )
    returning id, answer_mail_tries as tries
  `.execute(db)
  const [row] = rows
  const request = row && (await findRemovalRequest(db, { id: RemovalRequestId.parse(row.id) }))
  return row && request ? { request, tries: row.tries } : null
}

/** It has been handed over, or is given up. */
export async function settleAnswerMail(
  db: Database,
  id: RemovalRequestId,
  outcome: 'handed-over' | 'given-up',
): Promise<void> {
  await db
    .updateTable('removal_request')
    .set({ answer_mail: outcome, answer_mail_after: null })
    .where('id', '=', id)
    .where('answer_mail', '=', 'ready')
    .execute()
}

export async function postponeAnswerMail(db: Database, id: RemovalRequestId, until: Date): Promise<void> {
  await db
    .updateTable('removal_request')
    .set({ answer_mail_after: until })
    .where('id', '=', id)
    .where('answer_mail', '=', 'ready')
    .execute()
}
