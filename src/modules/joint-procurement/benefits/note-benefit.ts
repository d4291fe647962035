import { type Actor, dayOf } from '#src/modules/identity/index.ts'
import type { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { buyers, type JointProcurement } from '#src/modules/joint-procurement/joint-procurement.ts'
import { lockAsPart, type PartFailure, recordAct } from '#src/modules/joint-procurement/talk/lock-part.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { inUseSince, saysTheSame, standingOf } from './benefit.ts'
import type { BenefitForm, Measured, RollOutForm } from './benefit-forms.ts'
import { MEASURED_GRADES } from './benefit-forms.ts'
import { insertRollOutStep, rollOutsOf, saveMeasurement, toMonths } from './benefits-repository.ts'

type Context = { readonly db: Database; readonly now: Clock }

type Note<Form> = {
  readonly id: ProcurementId
  readonly organisation: OrganisationId
  readonly form: Form
}

export type NoteRollOutFailure =
  | PartFailure
  /** One that only follows takes nothing into use here. */
  | { readonly kind: 'notBuying' }
  | { readonly kind: 'inFuture' }
  | { readonly kind: 'beforeLast'; readonly last: Temporal.PlainDate }

/** Each notes of itself how far it has come. What says the same as the last note is that note, sent twice. */
export function noteRollOut(
  { db, now }: Context,
  actor: Actor,
  { id, organisation, form }: Note<RollOutForm>,
): Promise<Result<null, NoteRollOutFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, NoteRollOutFailure>> => {
    const locked = await lockAsPart(tx, actor, { id, organisation })
    if (!locked.ok) return locked
    if (!isBuying(locked.value, organisation)) return fail({ kind: 'notBuying' })
    const at = now()
    if (form.on > dayOf(at)) return fail({ kind: 'inFuture' })
    const before = standingOf(await rollOutsOf(tx, id), organisation)
    if (before && form.on < before.on.toString()) return fail({ kind: 'beforeLast', last: before.on })
    const on = Temporal.PlainDate.from(form.on)
    const one = { organisation, status: form.status, on, words: form.words || null }
    if (before && saysTheSame(before, one)) return ok(null)
    await insertRollOutStep(tx, { procurement: id, one, by: actor.personId, at })
    const told = { title: locked.value.title, status: form.status }
    await recordAct(tx, actor, { id, act: { action: 'joint.roll-out-noted', organisation, at, told } })
    return ok(null)
  })
}

export type NoteBenefitFailure =
  | PartFailure
  | { readonly kind: 'notBuying' }
  /** What has not been taken into use has no benefit yet. */
  | { readonly kind: 'notInUse' }
  | { readonly kind: 'inFuture' }
  | { readonly kind: 'beforeUse'; readonly since: Temporal.PlainDate }

/** Each tells of itself what came of it, or why it has not measured. */
export function noteBenefit(
  { db, now }: Context,
  actor: Actor,
  { id, organisation, form }: Note<BenefitForm>,
): Promise<Result<null, NoteBenefitFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, NoteBenefitFailure>> => {
    const locked = await lockAsPart(tx, actor, { id, organisation })
    if (!locked.ok) return locked
    if (!isBuying(locked.value, organisation)) return fail({ kind: 'notBuying' })
    const since = inUseSince(await rollOutsOf(tx, id), organisation)
    if (!since) return fail({ kind: 'notInUse' })
    const at = now()
    if (form.on > dayOf(at)) return fail({ kind: 'inFuture' })
    if (form.on < since.toString()) return fail({ kind: 'beforeUse', since })
    const on = Temporal.PlainDate.from(form.on)
    const one = { organisation, months: toMonths(form.months), measured: toMeasured(form), on }
    if (!(await saveMeasurement(tx, { procurement: id, one, by: actor.personId, at }))) return ok(null)
    const told = { title: locked.value.title, months: form.months }
    await recordAct(tx, actor, { id, act: { action: 'joint.benefit-noted', organisation, at, told } })
    return ok(null)
  })
}

function isBuying(one: JointProcurement, organisation: OrganisationId): boolean {
  return buyers(one).some((buyer) => buyer.organisation === organisation)
}

function toMeasured(form: BenefitForm): Measured {
  if (form.isMeasured === 'nei') return { notMeasured: form.why }
  const grade = MEASURED_GRADES.find((one) => one === form.grade)
  if (!grade) throw new Error(`${form.grade} is no grade of a measurement`)
  const { what, baseline, target, value, unit, method } = form
  return { what, baseline, target, value, unit, method, grade }
}
