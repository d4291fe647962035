import type { Actor } from '#src/modules/identity/actor.ts'
import type { MembershipId } from '#src/modules/identity/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type Alone, endRole, leavesAlone } from './end-role.ts'
import { lockMembership } from './members-repository.ts'

export type LeaveFailure =
  | { readonly kind: 'membershipNotFound' }
  | { readonly kind: 'alreadyEnded' }
  /** The last coordinator says that they know it; the last administrator cannot go. */
  | { readonly kind: Alone }

/** Lays down a role of one's own, or takes back what one has asked for. */
export function leave(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { membership, alone }: { readonly membership: MembershipId; readonly alone: boolean },
): Promise<Result<null, LeaveFailure>> {
  return inTransaction(db, async (tx) => {
    const at = now()
    const found = await lockMembership(tx, membership)
    if (!found || found.person !== actor.personId) return fail({ kind: 'membershipNotFound' })
    if (found.status !== 'active' && found.status !== 'asked') return fail({ kind: 'alreadyEnded' })
    const left = await leavesAlone(tx, { membership: found, at })
    if (left === 'lastAdministrator' || (left && !alone)) return fail({ kind: left })
    await endRole(tx, actor, { membership: found, reason: null, at })
    return ok(null)
  })
}
