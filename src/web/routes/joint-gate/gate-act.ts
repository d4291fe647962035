import { data } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { NoticeForm, PassForm } from '#src/modules/joint-procurement/contract.ts'
import {
  type FillInNumberFailure,
  fillInNumber,
  forgetDraftNotice,
  type JointProcurement,
  mayLead,
  noteNotice,
  type PassGateFailure,
  passesFor,
  passGate,
  pointText,
  takeBackPass,
} from '#src/modules/joint-procurement/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { readDay } from '#src/web/read-form.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'

export const GATE_FIELDS = [
  'do',
  'title',
  'authority',
  'digest',
  'judged',
  'organisation',
  'number',
  'notice',
  'publishedOn',
] as const
type Typed = Readonly<Record<(typeof GATE_FIELDS)[number], string>>

export type Told = { readonly status: number; readonly errors: FieldErrors }
/** The word of the address that tells what was done. */
type Answer = Result<string, Told>

export type Acting = {
  readonly context: { readonly db: Database; readonly now: Clock }
  readonly actor: Actor
  readonly messages: Messages
}

/** What one of the forms of the page asks for. */
export function gateAct(acting: Acting, joint: JointProcurement, typed: Typed): Promise<Answer> {
  switch (typed.do) {
    case 'pass':
      return pass(acting, joint, typed)
    case 'take-back':
      return takeBack(acting, joint)
    case 'number':
      return fillIn(acting, joint, typed)
    case 'forget-draft':
      return forget(acting, joint)
    case 'notice':
      return note(acting, joint, typed)
    default:
      throw data(null, { status: 400 })
  }
}

function ownOf({ organisation }: Actor): OrganisationId {
  if (!organisation) throw data(null, { status: 403 })
  return organisation
}

async function pass(
  { context, actor, messages }: Acting,
  joint: JointProcurement,
  typed: Typed,
): Promise<Answer> {
  const organisation = passesFor(actor, joint)
  if (!organisation) throw data(null, { status: 403 })
  const read = PassForm.safeParse({ ...typed, judged: typed.judged === 'ja' })
  if (!read.success)
    return fail({ status: 422, errors: fieldErrors(read.error, messages.t, 'gate.wrong.changed') })
  const passed = await passGate(context, actor, { id: joint.id, organisation, form: read.data })
  return passed.ok ? ok('bestatt') : fail(passFailure(passed.failure, messages))
}

function passFailure(failure: PassGateFailure, { t, list, language }: Messages): Told {
  switch (failure.kind) {
    case 'procurementNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
    case 'notABuyer':
      throw data(null, { status: 403 })
    case 'hasEnded':
    case 'locked':
      return { status: 409, errors: { title: t('gate.wrong.locked') } }
    case 'wrongStep':
      return { status: 409, errors: { title: t('gate.wrong.step') } }
    case 'changedMeanwhile':
      return { status: 409, errors: { title: t('gate.wrong.changed') } }
    case 'pointsMissing': {
      const points = list(failure.points.map((point) => pointText(point.id).title[language]))
      return { status: 409, errors: { title: t('gate.wrong.missing', { points }) } }
    }
    case 'notJudged':
      return { status: 422, errors: { judged: t('gate.wrong.judged') } }
    case 'passedBefore':
      return { status: 409, errors: { title: t('gate.wrong.before') } }
  }
}

async function takeBack(
  { context, actor, messages: { t } }: Acting,
  { id }: JointProcurement,
): Promise<Answer> {
  const taken = await takeBackPass(context, actor, { id, organisation: ownOf(actor) })
  if (taken.ok) return ok('tilbake')
  switch (taken.failure.kind) {
    case 'procurementNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'hasEnded':
    case 'locked':
      return fail({ status: 409, errors: { title: t('gate.wrong.locked') } })
    case 'notPassed':
      return fail({ status: 409, errors: { title: t('gate.wrong.notPassed') } })
  }
}

async function fillIn(
  { context, actor, messages }: Acting,
  { id }: JointProcurement,
  typed: Typed,
): Promise<Answer> {
  const organisation = OrganisationId.safeParse(typed.organisation)
  if (!organisation.success) throw data(null, { status: 403 })
  const filled = await fillInNumber(context, actor, {
    id,
    organisation: organisation.data,
    number: typed.number,
  })
  return filled.ok ? ok('nummer') : fail(numberFailure(filled.failure, messages))
}

function numberFailure(failure: FillInNumberFailure, { t }: Messages): Told {
  switch (failure.kind) {
    case 'procurementNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
    case 'notAmongThem':
      throw data(null, { status: 403 })
    case 'hasEnded':
    case 'locked':
      return { status: 409, errors: { number: t('gate.wrong.locked') } }
    case 'numberKnown':
      return { status: 409, errors: { number: t('gate.number.known') } }
    case 'numberWrong':
      return { status: 422, errors: { number: t('gate.number.wrong') } }
    case 'numberOfAnother':
      return { status: 422, errors: { number: t('gate.number.another', { name: failure.name }) } }
  }
}

async function forget(
  { context, actor, messages: { t } }: Acting,
  { id }: JointProcurement,
): Promise<Answer> {
  const forgotten = await forgetDraftNotice(context, actor, id)
  if (forgotten.ok) return ok('glemt')
  switch (forgotten.failure.kind) {
    case 'procurementNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'hasEnded':
    case 'locked':
      return fail({ status: 409, errors: { utkast: t('gate.wrong.locked') } })
  }
}

async function note(
  { context, actor, messages }: Acting,
  joint: JointProcurement,
  typed: Typed,
): Promise<Answer> {
  if (!mayLead(actor, joint)) throw data(null, { status: 403 })
  const { t } = messages
  const read = NoticeForm.safeParse({ ...typed, publishedOn: readDay(typed.publishedOn)?.toString() ?? '' })
  if (!read.success) return fail({ status: 422, errors: fieldErrors(read.error, t, 'gate.wrong.day') })
  const noted = await noteNotice(context, actor, { id: joint.id, form: read.data })
  if (noted.ok) return ok('kunngjort')
  switch (noted.failure.kind) {
    case 'procurementNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'notLocked':
      return fail({ status: 409, errors: { notice: t('gate.wrong.step') } })
    case 'hasEnded':
      return fail({ status: 409, errors: { notice: t('gate.wrong.locked') } })
    case 'inFuture':
      return fail({ status: 422, errors: { publishedOn: t('gate.wrong.future') } })
  }
}
