import { data, redirect } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { EndForm, Path } from '#src/modules/joint-procurement/contract.ts'
import {
  type ChangeFactsFailure,
  changeFacts,
  choosePath,
  endProcurement,
  type JointProcurement,
  mayBind,
  mayLead,
  proposeLead,
} from '#src/modules/joint-procurement/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { address } from '#src/web/paths.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { type Typed, textIn, typedIn } from '#src/web/read-form.ts'
import { leadProblem } from '#src/web/routes/joint-procurement/overview-action.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'
import { factPartIn, readFacts } from './read-facts.ts'

export type Answer = { readonly typed: Typed; readonly errors: FieldErrors }
type Sent = {
  readonly program: { readonly db: Database; readonly now: Clock }
  readonly actor: Actor
  readonly joint: JointProcurement
  readonly form: FormData
  readonly messages: Messages
}

/** What the lead can send: one part of what is common, the path, a new lead, an end. */
export function settingsAction(sent: Sent) {
  switch (textIn(sent.form, 'do')) {
    case 'facts':
      return facts(sent)
    case 'path':
      return path(sent)
    case 'lead':
      return lead(sent)
    case 'end':
      return end(sent)
    default:
      throw data(null, { status: 400 })
  }
}

function saved({ joint, messages }: Sent) {
  return redirect(`${address(messages.language, 'jointSettings', { id: joint.id })}?varsel=lagret`)
}

function refused({ form }: Sent, errors: FieldErrors, status: number) {
  return data<Answer>({ typed: typedIn(form), errors }, { status })
}

async function facts(sent: Sent) {
  const { program, actor, joint, form, messages } = sent
  if (!mayLead(actor, joint)) throw data(null, { status: 403 })
  const part = factPartIn(form)
  if (!part) throw data(null, { status: 400 })
  const read = readFacts(form, part)
  if (!read.ok) return refused(sent, fieldErrors(read.error, messages.t, 'joint.wrong.needed'), 422)
  const from = Number(textIn(form, 'from'))
  const changed = await changeFacts(program, actor, { id: joint.id, from, ...read.told })
  if (changed.ok) return saved(sent)
  return refused(sent, { [`del-${part}`]: factsProblem(changed.failure, messages) }, 409)
}

function factsProblem(failure: ChangeFactsFailure, { t }: Messages): string {
  switch (failure.kind) {
    case 'procurementNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'hasEnded':
      return t('joint.wrong.ended')
    case 'changedMeanwhile':
      return t('joint.wrong.changed')
    case 'published':
      return t('joint.wrong.published')
  }
}

async function path(sent: Sent) {
  const { program, actor, joint, form, messages } = sent
  if (!mayLead(actor, joint)) throw data(null, { status: 403 })
  const chosen = Path.safeParse(textIn(form, 'path'))
  if (!chosen.success) return refused(sent, { path: messages.t('joint.wrong.choice') }, 422)
  const done = await choosePath(program, actor, { id: joint.id, path: chosen.data })
  if (done.ok) return saved(sent)
  switch (done.failure.kind) {
    case 'procurementNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'hasEnded':
      return refused(sent, { path: messages.t('joint.wrong.ended') }, 409)
    case 'tooLate':
      return refused(sent, { path: messages.t('joint.wrong.late') }, 409)
  }
}

async function lead(sent: Sent) {
  const { program, actor, joint, form, messages } = sent
  if (!mayBind(actor, joint.lead)) throw data(null, { status: 403 })
  const asked = textIn(form, 'to')
  const to = OrganisationId.safeParse(asked)
  if (asked !== '' && !to.success) return refused(sent, { to: messages.t('joint.wrong.cannotLead') }, 422)
  const done = await proposeLead(program, actor, { id: joint.id, to: to.success ? to.data : null })
  return done.ok ? saved(sent) : refused(sent, { to: leadProblem(done.failure, messages) }, 409)
}

async function end(sent: Sent) {
  const { program, actor, joint, form, messages } = sent
  if (!mayBind(actor, joint.lead)) throw data(null, { status: 403 })
  const read = EndForm.safeParse({ reason: textIn(form, 'endReason') })
  if (!read.success) return refused(sent, { endReason: messages.t('joint.wrong.reason') }, 422)
  const done = await endProcurement(program, actor, { id: joint.id, reason: read.data.reason })
  if (done.ok) return redirect(address(messages.language, 'jointProcurement', { id: joint.id }))
  switch (done.failure.kind) {
    case 'procurementNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'hasEnded':
      return refused(sent, { endReason: messages.t('joint.wrong.ended') }, 409)
  }
}
