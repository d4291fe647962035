import type { Actor } from '#src/modules/identity/actor.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import { Name } from '#src/modules/identity/sign-in/welcome-newcomer.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'

/** The person puts right what they are called (GDPR art. 16); it is right everywhere at once, since it stands in one place. */
export function correctName(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  name: string,
): Promise<Result<null, { readonly kind: 'nameMissing' }>> {
  return inTransaction(db, async (tx) => {
    const read = Name.safeParse(name)
    if (!read.success) return fail({ kind: 'nameMissing' })
    await tx.updateTable('person').set({ name: read.data }).where('id', '=', actor.personId).execute()
    const subject = actor.personId
    await recordAudit(tx, actor, { action: 'person.renamed', subject, organisation: null, at: now() })
    return ok(null)
  })
}
