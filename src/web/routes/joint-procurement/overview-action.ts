import { data, redirect } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { TakeStepForm } from '#src/modules/joint-procurement/contract.ts'
import {
  type AnswerFailure,
  answerInvitation,
  answerProposedLead,
  type HandOverLeadFailure,
  type JointProcurement,
  mayLead,
  type TakeStepFailure,
  takeStep,
} from '#src/modules/joint-procurement/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { address } from '#src/web/paths.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { readDay, type Typed, textIn, typedIn } from '#src/web/read-form.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'

export type Refusal = { readonly typed: Typed; readonly errors: FieldErrors }
type Sent = {
  readonly program: { readonly db: Database; readonly now: Clock }
  readonly actor: Actor
  readonly joint: JointProcurement
  readonly form: FormData
  readonly messages: Messages
}

/** What can be sent from the overview: a step, an answer to an invitation, an answer to leading. */
export function overviewAction(sent: Sent) {
  switch (textIn(sent.form, 'do')) {
    case 'step':
      return step(sent, { on: 'on', to: 'to', reason: '' })
    case 'back':
      return step(sent, { on: 'backOn', to: 'backTo', reason: 'backReason' })
    case 'answer':
      return answer(sent)
    case 'lead':
      return lead(sent)
    default:
      throw data(null, { status: 400 })
  }
}

type Names = { readonly on: string; readonly to: string; readonly reason: string }

async function step({ program, actor, joint, form, messages }: Sent, names: Names) {
  if (!mayLead(actor, joint)) throw data(null, { status: 403 })
  const { t, language } = messages
  const typed = typedIn(form)
  const read = TakeStepForm.safeParse({
    to: textIn(form, names.to),
    on: readDay(textIn(form, names.on))?.toString() ?? '',
    reason: names.reason ? textIn(form, names.reason) : '',
  })
  if (!read.success) {
    const errors = fieldErrors(read.error, t, 'joint.wrong.day')
    return refused(typed, named(errors, names), 422)
  }
  const taken = await takeStep(program, actor, { id: joint.id, form: read.data })
  if (taken.ok) return redirect(`${address(language, 'jointProcurement', { id: joint.id })}?varsel=steg`)
  const { errors, status } = stepProblem(taken.failure, messages)
  return refused(typed, named(errors, names), status)
}

function refused(typed: Typed, errors: FieldErrors, status: number) {
  return data<Refusal>({ typed, errors }, { status })
}

/** The fields of the two forms have names of their own, so that each is told of beside itself. */
function named(errors: FieldErrors, names: Names): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([field, text]) => [names[field as keyof Names] || field, text]),
  )
}

function stepProblem(failure: TakeStepFailure, { t, date }: Messages) {
  const of = (field: keyof Names, text: string, status = 422) => ({ errors: { [field]: text }, status })
  switch (failure.kind) {
    case 'procurementNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'hasEnded':
      return of('to', t('joint.wrong.ended'), 409)
    case 'notFromHere':
      return of('to', t('joint.wrong.notFromHere'), 409)
    case 'standsInTheWay':
      return of('to', t('joint.wrong.inTheWay'), 409)
    case 'reasonMissing':
      return of('reason', t('joint.wrong.reasonBack'))
    case 'beforeLast':
      return of('on', t('joint.wrong.beforeLast', { date: date(failure.last) }))
    case 'inFuture':
      return of('on', t('joint.wrong.future'))
  }
}

async function answer({ program, actor, joint, form, messages }: Sent) {
  const organisation = OrganisationId.safeParse(textIn(form, 'organisation'))
  if (!organisation.success) throw data(null, { status: 400 })
  const given = textIn(form, 'answer') === 'ja' ? 'interested' : 'declined'
  const said = await answerInvitation(program, actor, {
    id: joint.id,
    organisation: organisation.data,
    answer: given,
  })
  if (said.ok)
    return redirect(`${address(messages.language, 'jointProcurement', { id: joint.id })}?varsel=svart`)
  return refused({}, { answer: answerProblem(said.failure, messages) }, 409)
}

function answerProblem(failure: AnswerFailure, { t }: Messages): string {
  switch (failure.kind) {
    case 'procurementNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'hasEnded':
      return t('joint.wrong.ended')
    case 'notInvited':
      return t('joint.wrong.stillThere')
    case 'listClosed':
      return t('joint.wrong.listClosed')
  }
}

async function lead({ program, actor, joint, form, messages }: Sent) {
  const accept = textIn(form, 'answer') === 'ja'
  const said = await answerProposedLead(program, actor, { id: joint.id, accept })
  if (said.ok)
    return redirect(`${address(messages.language, 'jointProcurement', { id: joint.id })}?varsel=svart`)
  return refused({}, { answer: leadProblem(said.failure, messages) }, 409)
}

export function leadProblem(failure: HandOverLeadFailure, { t }: Messages): string {
  switch (failure.kind) {
    case 'procurementNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'hasEnded':
      return t('joint.wrong.ended')
    case 'notAsked':
    case 'cannotLead':
      return t('joint.wrong.cannotLead')
  }
}
