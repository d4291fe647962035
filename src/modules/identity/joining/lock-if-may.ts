import type { Actor } from '#src/modules/identity/actor.ts'
import type { MembershipId } from '#src/modules/identity/contract.ts'
import { dayOf } from '#src/modules/identity/day.ts'
import type { Membership } from '#src/modules/identity/membership.ts'
import type { Database } from '#src/platform/database.ts'
import { actorNow } from './actor-now.ts'
import { lockMembership, othersWith } from './members-repository.ts'
import type { mayDecideOn } from './policy.ts'

type Wanted = {
  readonly membership: MembershipId
  readonly at: Date
  readonly may: typeof mayDecideOn
}

/** The membership, locked; null for those who may not, since it may be none of their business. */
export async function lockIfMay(
  tx: Database,
  actor: Actor,
  { membership, at, may }: Wanted,
): Promise<Membership | null> {
  const found = await lockMembership(tx, membership)
  if (!found) return null
  const { organisation } = found
  const coordinators = { role: 'coordinator', organisation, besides: null, on: dayOf(at) } as const
  const hasCoordinator = organisation !== null && (await othersWith(tx, coordinators)) > 0
  const current = await actorNow(tx, actor, at)
  return current && may(current, found, { hasCoordinator }) ? found : null
}
