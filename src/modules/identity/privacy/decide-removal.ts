import type { Actor } from '#src/modules/identity/actor.ts'
import type { RemovalOutcome, RemovalRequestId } from '#src/modules/identity/contract.ts'
import { isCurator } from '#src/modules/identity/policy.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { lockRemovalRequest, saveRemovalDecision } from './removal-requests-repository.ts'

export type DecideRemoval = {
  readonly request: RemovalRequestId
  readonly outcome: RemovalOutcome
  /** What the one who asked is told: what was done, or why not. */
  readonly answer: string
}

export type DecideRemovalFailure =
  | { readonly kind: 'notCurator' }
  | { readonly kind: 'requestNotFound' }
  | { readonly kind: 'alreadyDecided' }
  | { readonly kind: 'answerMissing' }

/** Answers a wish to have something taken away. What is to be removed is removed first, where it stands. */
export function decideRemoval(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { request, outcome, answer }: DecideRemoval,
): Promise<Result<null, DecideRemovalFailure>> {
  return inTransaction(db, async (tx) => {
    if (!isCurator(actor)) return fail({ kind: 'notCurator' })
    const found = await lockRemovalRequest(tx, request)
    if (!found) return fail({ kind: 'requestNotFound' })
    if (found.decision) return fail({ kind: 'alreadyDecided' })
    if (answer.trim() === '') return fail({ kind: 'answerMissing' })
    const at = now()
    await saveRemovalDecision(tx, request, { outcome, answer: answer.trim(), by: actor.personId, at })
    const details = { outcome }
    await recordAudit(tx, actor, {
      action: 'removal-request.answered',
      subject: request,
      organisation: null,
      details,
      at,
    })
    await recordEvent(tx, { kind: 'removal-request.answered', subject: request, payload: { outcome } })
    return ok(null)
  })
}
