import type { Actor } from '#src/modules/identity/actor.ts'
import { dayOf } from '#src/modules/identity/day.ts'
import type { Membership } from '#src/modules/identity/membership.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import { revokeTokensFor } from '#src/modules/identity/tokens/tokens-repository.ts'
import type { Database } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { openMembershipsOf, othersWith, saveEnd } from './members-repository.ts'

type Ending = {
  readonly membership: Membership
  readonly reason: string | null
  readonly at: Date
}

/** What must be said before somebody steps down, because nobody else is there. */
export type Alone = 'lastCoordinator' | 'lastAdministrator'

/** Whether the organisation, or the platform, is left without anybody in charge when this role ends. */
export async function leavesAlone(
  tx: Database,
  { membership, at }: Pick<Ending, 'membership' | 'at'>,
): Promise<Alone | null> {
  const { role, organisation, person, status } = membership
  if (status !== 'active' || (role !== 'coordinator' && role !== 'administrator')) return null
  const others = await othersWith(tx, { role, organisation, besides: person, on: dayOf(at) })
  if (others > 0) return null
  return role === 'coordinator' ? 'lastCoordinator' : 'lastAdministrator'
}

/**
 * Ends a role with everything that rests on it: keys to the API stop when nothing is left of what they act by. When
 * nobody coordinates the organisation any more, the administrators hear of it.
 */
export async function endRole(tx: Database, actor: Actor, ending: Ending): Promise<void> {
  const { membership, reason, at } = ending
  const { id, person, organisation, role } = membership
  const alone = await leavesAlone(tx, ending)
  await saveEnd(tx, { id, at, reason })
  await recordAudit(tx, actor, {
    action: membership.status === 'asked' ? 'membership.taken-back' : 'membership.ended',
    subject: person,
    organisation,
    details: { membership: id, role },
    at,
  })
  await recordEvent(tx, {
    kind: membership.status === 'asked' ? 'membership.taken-back' : 'membership.ended',
    subject: id,
    payload: { person, organisation, role, by: actor.personId },
  })
  if (organisation === null) return
  const left = await openMembershipsOf(tx, { person, organisation })
  if (!left.some(({ status }) => status === 'active')) await revokeTokensFor(tx, { person, organisation, at })
  if (alone === 'lastCoordinator')
    await recordEvent(tx, { kind: 'organisation.without-coordinator', subject: organisation })
}
