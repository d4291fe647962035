import type { SolutionId } from '#src/modules/catalogue/contract.ts'
import { findSolution } from '#src/modules/catalogue/index.ts'
import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { insertClaim, lockClaim, settleClaim } from './claims-repository.ts'
import { type ClaimDecision, type ClaimForm, ClaimId } from './contract.ts'
import { mayClaim, mayDecideClaims } from './policy.ts'

type Context = { readonly db: Database; readonly now: Clock }

export type ClaimSolutionFailure =
  | { readonly kind: 'solutionNotFound' }
  | { readonly kind: 'notAllowed' }
  /** This supplier's words wait for a curator, or stand there already. */
  | { readonly kind: 'alreadyClaimed' }

/** A supplier says that a solution is its own, and describes it; shown when a curator has accepted it. */
export function claimSolution(
  { db, now }: Context,
  actor: Actor,
  { solution, form }: { readonly solution: SolutionId; readonly form: ClaimForm },
): Promise<Result<ClaimId, ClaimSolutionFailure>> {
  return inTransaction(db, async (tx): Promise<Result<ClaimId, ClaimSolutionFailure>> => {
    const found = await findSolution(tx, solution)
    if (found?.status !== 'found') return fail({ kind: 'solutionNotFound' })
    if (!mayClaim(actor) || !actor.organisation) return fail({ kind: 'notAllowed' })
    const at = now()
    const id = ClaimId.parse(newId())
    const claim = { id, solution, organisation: actor.organisation, status: 'asked' as const, ...form }
    if (!(await insertClaim(tx, { ...claim, askedBy: actor.personId, askedAt: at, decidedAt: null })))
      return fail({ kind: 'alreadyClaimed' })
    await recordAudit(tx, actor, { action: 'solution.claimed', subject: solution, at })
    await recordEvent(tx, {
      kind: 'solution.claimed',
      subject: solution,
      payload: { claim: id, organisation: actor.organisation, by: actor.personId },
    })
    return ok(id)
  })
}

export type DecideClaimFailure = { readonly kind: 'claimNotFound' } | { readonly kind: 'notAllowed' }

/** A curator accepts a supplier's words, or refuses them with a reason. */
export function decideClaim(
  { db, now }: Context,
  actor: Actor,
  decision: ClaimDecision,
): Promise<Result<null, DecideClaimFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, DecideClaimFailure>> => {
    if (!mayDecideClaims(actor)) return fail({ kind: 'notAllowed' })
    const claim = await lockClaim(tx, decision.id)
    if (claim?.status !== 'asked') return fail({ kind: 'claimNotFound' })
    const at = now()
    const status = decision.answer === 'accept' ? ('accepted' as const) : ('refused' as const)
    await settleClaim(tx, claim.id, { status, reason: decision.reason || null, by: actor.personId, at })
    const fact = { subject: claim.solution, organisation: claim.organisation, at }
    await recordAudit(tx, actor, { ...fact, action: `solution.claim-${status}` })
    const { id, askedBy: person, organisation } = claim
    const payload = { claim: id, person, organisation, status, reason: decision.reason }
    await recordEvent(tx, { kind: 'solution.claim-decided', subject: claim.solution, payload })
    return ok(null)
  })
}
