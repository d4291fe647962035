import { type Actor, dayOf, recordAudit } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type Adoption, nextStatuses } from './adoption.ts'
import { insertStep, lockAdoption, saveAdoption } from './adoptions-repository.ts'
import type { AdoptionId, AdoptionStatus, StepForm } from './contract.ts'
import { maySeeAdoption, mayTakeIntoUse } from './policy.ts'

export type TakeStepFailure =
  | { readonly kind: 'adoptionNotFound' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'wrongStatus'; readonly status: AdoptionStatus }
  | { readonly kind: 'beforeLast'; readonly last: Temporal.PlainDate }
  /** A step is noted when it has been taken. */
  | { readonly kind: 'inFuture' }

/** Notes that one has come further, or has ended it and why. Each step keeps its date. */
export function takeStep(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, form }: { readonly id: AdoptionId; readonly form: StepForm },
): Promise<Result<Adoption, TakeStepFailure>> {
  return inTransaction(db, async (tx): Promise<Result<Adoption, TakeStepFailure>> => {
    const adoption = await lockAdoption(tx, id)
    if (!adoption || !maySeeAdoption(actor, adoption)) return fail({ kind: 'adoptionNotFound' })
    if (!mayTakeIntoUse(actor, adoption.organisation)) return fail({ kind: 'notAllowed' })
    const { status } = form
    if (!nextStatuses(adoption.status).includes(status))
      return fail({ kind: 'wrongStatus', status: adoption.status })
    const on = Temporal.PlainDate.from(form.on)
    const last = adoption.steps.at(-1)?.on
    if (last && Temporal.PlainDate.compare(on, last) < 0) return fail({ kind: 'beforeLast', last })
    const at = now()
    if (Temporal.PlainDate.compare(on, Temporal.PlainDate.from(dayOf(at))) > 0)
      return fail({ kind: 'inFuture' })
    const step = { status, on, reason: form.reason || null }
    if (!(await saveAdoption(tx, { ...adoption, status })))
      throw new Error(`${id} was saved while it was locked`)
    await insertStep(tx, id, { step, position: adoption.steps.length, by: actor.personId, at })
    const { organisation, caseId, audience } = adoption
    await recordAudit(tx, actor, {
      action: 'adoption.changed',
      subject: id,
      organisation,
      fromVersion: adoption.version,
      toVersion: adoption.version + 1,
      details: { status },
      at,
    })
    const payload = { caseId, organisation, audience, status, by: actor.personId }
    await recordEvent(tx, { kind: 'adoption.changed', subject: id, payload })
    return ok({ ...adoption, status, version: adoption.version + 1, steps: [...adoption.steps, step] })
  })
}
