import { data, redirect } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import { type Actor, findToJoin } from '#src/modules/identity/index.ts'
import { ParticipantRole, type ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import {
  answerInvitation,
  changeParticipantRole,
  inviteParticipant,
} from '#src/modules/joint-procurement/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { readRegister } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { address } from '#src/web/paths.ts'
import { type Typed, textIn, typedIn } from '#src/web/read-form.ts'
import type { Choice, FieldErrors } from '#src/web/ui/fields.tsx'
import { type Refused, refusalText } from './refusal-text.ts'

export type Answer = {
  readonly typed: Typed
  readonly errors: FieldErrors
  /** Those it may be, where what was typed names several. */
  readonly mayBe: readonly Choice[]
}

type Sent = {
  readonly program: { readonly db: Database; readonly now: Clock }
  readonly actor: Actor
  readonly id: ProcurementId
  readonly form: FormData
  readonly messages: Messages
}

const MOST_FOUND = 8
const InvitedRole = ParticipantRole.exclude(['lead'])

/** What the lead can send from the list: an invitation, a role, an invitation taken back. */
export async function participantsAction(sent: Sent) {
  switch (textIn(sent.form, 'do')) {
    case 'invite':
      return invite(sent)
    case 'role': {
      const { program, actor, id, form } = sent
      const role = InvitedRole.safeParse(textIn(form, 'newRole'))
      const organisation = OrganisationId.safeParse(textIn(form, 'organisation'))
      if (!role.success || !organisation.success) throw data(null, { status: 400 })
      const asked = { id, organisation: organisation.data, role: role.data }
      return answered(sent, await changeParticipantRole(program, actor, asked))
    }
    case 'take-back': {
      const { program, actor, id, form } = sent
      const organisation = OrganisationId.safeParse(textIn(form, 'organisation'))
      if (!organisation.success) throw data(null, { status: 400 })
      const asked = { id, organisation: organisation.data, answer: 'uninvited' } as const
      return answered(sent, await answerInvitation(program, actor, asked))
    }
    default:
      throw data(null, { status: 400 })
  }
}

type Outcome = { readonly ok: true } | { readonly ok: false; readonly failure: Refused }

function answered(sent: Sent, outcome: Outcome, news = 'lagret', name = '') {
  const { id, messages } = sent
  if (outcome.ok) return redirect(`${address(messages.language, 'jointParticipants', { id })}?varsel=${news}`)
  return refused(sent, { name: refusalText(outcome.failure, messages, name) }, 409)
}

function refused({ form }: Sent, errors: FieldErrors, status: number, mayBe: readonly Choice[] = []) {
  return data<Answer>({ typed: typedIn(form), errors, mayBe }, { status })
}

async function invite(sent: Sent) {
  const { program, actor, id, form, messages } = sent
  const { t } = messages
  const role = InvitedRole.safeParse(textIn(form, 'role'))
  if (!role.success) return refused(sent, { role: t('joint.wrong.choice') }, 422)
  const chosen = OrganisationId.safeParse(textIn(form, 'chosen'))
  const name = textIn(form, 'name', 200)
  const found = chosen.success
    ? [{ id: chosen.data, name }]
    : findToJoin(await readRegister(program.db), name, MOST_FOUND)
  const [first, ...others] = found
  if (!first) return refused(sent, { name: t('joint.wrong.notPublicBody') }, 422)
  const exact = found.filter((one) => isNamed(one.name, name))
  const only = others.length === 0 ? first : exact.length === 1 ? exact[0] : undefined
  if (!only) {
    const mayBe = found.map((one) => ({ value: one.id, text: one.name }))
    return refused(sent, { chosen: t('joint.wrong.several') }, 422, mayBe)
  }
  const invited = await inviteParticipant(program, actor, { id, organisation: only.id, role: role.data })
  return answered(sent, invited, 'invitert', only.name)
}

/** «Røyrvik» is Røyrvik kommune, whatever else has Røyrvik in its name. */
function isNamed(known: string, typed: string): boolean {
  const short = (text: string) =>
    text
      .toLocaleLowerCase('nb')
      .replace(/ kommune$/, '')
      .trim()
  return short(known) === short(typed)
}
