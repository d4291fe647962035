import type { Actor } from '#src/modules/identity/actor.ts'
import type { MembershipId } from '#src/modules/identity/contract.ts'
import { dayOf } from '#src/modules/identity/day.ts'
import type { Membership } from '#src/modules/identity/membership.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { lockIfMay } from './lock-if-may.ts'
import { openMembershipsOf, saveClaimed, saveDecision } from './members-repository.ts'
import { mayDecideOn } from './policy.ts'

type Deps = { readonly db: Database; readonly now: Clock }

export type DecideMembershipFailure =
  | { readonly kind: 'membershipNotFound' }
  /** Somebody else has to decide on what one asks for oneself. */
  | { readonly kind: 'ownAsk' }
  | { readonly kind: 'alreadyDecided'; readonly status: Membership['status'] }
  | { readonly kind: 'ranOut' }

/** Lets the person have the role that was asked for, from now on. */
export function approveMembership(
  { db, now }: Deps,
  actor: Actor,
  { membership }: { readonly membership: MembershipId },
): Promise<Result<Membership, DecideMembershipFailure>> {
  return inTransaction(db, async (tx) => {
    const at = now()
    const found = await lockAsked(tx, actor, { membership, at })
    if (!found.ok) return found
    if (found.value.endsOn && found.value.endsOn.toString() < dayOf(at)) return fail({ kind: 'ranOut' })
    const organisation = await enterRegister(tx, found.value)
    if (organisation === 'taken') return fail({ kind: 'alreadyDecided', status: 'active' })
    const asked = { ...found.value, organisation }
    await saveDecision(tx, { id: asked.id, status: 'active', by: actor.personId, at })
    await record(tx, actor, { asked, what: 'approved', at })
    return ok({ ...asked, status: 'active', decidedAt: at, decidedBy: actor.personId })
  })
}

/** Says no, with the reason that the person is told. */
export function refuseMembership(
  { db, now }: Deps,
  actor: Actor,
  { membership, reason }: { readonly membership: MembershipId; readonly reason: string },
): Promise<Result<Membership, DecideMembershipFailure | { readonly kind: 'reasonMissing' }>> {
  return inTransaction(db, async (tx) => {
    const at = now()
    const found = await lockAsked(tx, actor, { membership, at })
    if (!found.ok) return found
    if (reason.trim() === '') return fail({ kind: 'reasonMissing' })
    const asked = found.value
    const told = { status: 'refused', reason: reason.trim() } as const
    await saveDecision(tx, { id: asked.id, by: actor.personId, at, ...told })
    await record(tx, actor, { asked, what: 'refused', at })
    return ok({
      ...asked,
      status: 'refused',
      decidedAt: at,
      decidedBy: actor.personId,
      endReason: told.reason,
    })
  })
}

/** What was asked, locked; missing for those who may not decide on it, since it may be none of their business. */
async function lockAsked(
  tx: Database,
  actor: Actor,
  { membership, at }: { membership: MembershipId; at: Date },
): Promise<Result<Membership, DecideMembershipFailure>> {
  const asked = await lockIfMay(tx, actor, { membership, at, may: mayDecideOn })
  if (!asked) return fail({ kind: 'membershipNotFound' })
  if (asked.person === actor.personId) return fail({ kind: 'ownAsk' })
  return asked.status === 'asked' ? ok(asked) : fail({ kind: 'alreadyDecided', status: asked.status })
}

/**
 * A supplier that was not in the register comes into it when somebody has vouched for the claim. It may have come
 * there meanwhile, and the person with it.
 */
async function enterRegister(tx: Database, asked: Membership): Promise<OrganisationId | null | 'taken'> {
  if (!asked.claim) return asked.organisation
  const organisation = await ensureOrganisation(tx, { ...asked.claim, kind: 'supplier' })
  const open = await openMembershipsOf(tx, { person: asked.person, organisation })
  if (open.some(({ role }) => role === asked.role)) return 'taken'
  await saveClaimed(tx, asked.id, organisation)
  return organisation
}

type Decided = {
  readonly asked: Membership
  readonly what: 'approved' | 'refused'
  readonly at: Date
}

async function record(tx: Database, actor: Actor, { asked, what, at }: Decided): Promise<void> {
  const { id, person, organisation, role } = asked
  await recordAudit(tx, actor, {
    action: `membership.${what}`,
    subject: person,
    organisation,
    details: { membership: id, role },
    at,
  })
  await recordEvent(tx, { kind: `membership.${what}`, subject: id, payload: { person, organisation, role } })
}
