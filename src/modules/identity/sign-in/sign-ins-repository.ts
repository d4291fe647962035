import type { Database } from '#src/platform/database.ts'
import '#src/modules/identity/tables.ts'

/** A sign-in that has begun at the provider. */
export type SignIn = {
  readonly stateHash: string
  readonly browserHash: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly returnTo: string
  readonly beganAt: Date
}

export async function insertSignIn(db: Database, signIn: SignIn): Promise<void> {
  await db
    .insertInto('sign_in')
    .values({
      state_hash: signIn.stateHash,
      browser_hash: signIn.browserHash,
      nonce: signIn.nonce,
      code_verifier: signIn.codeVerifier,
      return_to: signIn.returnTo,
      began_at: signIn.beganAt,
    })
    .execute()
}

/** Takes it out, so that whoever comes second with the same state finds nothing. */
export async function takeSignIn(db: Database, stateHash: string): Promise<SignIn | null> {
  const row = await db
    .deleteFrom('sign_in')
    .where('state_hash', '=', stateHash)
    .returningAll()
    .executeTakeFirst()
  if (!row) return null
  return {
    stateHash: row.state_hash,
    browserHash: row.browser_hash,
    nonce: row.nonce,
    codeVerifier: row.code_verifier,
    returnTo: row.return_to,
    beganAt: row.began_at,
  }
}

export async function deleteSignInsBefore(db: Database, at: Date): Promise<number> {
  const deleted = await db.deleteFrom('sign_in').where('began_at', '<=', at).executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
