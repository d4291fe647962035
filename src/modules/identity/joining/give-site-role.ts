import type { Actor } from '#src/modules/identity/actor.ts'
import type { MembershipId, PersonId, SITE_ROLES } from '#src/modules/identity/contract.ts'
import { findPerson } from '#src/modules/identity/people-repository.ts'
import { isHere } from '#src/modules/identity/person.ts'
import { isAdministrator } from '#src/modules/identity/policy.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { actorNow } from './actor-now.ts'
import { giveRole } from './change-role.ts'
import { lockAdministrators, lockPerson, openMembershipsOf } from './members-repository.ts'

export type GiveSiteRole = { readonly person: PersonId; readonly role: (typeof SITE_ROLES)[number] }

export type GiveSiteRoleFailure =
  | { readonly kind: 'notAdministrator' }
  | { readonly kind: 'personNotFound' }
  | { readonly kind: 'alreadyHas' }

/** Lets somebody edit the catalogue, or run the platform. */
export function giveSiteRole(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { person, role }: GiveSiteRole,
): Promise<Result<MembershipId, GiveSiteRoleFailure>> {
  return inTransaction(db, async (tx) => {
    const at = now()
    await lockAdministrators(tx)
    if (!isAdministrator(await actorNow(tx, actor, at))) return fail({ kind: 'notAdministrator' })
    await lockPerson(tx, person)
    const found = await findPerson(tx, person)
    if (!found || !isHere(found)) return fail({ kind: 'personNotFound' })
    const open = await openMembershipsOf(tx, { person, organisation: null })
    if (open.some((one) => one.role === role)) return fail({ kind: 'alreadyHas' })
    const becomes = { role, title: null, delegation: null, independent: false, endsOn: null }
    const id = await giveRole(tx, actor, { person, organisation: null, becomes, at })
    const details = { membership: id, role }
    await recordAudit(tx, actor, {
      action: 'membership.given',
      subject: person,
      organisation: null,
      details,
      at,
    })
    await recordEvent(tx, { kind: 'membership.given', subject: id, payload: { person, role } })
    return ok(id)
  })
}
