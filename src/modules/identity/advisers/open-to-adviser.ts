import type { Actor } from '#src/modules/identity/actor.ts'
import { ADVISER_SCOPES, AdviserAccessId, type PersonId } from '#src/modules/identity/contract.ts'
import { dayOf } from '#src/modules/identity/day.ts'
import { actorNow } from '#src/modules/identity/joining/actor-now.ts'
import { coordinates } from '#src/modules/identity/joining/policy.ts'
import { membershipsOf } from '#src/modules/identity/memberships-repository.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { insertAccess } from './adviser-access-repository.ts'

/** What is opened is opened for so long at most, and can be opened again. */
export const LONGEST_ACCESS_YEARS = 1
const ONE_THING = /^[a-z0-9][a-z0-9-]{2,80}$/

export type OpenToAdviser = {
  readonly adviser: PersonId
  /** Everything of a kind (`drafts`), or one thing by its id (`case-1001`). */
  readonly scope: string
  readonly purpose: string
  readonly endsOn: Temporal.PlainDate
}

export type OpenToAdviserFailure =
  | { readonly kind: 'notCoordinator' }
  | { readonly kind: 'adviserNotFound' }
  | { readonly kind: 'scopeUnknown' }
  | { readonly kind: 'purposeMissing' }
  | { readonly kind: 'endPassed' }
  | { readonly kind: 'endTooFar' }

/** Lets an adviser see what the organisation has not published, until a day. */
export function openToAdviser(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  opened: OpenToAdviser,
): Promise<Result<AdviserAccessId, OpenToAdviserFailure>> {
  return inTransaction(db, async (tx) => {
    const at = now()
    const opener = await actorNow(tx, actor, at)
    const organisation = opener?.organisation ?? null
    if (!opener || organisation === null || !coordinates(opener, organisation))
      return fail({ kind: 'notCoordinator' })
    const wrong = wrongTerms(opened, at)
    if (wrong) return fail(wrong)
    const roles = await membershipsOf(tx, { person: opened.adviser, on: dayOf(at) })
    if (!roles.some(({ role }) => role === 'adviser')) return fail({ kind: 'adviserNotFound' })

    const id = AdviserAccessId.parse(newId())
    const { adviser, scope, purpose, endsOn } = opened
    const terms = { organisation, adviser, scope, endsOn, purpose: purpose.trim() }
    await insertAccess(tx, { id, ...terms, openedBy: actor.personId, openedAt: at })
    const details = { access: id, scope, to: endsOn.toString() }
    await recordAudit(tx, actor, {
      action: 'adviser-access.opened',
      subject: adviser,
      organisation,
      details,
      at,
    })
    const payload = { adviser, organisation, scope }
    await recordEvent(tx, { kind: 'adviser-access.opened', subject: id, payload })
    return ok(id)
  })
}

function wrongTerms({ scope, purpose, endsOn }: OpenToAdviser, at: Date): OpenToAdviserFailure | null {
  const kinds: readonly string[] = ADVISER_SCOPES
  if (!kinds.includes(scope) && !(ONE_THING.test(scope) && scope.includes('-')))
    return { kind: 'scopeUnknown' }
  if (purpose.trim() === '') return { kind: 'purposeMissing' }
  const today = Temporal.PlainDate.from(dayOf(at))
  if (Temporal.PlainDate.compare(endsOn, today) < 0) return { kind: 'endPassed' }
  const latest = today.add({ years: LONGEST_ACCESS_YEARS })
  return Temporal.PlainDate.compare(endsOn, latest) > 0 ? { kind: 'endTooFar' } : null
}
