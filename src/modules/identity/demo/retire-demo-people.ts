import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { DEMO_ISSUER } from './demo-people.ts'
import '#src/modules/identity/tables.ts'

/**
 * Where there is no demonstration, the people of one can do nothing, also in a database that has been one: they cannot
 * sign in, are signed out, and their roles and tokens have ended. What they did stays, as it does for anyone who left.
 */
export function retireDemoPeople(db: Database, { now }: { now: Clock }): Promise<void> {
  return inTransaction(db, async (tx) => {
    const logins = await tx
      .deleteFrom('person_login')
      .where('issuer', '=', DEMO_ISSUER)
      .returning('person_id')
      .execute()
    const people = logins.map(({ person_id }) => person_id)
    if (people.length === 0) return
    const at = now()
    await tx.deleteFrom('session').where('person_id', 'in', people).execute()
    await tx
      .updateTable('api_token')
      .set({ revoked_at: at })
      .where('person_id', 'in', people)
      .where('revoked_at', 'is', null)
      .execute()
    await tx
      .updateTable('membership')
      .set({ status: 'ended', ended_at: at, decided_at: at, end_reason: 'demo' })
      .where('person_id', 'in', people)
      .where('status', 'in', ['asked', 'active'])
      .execute()
    await tx
      .updateTable('mandate')
      .set((mandate) => ({ withdrawn_at: at, withdrawn_by: mandate.ref('given_by') }))
      .where('given_by', 'in', people)
      .where('withdrawn_at', 'is', null)
      .execute()
  })
}
