import type { Actor } from '#src/modules/identity/actor.ts'
import { MembershipId, type Role } from '#src/modules/identity/contract.ts'
import { dayOf } from '#src/modules/identity/day.ts'
import type { Membership } from '#src/modules/identity/membership.ts'
import { insertMembership } from '#src/modules/identity/memberships-repository.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { problemsOfRole, type RoleFacts, type RoleProblem } from './ask-rules.ts'
import { type EndMembershipFailure, lockManaged } from './end-membership.ts'
import { openMembershipsOf, saveEnd } from './members-repository.ts'

export type ChangeRole = RoleFacts & {
  readonly membership: MembershipId
  readonly delegation: string | null
}

export type ChangeRoleFailure =
  | Exclude<EndMembershipFailure, { kind: 'reasonMissing' }>
  | { readonly kind: 'roleProblems'; readonly problems: readonly RoleProblem[] }
  | { readonly kind: 'alreadyHas' }

/** Gives somebody another role in the place of the one they have, without a gap between the two. */
export function changeRole(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  change: ChangeRole,
): Promise<Result<MembershipId, ChangeRoleFailure>> {
  return inTransaction(db, async (tx) => {
    const at = now()
    const found = await lockManaged(tx, actor, { membership: change.membership, at })
    if (!found.ok) return found
    const { person, organisation } = found.value
    const body = organisation && (await findOrganisationById(tx, organisation))
    const problems = body ? problemsOfRole(change, { kind: body.kind, at }) : ['roleNotPossible' as const]
    if (problems.length > 0) return fail({ kind: 'roleProblems', problems })
    const others = await openMembershipsOf(tx, { person, organisation })
    if (others.some(({ role }) => role === change.role)) return fail({ kind: 'alreadyHas' })
    const given = await replaceRole(tx, actor, { held: found.value, becomes: change, at })
    return ok(given)
  })
}

type Replacement = {
  readonly held: Membership
  readonly becomes: RoleFacts & { readonly delegation: string | null }
  readonly at: Date
}

/** Ends the one role and begins the other, as one change in the audit. */
export async function replaceRole(
  tx: Database,
  actor: Actor,
  { held, becomes, at }: Replacement,
): Promise<MembershipId> {
  await saveEnd(tx, { id: held.id, at, reason: null })
  const id = await giveRole(tx, actor, { person: held.person, organisation: held.organisation, becomes, at })
  const { person, organisation } = held
  const roles = { from: held.role, role: becomes.role }
  await recordAudit(tx, actor, {
    action: 'membership.changed',
    subject: person,
    organisation,
    details: { membership: id, ...roles },
    at,
  })
  await recordEvent(tx, {
    kind: 'membership.changed',
    subject: id,
    payload: { person, organisation, ...roles, by: actor.personId },
  })
  return id
}

type Gift = Pick<Membership, 'person' | 'organisation'> & Pick<Replacement, 'becomes' | 'at'>

/** A role that holds from now on, without having been asked for. */
export async function giveRole(
  tx: Database,
  actor: Actor,
  { person, organisation, becomes, at }: Gift,
): Promise<MembershipId> {
  const id = MembershipId.parse(newId())
  const role: Role = becomes.role
  await insertMembership(tx, {
    id,
    person,
    organisation,
    role,
    status: 'active',
    message: null,
    title: becomes.title,
    delegation: role === 'coordinator' ? becomes.delegation : null,
    independenceOn: role === 'consultant' ? Temporal.PlainDate.from(dayOf(at)) : null,
    startsOn: null,
    endsOn: role === 'consultant' ? becomes.endsOn : null,
    askedAt: at,
    decidedAt: at,
    decidedBy: actor.personId,
    endedAt: null,
    endReason: null,
  })
  return id
}
