import { data } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { BenefitForm, RollOutForm } from '#src/modules/joint-procurement/contract.ts'
import { type JointProcurement, noteBenefit, noteRollOut } from '#src/modules/joint-procurement/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { neverMind, readFields, refused, voiceIn } from '#src/web/routes/joint-life/read-fields.ts'

type Noting = {
  readonly context: { readonly db: Database; readonly now: Clock }
  readonly actor: Actor
  readonly joint: JointProcurement
  readonly form: FormData
  readonly messages: Messages
}
type Refusal = ReturnType<typeof refused> | null

const otherwise = 'jointBenefit.wrong'

export const NOTE = { innforing: rollOut, gevinst: benefit } as const

export function isNoting(intent: string): intent is keyof typeof NOTE {
  return Object.hasOwn(NOTE, intent)
}

async function rollOut({ context, actor, joint, form, messages }: Noting): Promise<Refusal> {
  const organisation = voiceIn({ form, actor, joint })
  const name = 'innforing'
  const read = readFields({ form, name, schema: RollOutForm, days: ['on'], otherwise }, messages)
  if (!read.ok) return data(read.answer, { status: 422 })
  const asked = { id: joint.id, organisation, form: read.value }
  const noted = await noteRollOut(context, actor, asked)
  if (noted.ok) return null
  const { failure } = noted
  const { t, date } = messages
  switch (failure.kind) {
    case 'procurementNotFound':
    case 'notAllowed':
      return neverMind({ kind: failure.kind })
    case 'notBuying':
      return refused({ name, typed: read.typed }, { status: t('jointBenefit.notBuying') })
    case 'inFuture':
      return refused({ name, typed: read.typed }, { on: t('jointBenefit.inFuture') })
    case 'beforeLast':
      return refused(
        { name, typed: read.typed },
        { on: t('jointBenefit.beforeLast', { date: date(failure.last) }) },
      )
  }
}

async function benefit({ context, actor, joint, form, messages }: Noting): Promise<Refusal> {
  const organisation = voiceIn({ form, actor, joint })
  const name = 'gevinst'
  const read = readFields({ form, name, schema: BenefitForm, days: ['on'], otherwise }, messages)
  if (!read.ok) return data(read.answer, { status: 422 })
  const asked = { id: joint.id, organisation, form: read.value }
  const noted = await noteBenefit(context, actor, asked)
  if (noted.ok) return null
  const { failure } = noted
  const { t, date } = messages
  switch (failure.kind) {
    case 'procurementNotFound':
    case 'notAllowed':
      return neverMind({ kind: failure.kind })
    case 'notBuying':
    case 'notInUse':
      return refused({ name, typed: read.typed }, { months: t(`jointBenefit.${failure.kind}`) })
    case 'inFuture':
      return refused({ name, typed: read.typed }, { on: t('jointBenefit.inFuture') })
    case 'beforeUse':
      return refused(
        { name, typed: read.typed },
        { on: t('jointBenefit.beforeUse', { date: date(failure.since) }) },
      )
  }
}
