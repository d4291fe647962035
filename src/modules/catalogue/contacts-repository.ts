import { PersonId } from '#src/modules/identity/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { CaseId } from './contract.ts'
import './tables.ts'

/** That a person may be asked about a case, until and with that day. */
export type Contact = {
  readonly person: PersonId
  readonly organisation: OrganisationId
  readonly showsEmail: boolean
  readonly until: Temporal.PlainDate
}

/** Those who may be asked that day, in the order they chose it. */
export async function contactsOn(db: Database, id: CaseId, day: string): Promise<readonly Contact[]> {
  const rows = await db
    .selectFrom('case_contact')
    .selectAll()
    .where('case_id', '=', id)
    .where('until', '>=', Temporal.PlainDate.from(day))
    .orderBy('chosen_at')
    .execute()
  return rows.map((row) => ({
    person: PersonId.parse(row.person_id),
    organisation: OrganisationId.parse(row.organisation_id),
    showsEmail: row.shows_email,
    until: row.until,
  }))
}

export async function saveContact(
  tx: Database,
  id: CaseId,
  contact: Contact & { readonly at: Date },
): Promise<void> {
  const chosen = {
    organisation_id: contact.organisation,
    shows_email: contact.showsEmail,
    until: contact.until.toString(),
    chosen_at: contact.at,
  }
  await tx
    .insertInto('case_contact')
    .values({ case_id: id, person_id: contact.person, ...chosen })
    .onConflict((conflict) => conflict.columns(['case_id', 'person_id']).doUpdateSet(chosen))
    .execute()
}

/** False when the person was not one of them. */
export async function deleteContact(tx: Database, id: CaseId, person: PersonId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('case_contact')
    .where('case_id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** What is over is not kept. */
export async function deleteContactsBefore(db: Database, day: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('case_contact')
    .where('until', '<', Temporal.PlainDate.from(day))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
