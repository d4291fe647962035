import type { Actor } from '#src/modules/identity/actor.ts'
import type { MembershipId } from '#src/modules/identity/contract.ts'
import type { Membership } from '#src/modules/identity/membership.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { endRole } from './end-role.ts'
import { lockIfMay } from './lock-if-may.ts'
import { mayEnd } from './policy.ts'

export type EndMembershipFailure =
  | { readonly kind: 'membershipNotFound' }
  | { readonly kind: 'alreadyEnded' }
  /** One lays down one's own roles by leaving, which asks who is left. */
  | { readonly kind: 'ownRole' }
  | { readonly kind: 'reasonMissing' }

/** Takes a role from somebody, with the reason that the person is told. */
export function endMembership(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { membership, reason }: { readonly membership: MembershipId; readonly reason: string },
): Promise<Result<null, EndMembershipFailure>> {
  return inTransaction(db, async (tx) => {
    const at = now()
    const found = await lockManaged(tx, actor, { membership, at })
    if (!found.ok) return found
    if (reason.trim() === '') return fail({ kind: 'reasonMissing' })
    await endRole(tx, actor, { membership: found.value, reason: reason.trim(), at })
    return ok(null)
  })
}

/** A role that holds and that the actor may change or end, locked. */
export async function lockManaged(
  tx: Database,
  actor: Actor,
  { membership, at }: { readonly membership: MembershipId; readonly at: Date },
): Promise<Result<Membership, Exclude<EndMembershipFailure, { kind: 'reasonMissing' }>>> {
  const found = await lockIfMay(tx, actor, { membership, at, may: mayEnd })
  if (!found) return fail({ kind: 'membershipNotFound' })
  if (found.person === actor.personId) return fail({ kind: 'ownRole' })
  return found.status === 'active' ? ok(found) : fail({ kind: 'alreadyEnded' })
}
