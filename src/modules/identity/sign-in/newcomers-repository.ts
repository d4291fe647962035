import type { ProviderSession } from '#src/modules/identity/sessions/session.ts'
import type { Database } from '#src/platform/database.ts'
import type { Proof } from './admit-person.ts'
import '#src/modules/identity/tables.ts'

/** Somebody the provider vouches for, who has not yet said what to be called. */
export type Newcomer = Proof &
  ProviderSession & { readonly tokenHash: string; readonly returnTo: string; readonly beganAt: Date }

export async function insertNewcomer(tx: Database, newcomer: Newcomer): Promise<void> {
  await tx
    .insertInto('newcomer')
    .values({
      token_hash: newcomer.tokenHash,
      issuer: newcomer.issuer,
      subject: newcomer.subject,
      email: newcomer.email,
      organisasjonsnumre: [...newcomer.organisasjonsnumre],
      id_token_key: newcomer.idTokenKey,
      provider_session: newcomer.providerSession,
      return_to: newcomer.returnTo,
      began_at: newcomer.beganAt,
    })
    .execute()
}

/** Whether somebody with the token has come since, so that asking what to call them makes sense. */
export async function isExpected(db: Database, tokenHash: string, since: Date): Promise<boolean> {
  const row = await db
    .selectFrom('newcomer')
    .select('token_hash')
    .where('token_hash', '=', tokenHash)
    .where('began_at', '>', since)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes them out, so that nobody comes twice with the same token. */
export async function takeNewcomer(tx: Database, tokenHash: string, since: Date): Promise<Newcomer | null> {
  const row = await tx
    .deleteFrom('newcomer')
    .where('token_hash', '=', tokenHash)
    .where('began_at', '>', since)
    .returningAll()
    .executeTakeFirst()
  if (!row) return null
  return {
    tokenHash: row.token_hash,
    issuer: row.issuer,
    subject: row.subject,
    email: row.email,
    organisasjonsnumre: row.organisasjonsnumre,
    idTokenKey: row.id_token_key,
    providerSession: row.provider_session,
    returnTo: row.return_to,
    beganAt: row.began_at,
  }
}

export async function deleteNewcomersBefore(db: Database, at: Date): Promise<number> {
  const deleted = await db.deleteFrom('newcomer').where('began_at', '<=', at).executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
