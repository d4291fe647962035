import type { Actor } from '#src/modules/identity/actor.ts'
import type { ApiTokenId } from '#src/modules/identity/contract.ts'
import { coordinates } from '#src/modules/identity/joining/policy.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { findToken, revokeToken } from './tokens-repository.ts'

export type RevokeApiTokenFailure = { readonly kind: 'tokenNotFound' } | { readonly kind: 'alreadyRevoked' }

/** Takes a key back at once: one's own, or one that acts for the organisation one coordinates. */
export function revokeApiToken(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { token }: { readonly token: ApiTokenId },
): Promise<Result<null, RevokeApiTokenFailure>> {
  return inTransaction(db, async (tx) => {
    const at = now()
    const found = await findToken(tx, { id: token })
    if (!found || !(found.person === actor.personId || coordinates(actor, found.organisation)))
      return fail({ kind: 'tokenNotFound' })
    if (!(await revokeToken(tx, token, at))) return fail({ kind: 'alreadyRevoked' })
    const { organisation } = found
    await recordAudit(tx, actor, { action: 'api-token.revoked', subject: token, organisation, at })
    return ok(null)
  })
}
