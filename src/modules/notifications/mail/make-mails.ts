import type { Database } from '#src/platform/database.ts'
import { inTransaction } from '#src/platform/database.ts'
import { insertMail, type ReadyMail } from './mails-repository.ts'
import '#src/modules/notifications/tables.ts'

/**
 * Makes the mails that are due: one for each thing that is to be told at once, or one for each person with all that was
 * gathered. Answers how many.
 */
export async function makeMails(
  db: Database,
  { form, at }: { readonly form: ReadyMail['form']; readonly at: Date },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const waiting = await tx
      .selectFrom('notification')
      .select(['id', 'person_id'])
      .where('way', '=', form)
      .where('mail_id', 'is', null)
      .orderBy('happened_at')
      .orderBy('id')
      .forUpdate()
      .skipLocked()
      .execute()
    const mails =
      form === 'immediate'
        ? waiting.map((one) => [one])
        : Map.groupBy(waiting, (one) => one.person_id)
            .values()
            .toArray()
    for (const told of mails) {
      const person = told[0]?.person_id
      if (person !== undefined)
        await insertMail(
          tx,
          { person, form, at },
          told.map(({ id }) => id),
        )
    }
    return mails.length
  })
}
