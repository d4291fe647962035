import { PersonId } from '#src/modules/identity/contract.ts'
import { saveChoices } from '#src/modules/notifications/choices-repository.ts'
import type { Topic } from '#src/modules/notifications/contract.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import '#src/modules/notifications/tables.ts'

/** What a mail was about; null for one there never was. */
export async function topicsOfMail(db: Database, mailId: string): Promise<readonly Topic[] | null> {
  const mail = await db.selectFrom('mail').select('id').where('id', '=', mailId).executeTakeFirst()
  if (!mail) return null
  const told = await db
    .selectFrom('notification')
    .select('topic')
    .distinct()
    .where('mail_id', '=', mailId)
    .orderBy('topic')
    .execute()
  return told.map(({ topic }) => topic)
}

/**
 * Ends mail of the kind that this mail was, for the one who got it: from then on it stands in the list only. Who holds the
 * id of a mail has got it, so nobody need sign in (RFC 8058). Answers what it ended; null for a mail there never was.
 */
export function stopMail(db: Database, mailId: string): Promise<readonly Topic[] | null> {
  return inTransaction(db, async (tx) => {
    const mail = await tx.selectFrom('mail').select('person_id').where('id', '=', mailId).executeTakeFirst()
    if (!mail) return null
    const person = PersonId.parse(mail.person_id)
    const topics = (await topicsOfMail(tx, mailId)) ?? []
    await saveChoices(tx, person, Object.fromEntries(topics.map((topic) => [topic, 'list'])))
    await tx
      .updateTable('notification')
      .set({ way: 'list' })
      .where('person_id', '=', person)
      .where('mail_id', 'is', null)
      .where('topic', 'in', topics.length > 0 ? topics : ['own'])
      .execute()
    if (topics.includes('searches'))
      await tx.updateTable('saved_search').set({ way: 'list' }).where('person_id', '=', person).execute()
    return topics
  })
}
