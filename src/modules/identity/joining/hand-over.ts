import type { Actor } from '#src/modules/identity/actor.ts'
import type { PersonId, Role } from '#src/modules/identity/contract.ts'
import { dayOf } from '#src/modules/identity/day.ts'
import type { Membership } from '#src/modules/identity/membership.ts'
import { membershipsOf } from '#src/modules/identity/memberships-repository.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { actorNow } from './actor-now.ts'
import { replaceRole } from './change-role.ts'
import { endRole } from './end-role.ts'
import { lockOrganisation } from './members-repository.ts'
import { coordinates } from './policy.ts'

export type HandOver = {
  readonly to: PersonId
  /** What the one who takes over is, and by which delegation; known already of one who coordinates. */
  readonly title: string | null
  readonly delegation: string | null
}

export type HandOverFailure =
  | { readonly kind: 'notCoordinator' }
  | { readonly kind: 'notAMember' }
  | { readonly kind: 'oneself' }
  | { readonly kind: 'titleMissing' }

/** Who may take over works there; somebody from outside does not. */
const MAY_TAKE_OVER: readonly Role[] = ['coordinator', 'reader', 'contributor', 'network-leader']
const WITHOUT_PAPERS = { title: null, delegation: null, independent: false, endsOn: null }

/** Gives one's place as coordinator to somebody who works there, and stays as one who contributes. */
export function handOver(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { to, title, delegation }: HandOver,
): Promise<Result<null, HandOverFailure>> {
  return inTransaction(db, async (tx) => {
    const at = now()
    const { organisation } = actor
    if (organisation === null) return fail({ kind: 'notCoordinator' })
    await lockOrganisation(tx, organisation)
    const giver = await actorNow(tx, actor, at)
    if (!giver || !coordinates(giver, organisation)) return fail({ kind: 'notCoordinator' })
    if (to === actor.personId) return fail({ kind: 'oneself' })
    const theirs = await rolesThere(tx, { person: to, organisation, at })
    const [held] = theirs
    if (!held) return fail({ kind: 'notAMember' })
    if (held.role !== 'coordinator') {
      if (!title) return fail({ kind: 'titleMissing' })
      const becomes = { ...WITHOUT_PAPERS, role: 'coordinator' as const, title, delegation }
      await replaceRole(tx, actor, { held, becomes, at })
    }
    await stepDown(tx, actor, { organisation, at })
    await recordAudit(tx, actor, { action: 'membership.handed-over', subject: to, organisation, at })
    const payload = { person: to, organisation, by: actor.personId }
    await recordEvent(tx, { kind: 'membership.handed-over', subject: organisation, payload })
    return ok(null)
  })
}

/** What a person has there by which they may take over; a place as coordinator first. */
async function rolesThere(
  tx: Database,
  { person, organisation, at }: { person: PersonId; organisation: OrganisationId; at: Date },
): Promise<readonly Membership[]> {
  const held = await membershipsOf(tx, { person, on: dayOf(at) })
  return held
    .filter((one) => one.organisation === organisation && MAY_TAKE_OVER.includes(one.role))
    .toSorted((one, other) => MAY_TAKE_OVER.indexOf(one.role) - MAY_TAKE_OVER.indexOf(other.role))
}

async function stepDown(
  tx: Database,
  actor: Actor,
  { organisation, at }: { organisation: OrganisationId; at: Date },
): Promise<void> {
  const own = await rolesThere(tx, { person: actor.personId, organisation, at })
  for (const membership of own.filter(({ role }) => role === 'coordinator')) {
    if (own.length > 1) await endRole(tx, actor, { membership, reason: null, at })
    else
      await replaceRole(tx, actor, {
        held: membership,
        becomes: { ...WITHOUT_PAPERS, role: 'contributor' },
        at,
      })
  }
}
