import { PersonId } from '#src/modules/identity/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Language } from '#src/platform/language.ts'
import '#src/modules/identity/tables.ts'

type Login = { readonly issuer: string; readonly subject: string }

export async function findLogin(db: Database, { issuer, subject }: Login): Promise<PersonId | null> {
  const row = await db
    .selectFrom('person_login')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row ? PersonId.parse(row.person_id) : null
}

export async function insertLogin(tx: Database, login: Login & { person: PersonId }): Promise<void> {
  await tx
    .insertInto('person_login')
    .values({ issuer: login.issuer, subject: login.subject, person_id: login.person })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Somebody set up under that address who has never signed in, locked so that only one can become them. */
export async function findUnclaimed(tx: Database, email: string): Promise<PersonId | null> {
  const row = await tx
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('person_login').whereRef('person_id', '=', 'person.id').select('subject'))),
    )
    .forUpdate()
    .executeTakeFirst()
  return row ? PersonId.parse(row.id) : null
}

type NewLogin = Login & {
  readonly id: PersonId
  readonly name: string
  readonly email: string | null
  readonly language: Language
  readonly at: Date
}

/** The new person; or, when another request has just made the same login, the one that made it first. */
export async function insertOrFindPerson(tx: Database, login: NewLogin): Promise<PersonId> {
  await insertPerson(tx, login)
  await insertLogin(tx, { ...login, person: login.id })
  const owner = await findLogin(tx, login)
  if (owner === null) throw new Error('A login that was just written is not there')
  if (owner !== login.id) await tx.deleteFrom('person').where('id', '=', login.id).execute()
  return owner
}

/** An address that is somebody else's already stays theirs. */
async function insertPerson(tx: Database, { id, name, email, language, at }: NewLogin): Promise<void> {
  const row = { id, name, email, language, created_at: at }
  const inserted = await tx
    .insertInto('person')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted)
    await tx
      .insertInto('person')
      .values({ ...row, email: null })
      .execute()
}

/** Whether the person has, has had, asked for or been refused any role there. */
export async function hasHadRole(
  tx: Database,
  person: PersonId,
  organisation: OrganisationId,
): Promise<boolean> {
  const row = await tx
    .selectFrom('membership')
    .select('id')
    .where('person_id', '=', person)
    .where('organisation_id', '=', organisation)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
