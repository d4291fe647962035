import { data } from 'react-router'
import type { MessageKey, Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { DemandReason, NeedAudience, NeedId } from '#src/modules/needs/contract.ts'
import {
  askNeedIn,
  changeDemandAudience,
  closeDialogue,
  declineDemand,
  dissolveDemand,
  handOverDemandLead,
  type JointDemand,
  joinDemand,
  leaveDemand,
} from '#src/modules/needs/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { textIn } from '#src/web/read-form.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'

/** What is told on the page after something was done, by what its address says. */
export const NEWS = {
  begynt: 'demand.news.begun',
  'er-med': 'demand.news.joined',
  'gikk-ut': 'demand.news.left',
  'takket-nei': 'demand.news.declined',
  spurt: 'demand.news.asked',
  overlatt: 'demand.news.handedOver',
  synlighet: 'demand.news.audience',
  opplost: 'demand.news.dissolved',
  'dialogen-avsluttet': 'demand.news.dialogueClosed',
  beskrivelse: 'demand.news.statement',
} as const satisfies Record<string, MessageKey>

type Refused = { readonly errors: FieldErrors; readonly status: number }
export type Outcome = Result<keyof typeof NEWS, Refused>
type Context = { readonly db: Database; readonly now: Clock }
type Sent = { readonly demand: JointDemand; readonly form: FormData; readonly messages: Messages }
type Doing = Sent & { readonly context: Context; readonly actor: Actor }

/** The one thing that a form on the page of a demand asks for. */
export function doWithDemand(context: Context, actor: Actor, sent: Sent): Promise<Outcome> {
  const doing = { context, actor, ...sent }
  switch (textIn(sent.form, 'do')) {
    case 'join':
      return join(doing)
    case 'leave':
      return leave(doing, 'leave')
    case 'decline':
      return leave(doing, 'decline')
    case 'ask':
      return ask(doing)
    case 'hand-over':
      return handOver(doing)
    case 'audience':
      return changeAudience(doing)
    case 'dissolve':
      return dissolve(doing)
    case 'close-dialogue':
      return endDialogue(doing)
    default:
      throw data(null, { status: 400 })
  }
}

function refuse(text: string, status = 409): Outcome {
  return fail({ errors: { demand: text }, status })
}

/** What nobody may do, or what is not there, is the same whatever was asked for. */
function common(kind: 'demandNotFound' | 'needNotFound' | 'notAllowed'): never {
  throw data(null, { status: kind === 'notAllowed' ? 403 : 404 })
}

function needIn(form: FormData): NeedId {
  const need = NeedId.safeParse(textIn(form, 'need'))
  if (!need.success) throw data(null, { status: 404 })
  return need.data
}

async function join({ context, actor, demand, form, messages: { t } }: Doing): Promise<Outcome> {
  const done = await joinDemand(context, actor, { id: demand.id, need: needIn(form) })
  if (done.ok) return ok('er-med')
  switch (done.failure.kind) {
    case 'over':
      return refuse(t('demand.over'))
    case 'notAnnounced':
      return refuse(t('demand.notAnnounced'))
    case 'alreadyThere':
      return refuse(t('demand.alreadyThere'))
    case 'inAnother':
      return refuse(t('demand.inAnother'))
    case 'narrower':
      return refuse(t('demand.narrower', { audience: t(`demand.audience.${done.failure.demand}`) }), 422)
    default:
      return common(done.failure.kind)
  }
}

async function leave(doing: Doing, how: 'leave' | 'decline'): Promise<Outcome> {
  const { context, actor, demand, form, messages } = doing
  const { t } = messages
  const reason = DemandReason.safeParse(textIn(form, 'reason'))
  if (!reason.success) return refuse(t('demand.reason.long'), 422)
  const asked = { id: demand.id, need: needIn(form), reason: reason.data }
  const done = await (how === 'leave' ? leaveDemand : declineDemand)(context, actor, asked)
  if (done.ok) return ok(how === 'leave' ? 'gikk-ut' : 'takket-nei')
  switch (done.failure.kind) {
    case 'notThere':
      return refuse(t('demand.notThere'))
    case 'leadHandsOver':
      return refuse(t('demand.leadHandsOver'))
    default:
      return common(done.failure.kind)
  }
}

async function ask({ context, actor, demand, form, messages: { t } }: Doing): Promise<Outcome> {
  const done = await askNeedIn(context, actor, { id: demand.id, need: needIn(form) })
  if (done.ok) return ok('spurt')
  switch (done.failure.kind) {
    case 'over':
      return refuse(t('demand.over'))
    case 'notAnnounced':
      return refuse(t('demand.notAnnounced'))
    case 'alreadyThere':
      return refuse(t('demand.alreadyThere'))
    case 'inAnother':
      return refuse(t('demand.theyAreInAnother'))
    default:
      return common(done.failure.kind)
  }
}

async function handOver({ context, actor, demand, form, messages: { t } }: Doing): Promise<Outcome> {
  const to = OrganisationId.safeParse(textIn(form, 'to'))
  if (!to.success) return refuse(t('demand.handOver.missing'), 422)
  const done = await handOverDemandLead(context, actor, { id: demand.id, to: to.data })
  if (done.ok) return ok('overlatt')
  switch (done.failure.kind) {
    case 'over':
      return refuse(t('demand.over'))
    case 'notMember':
      return refuse(t('demand.handOver.missing'), 422)
    default:
      return common(done.failure.kind)
  }
}

async function changeAudience({ context, actor, demand, form, messages }: Doing): Promise<Outcome> {
  const { t, list } = messages
  const audience = NeedAudience.safeParse(textIn(form, 'audience'))
  if (!audience.success) return refuse(t('demand.audience.missing'), 422)
  const done = await changeDemandAudience(context, actor, { id: demand.id, audience: audience.data })
  if (done.ok) return ok('synlighet')
  switch (done.failure.kind) {
    case 'over':
      return refuse(t('demand.over'))
    case 'widerThanNeeds': {
      const names = await organisationsByIds(context.db, done.failure.organisations)
      return refuse(
        t('demand.audience.wider', { names: list([...names.values()].map(({ name }) => name)) }),
        422,
      )
    }
    default:
      return common(done.failure.kind)
  }
}

async function dissolve({ context, actor, demand, form, messages: { t } }: Doing): Promise<Outcome> {
  const reason = DemandReason.safeParse(textIn(form, 'reason'))
  if (!reason.success) return refuse(t('demand.reason.long'), 422)
  const done = await dissolveDemand(context, actor, { id: demand.id, reason: reason.data })
  if (done.ok) return ok('opplost')
  switch (done.failure.kind) {
    case 'over':
      return refuse(t('demand.over'))
    case 'inProcurement':
      return refuse(t('demand.inProcurement'))
    default:
      return common(done.failure.kind)
  }
}

async function endDialogue({ context, actor, demand, messages: { t } }: Doing): Promise<Outcome> {
  const done = await closeDialogue(context, actor, demand.id)
  if (done.ok) return ok('dialogen-avsluttet')
  if (done.failure.kind === 'over') return refuse(t('demand.over'))
  return common(done.failure.kind)
}
