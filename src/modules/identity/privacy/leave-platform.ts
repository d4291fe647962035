import { sql } from 'kysely'
import type { Actor } from '#src/modules/identity/actor.ts'
import type { PersonId } from '#src/modules/identity/contract.ts'
import { dayOf } from '#src/modules/identity/day.ts'
import { endRole, leavesAlone } from '#src/modules/identity/joining/end-role.ts'
import {
  lockAdministrators,
  lockOrganisation,
  lockPerson,
} from '#src/modules/identity/joining/members-repository.ts'
import type { Membership } from '#src/modules/identity/membership.ts'
import { membershipsOf, toMembership } from '#src/modules/identity/memberships-repository.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { deleteOwn, tablesOfOnesOwn } from './ties-to-people.ts'

export type LeavePlatformFailure =
  /** Nobody else coordinates these; one can hand over first, or say that one knows. */
  | { readonly kind: 'lastCoordinator'; readonly organisations: readonly OrganisationId[] }
  | { readonly kind: 'lastAdministrator' }

/**
 * The person leaves for good: name, address, logins, sessions, keys and subscriptions are gone at once, and every role
 * ends (GDPR art. 17). What the person did for organisations stays theirs, by «somebody who was here»: the audit
 * points to a row that tells nothing any more.
 */
export function leavePlatform(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { alone }: { readonly alone: boolean },
): Promise<Result<null, LeavePlatformFailure>> {
  return inTransaction(db, async (tx) => {
    const at = now()
    const person = actor.personId
    const held = await lockRoles(tx, person)
    const left = await leftAlone(tx, held, at)
    if (left.platform) return fail({ kind: 'lastAdministrator' })
    if (left.organisations.length > 0 && !alone)
      return fail({ kind: 'lastCoordinator', organisations: left.organisations })

    for (const membership of held) await endRole(tx, actor, { membership, reason: null, at })
    await recordAudit(tx, actor, { action: 'person.left', subject: person, organisation: null, at })
    await deleteOwn(tx, await tablesOfOnesOwn(tx), person)
    await emptyPerson(tx, person, at)
    await recordEvent(tx, { kind: 'person.left', subject: person })
    return ok(null)
  })
}

/** Every role that is asked for or held, after waiting for those who change who acts for the same organisations. */
async function lockRoles(tx: Database, person: PersonId): Promise<readonly Membership[]> {
  const open = () =>
    tx
      .selectFrom('membership')
      .selectAll()
      .where('person_id', '=', person)
      .where('status', 'in', ['asked', 'active'])
      .orderBy('organisation_id')
      .orderBy('id')
      .execute()
  await lockPerson(tx, person)
  const before = (await open()).map(toMembership)
  for (const { organisation } of before)
    await (organisation ? lockOrganisation(tx, organisation) : lockAdministrators(tx))
  return (await open()).map(toMembership)
}

async function leftAlone(tx: Database, held: readonly Membership[], at: Date) {
  const organisations: OrganisationId[] = []
  let platform = false
  for (const membership of held) {
    const alone = await leavesAlone(tx, { membership, at })
    if (alone === 'lastAdministrator') platform = true
    else if (alone && membership.organisation) organisations.push(membership.organisation)
  }
  return { organisations, platform }
}

/** Takes away all that tells who it was. What was written in asking for roles may tell it, too. */
async function emptyPerson(tx: Database, person: PersonId, at: Date): Promise<void> {
  await tx
    .updateTable('membership')
    .set({
      message: null,
      title: null,
      delegation: null,
      end_reason: null,
      claimed_number: null,
      claimed_name: null,
    })
    .where('person_id', '=', person)
    .execute()
  await sql`
    update adviser_access set closed_at = ${at}, closed_by = ${person}
    where adviser_id = ${person} and closed_at is null
  `.execute(tx)
  await tx
    .updateTable('person')
    .set({ name: null, email: null, language: 'nb', left_at: at })
    .where('id', '=', person)
    .execute()
}

/** The organisations that would be without a coordinator, for the page on which one leaves. */
export async function coordinatedAlone(
  db: Database,
  { personId }: Actor,
  at: Date,
): Promise<readonly OrganisationId[]> {
  const held = await membershipsOf(db, { person: personId, on: dayOf(at) })
  return (await leftAlone(db, held, at)).organisations
}
