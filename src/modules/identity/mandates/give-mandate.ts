import type { Actor } from '#src/modules/identity/actor.ts'
import { MandateId } from '#src/modules/identity/contract.ts'
import { dayOf } from '#src/modules/identity/day.ts'
import { actorNow } from '#src/modules/identity/joining/actor-now.ts'
import { lockOrganisation } from '#src/modules/identity/joining/members-repository.ts'
import { coordinates } from '#src/modules/identity/joining/policy.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import { isPublic } from '#src/modules/identity/standing.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { insertMandate, openMandates } from './mandates-repository.ts'

export type GiveMandate = {
  /** The cooperative that may act for the actor's organisation. */
  readonly body: OrganisationId
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
  /** Which decision it rests on; a coordinator need not have authority to bind. */
  readonly decision: string
}

export type GiveMandateFailure =
  | { readonly kind: 'notCoordinator' }
  | { readonly kind: 'bodyNotFound' }
  | { readonly kind: 'bodyNotPublic' }
  | { readonly kind: 'oneself' }
  | { readonly kind: 'decisionMissing' }
  | { readonly kind: 'endsBeforeStart' }
  | { readonly kind: 'endPassed' }
  /** One that runs at the same time; it can be withdrawn first. */
  | {
      readonly kind: 'overlaps'
      readonly startsOn: Temporal.PlainDate
      readonly endsOn: Temporal.PlainDate | null
    }

/** Lets a cooperative act for the actor's organisation, from and to a day. */
export function giveMandate(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  given: GiveMandate,
): Promise<Result<MandateId, GiveMandateFailure>> {
  return inTransaction(db, async (tx) => {
    const at = now()
    const { organisation } = actor
    if (organisation === null) return fail({ kind: 'notCoordinator' })
    await lockOrganisation(tx, organisation)
    const giver = await actorNow(tx, actor, at)
    if (!giver?.isPublicBody || !coordinates(giver, organisation)) return fail({ kind: 'notCoordinator' })
    const wrong = (await wrongBody(tx, given, organisation)) ?? wrongTerms(given, at)
    if (wrong) return fail(wrong)
    const others = await openMandates(tx, { principal: organisation, body: given.body })
    const same = others.find((one) => runsWith(one, given))
    if (same) return fail({ kind: 'overlaps', startsOn: same.startsOn, endsOn: same.endsOn })

    const id = MandateId.parse(newId())
    await insertMandate(tx, { ...given, id, principal: organisation, givenBy: actor.personId, givenAt: at })
    const period = { from: given.startsOn.toString(), to: given.endsOn?.toString() ?? null }
    const details = { mandate: id, ...period }
    await recordAudit(tx, actor, { action: 'mandate.given', subject: given.body, details, at })
    const payload = { body: given.body, principal: organisation, ...period }
    await recordEvent(tx, { kind: 'mandate.given', subject: id, payload })
    return ok(id)
  })
}

async function wrongBody(
  tx: Database,
  { body }: GiveMandate,
  principal: OrganisationId,
): Promise<GiveMandateFailure | null> {
  if (body === principal) return { kind: 'oneself' }
  const found = await findOrganisationById(tx, body)
  if (!found) return { kind: 'bodyNotFound' }
  return isPublic(found.kind) ? null : { kind: 'bodyNotPublic' }
}

function wrongTerms({ startsOn, endsOn, decision }: GiveMandate, at: Date): GiveMandateFailure | null {
  if (decision.trim() === '') return { kind: 'decisionMissing' }
  if (endsOn === null) return null
  if (Temporal.PlainDate.compare(endsOn, startsOn) < 0) return { kind: 'endsBeforeStart' }
  return endsOn.toString() < dayOf(at) ? { kind: 'endPassed' } : null
}

type Period = Pick<GiveMandate, 'startsOn' | 'endsOn'>

function runsWith(one: Period, other: Period): boolean {
  const beginsInTime = (a: Period, b: Period) =>
    b.endsOn === null || Temporal.PlainDate.compare(a.startsOn, b.endsOn) <= 0
  return beginsInTime(one, other) && beginsInTime(other, one)
}
