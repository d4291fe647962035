import { data } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  ContractForm,
  DeviationForm,
  JointContractId,
  SettleForm,
  StandstillForm,
} from '#src/modules/joint-procurement/contract.ts'
import {
  type ChangeContractFailure,
  changeContract,
  contractsOf,
  type JointContract,
  type JointProcurement,
  mayLead,
  mayNoteFor,
  noteContract,
  noteDeviation,
  noteSettled,
  noteStandstill,
} from '#src/modules/joint-procurement/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { type Typed, textIn } from '#src/web/read-form.ts'
import { nameIn, neverMind, readFields, refused, voiceIn } from '#src/web/routes/joint-life/read-fields.ts'

type Noting = {
  readonly context: { readonly db: Database; readonly now: Clock }
  readonly actor: Actor
  readonly joint: JointProcurement
  readonly form: FormData
  readonly messages: Messages
}
type Refusal = ReturnType<typeof refused> | null

const otherwise = 'jointContract.wrong'
const CONTRACT_DAYS = ['signedOn', 'startsOn', 'endsOn', 'latestEndsOn', 'optionNoticeOn']

export const NOTE = {
  karens: standstill,
  kontrakt: newContract,
  endre: change,
  avvik: deviation,
  lost: settled,
} as const

export function isNoting(intent: string): intent is keyof typeof NOTE {
  return Object.hasOwn(NOTE, intent)
}

function idIn(form: FormData, field: string): JointContractId {
  const id = JointContractId.safeParse(textIn(form, field))
  if (!id.success) throw data(null, { status: 404 })
  return id.data
}

/** The contract that the form is about. */
async function contractIn({ context, joint, form }: Noting, field: string): Promise<JointContract> {
  const id = idIn(form, field)
  const found = (await contractsOf(context.db, joint.id)).find((one) => one.id === id)
  if (!found) throw data(null, { status: 404 })
  return found
}

/** Whose the contract is said to be decides who may note it, before what is typed wrong is told. */
function mustNoteForWhose({ form, actor, joint }: Noting, name: string): void {
  const typed = textIn(form, nameIn(name, 'whose'))
  const whose = typed === '' ? null : OrganisationId.safeParse(typed).data
  if (whose === undefined || !mayNoteFor(actor, joint, whose)) throw data(null, { status: 403 })
}

async function standstill({ context, actor, joint, form, messages }: Noting): Promise<Refusal> {
  if (!mayLead(actor, joint)) throw data(null, { status: 403 })
  const name = 'karens'
  const days = ['awardedOn', 'standstillUntil', 'complaintSettledOn']
  const read = readFields({ form, name, schema: StandstillForm, days, otherwise }, messages)
  if (!read.ok) return data(read.answer, { status: 422 })
  const noted = await noteStandstill(context, actor, { id: joint.id, form: read.value })
  if (noted.ok) return null
  const { t, date } = messages
  switch (noted.failure.kind) {
    case 'tooShort':
      return refused(
        { name, typed: read.typed },
        { standstillUntil: t('jointContract.tooShort', { date: date(noted.failure.earliest) }) },
      )
    case 'inFuture':
      return refused({ name, typed: read.typed }, { awardedOn: t('jointContract.inFuture') })
    default:
      return neverMind(noted.failure)
  }
}

async function newContract(noting: Noting): Promise<Refusal> {
  const { context, actor, joint, form, messages } = noting
  const name = 'kontrakt'
  mustNoteForWhose(noting, name)
  const read = readFields({ form, name, schema: ContractForm, days: CONTRACT_DAYS, otherwise }, messages)
  if (!read.ok) return data(read.answer, { status: 422 })
  const asked = { id: joint.id, contract: idIn(form, 'note'), form: read.value }
  const noted = await noteContract(context, actor, asked)
  return noted.ok ? null : told(noted.failure, { name, typed: read.typed, messages })
}

async function change(noting: Noting): Promise<Refusal> {
  const { context, actor, joint, form, messages } = noting
  const { id: contract, organisation } = await contractIn(noting, 'note')
  if (!mayNoteFor(actor, joint, organisation)) throw data(null, { status: 403 })
  const name = `endre-${contract}`
  mustNoteForWhose(noting, name)
  const read = readFields({ form, name, schema: ContractForm, days: CONTRACT_DAYS, otherwise }, messages)
  if (!read.ok) return data(read.answer, { status: 422 })
  const version = Number(textIn(form, 'version'))
  const asked = { id: joint.id, contract, version, form: read.value }
  const changed = await changeContract(context, actor, asked)
  return changed.ok ? null : told(changed.failure, { name, typed: read.typed, messages })
}

type Telling = { readonly name: string; readonly typed: Typed; readonly messages: Messages }

function told(failure: ChangeContractFailure, { name, typed, messages: { t, date } }: Telling): Refusal {
  switch (failure.kind) {
    case 'procurementNotFound':
    case 'notAllowed':
      return neverMind({ kind: failure.kind })
    case 'contractNotFound':
      throw data(null, { status: 404 })
    case 'notBuying':
      return refused({ name, typed }, { whose: t('jointContract.notBuying') })
    case 'inFuture':
    case 'notAwarded':
    case 'complaintOpen':
      return refused({ name, typed }, { signedOn: t(`jointContract.${failure.kind}`) })
    case 'inStandstill':
      return refused(
        { name, typed },
        { signedOn: t('jointContract.inStandstill', { date: date(failure.until) }) },
      )
    case 'changed':
      return refused({ name, typed, status: 409 }, { supplier: t('jointContract.conflict') })
  }
}

async function deviation(noting: Noting): Promise<Refusal> {
  const { context, actor, joint, form, messages } = noting
  const organisation = voiceIn(noting)
  const { id: contract } = await contractIn(noting, 'contract')
  const name = `avvik-${contract}`
  const read = readFields({ form, name, schema: DeviationForm, days: ['happenedOn'], otherwise }, messages)
  if (!read.ok) return data(read.answer, { status: 422 })
  const asked = { id: joint.id, organisation, contract, deviation: idIn(form, 'note'), form: read.value }
  const noted = await noteDeviation(context, actor, asked)
  if (noted.ok) return null
  if (noted.failure.kind === 'contractNotFound') throw data(null, { status: 404 })
  if (noted.failure.kind === 'inFuture')
    return refused({ name, typed: read.typed }, { happenedOn: messages.t('jointContract.inFuture') })
  return neverMind(noted.failure)
}

async function settled(noting: Noting): Promise<Refusal> {
  const { context, actor, joint, form, messages } = noting
  const organisation = voiceIn(noting)
  const contract = await contractIn(noting, 'contract')
  const one = idIn(form, 'note')
  const deviation = contract.deviations.find(({ id }) => id === one)
  if (deviation?.organisation !== organisation) throw data(null, { status: deviation ? 403 : 404 })
  const name = `lost-${one}`
  const read = readFields({ form, name, schema: SettleForm, days: ['settledOn'], otherwise }, messages)
  if (!read.ok) return data(read.answer, { status: 422 })
  const asked = { id: joint.id, organisation, contract: contract.id, deviation: one, form: read.value }
  const noted = await noteSettled(context, actor, asked)
  if (noted.ok) return null
  switch (noted.failure.kind) {
    case 'procurementNotFound':
    case 'notAllowed':
      return neverMind({ kind: noted.failure.kind })
    case 'contractNotFound':
    case 'deviationNotFound':
      throw data(null, { status: 404 })
    case 'inFuture':
    case 'beforeIt':
    case 'alreadySettled':
      return refused(
        { name, typed: read.typed },
        { settledOn: messages.t(`jointContract.${noted.failure.kind}`) },
      )
  }
}
