import { data, redirect } from 'react-router'
import { type Messages, messagesIn } from '#src/messages/index.ts'
import { NEED_STEPS, type NeedId, type NeedStep } from '#src/modules/needs/contract.ts'
import {
  markOf,
  type Need,
  type ReviseNeedFailure,
  reviseNeed,
  type SaveNeedStepFailure,
  saveNeedStep,
} from '#src/modules/needs/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { readOwnNeed } from '#src/web/present/read-own-need.ts'
import { textIn } from '#src/web/read-form.ts'
import { themeChoices } from '#src/web/routes/documents/theme-choices.ts'
import { FormErrors, TextAreaField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { NeedWay, STEP_SLUGS, useStepNumber } from '#src/web/ui/need-way.tsx'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { type ReadStep, readStep, typedOf } from './read-step.ts'
import { StepFields } from './step-fields.tsx'

import { type TheirAnswer, theirAnswers } from './their-answers.ts'
import { TheirBox } from './their-box.tsx'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { need } = await readOwnNeed({ params, request, context })
  const step = stepOf(params.step)
  const language = languageOf(new URL(request.url).pathname)
  if (need.status === 'closed') throw redirect(address(language, 'need', { id: need.id }))
  return {
    id: need.id,
    step,
    title: need.content.title,
    isDraft: need.status === 'draft',
    seen: markOf(need.content, step),
    typed: typedOf(need.content),
    themes: need.content.themes,
    themeChoices: step === 'extent' ? themeChoices(language) : [],
  }
}

type Again = Omit<ReadStep, 'answers'> & {
  readonly reason: string
  readonly seen: string
  readonly theirs: readonly TheirAnswer[]
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { actor, need } = await readOwnNeed({ params, request, context })
  const { db, now } = context.get(programContext)
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const step = stepOf(params.step)
  const form = await request.formData()
  const { answers, ...read } = readStep(form, step, messages)
  const kept: Again = { ...read, reason: textIn(form, 'reason'), seen: textIn(form, 'seen', 100), theirs: [] }
  if (!answers) return data(kept, { status: 422 })
  const asked = { id: need.id, step, seen: kept.seen, answers }
  const isDraft = need.status === 'draft'
  const saved = isDraft
    ? await saveNeedStep({ db, now }, actor, asked)
    : await reviseNeed({ db, now }, actor, { ...asked, reason: kept.reason })
  if (saved.ok) return redirect(isDraft ? nextPage(need.id, step, messages) : ownPage(need, messages))
  return refused(saved.failure, { kept, step, need, messages })
}

function stepOf(slug: string): NeedStep {
  const step = NEED_STEPS.find((one) => STEP_SLUGS[one] === slug)
  if (!step) throw data(null, { status: 404 })
  return step
}

function nextPage(id: NeedId, step: NeedStep, { language }: Messages): string {
  const next = NEED_STEPS[NEED_STEPS.indexOf(step) + 1]
  if (step === 'what') return address(language, 'needSimilar', { id })
  return next
    ? address(language, 'needStep', { id, step: STEP_SLUGS[next] })
    : address(language, 'needAnnounce', { id })
}

function ownPage({ id }: Need, { language }: Messages): string {
  return `${address(language, 'need', { id })}?varsel=lagret`
}

type Refused = {
  readonly kept: Again
  readonly step: NeedStep
  readonly need: Need
  readonly messages: Messages
}

function refused(failure: SaveNeedStepFailure | ReviseNeedFailure, { kept, step, need, messages }: Refused) {
  const { t, language } = messages
  const wrong = (errors: Again['errors']) => data({ ...kept, errors }, { status: 422 })
  switch (failure.kind) {
    case 'needNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
    case 'coordinatorAnnounces':
      throw data(null, { status: 403 })
    case 'wrongStatus':
      return redirect(address(language, 'need', { id: need.id }))
    case 'missing':
      return wrong(Object.fromEntries(failure.fields.map((field) => [field, t('needs.field.needed')])))
    case 'reasonMissing':
      return wrong({ reason: t('needs.reason.missing') })
    case 'personsMailbox':
      return wrong({ reason: t('needs.mailbox.person') })
    case 'changedMeanwhile': {
      const { content } = failure.need
      const theirs = theirAnswers(content, step, messages)
      return data({ ...kept, seen: markOf(content, step), theirs }, { status: 409 })
    }
  }
}

export default function NeedStepPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { id, step, isDraft } = page
  const again = actionData ?? null
  const number = useStepNumber(step)
  const errors = again?.errors ?? {}
  return (
    <>
      <PageHead title={`${t(`needs.step.${step}`)} – ${page.title}`} unlisted />
      <PageTop
        crumbs={[
          { text: t('needs.mine.title'), href: address(language, 'myNeeds') },
          { text: page.title, href: address(language, 'need', { id }) },
        ]}
        {...(isDraft && { kind: number })}
        title={t(`needs.step.${step}`)}
      >
        {isDraft && <NeedWay id={id} here={step} />}
      </PageTop>
      <div className="wide section">
        <form method="post" className="form-stack" noValidate>
          {again && again.theirs.length > 0 && <TheirBox theirs={again.theirs} />}
          <FormErrors errors={errors} title={t('needs.form.wrong')} />
          <input type="hidden" name="seen" value={again?.seen ?? page.seen} />
          <StepFields
            step={step}
            fields={{
              typed: again?.typed ?? page.typed,
              themes: again?.themes ?? page.themes,
              errors,
              themeChoices: page.themeChoices,
            }}
          />
          {step === 'what' && <WhileWriting />}
          {!isDraft && (
            <TextAreaField
              name="reason"
              label={t('needs.field.reason')}
              help={t('needs.field.reason.help')}
              value={again?.reason}
              error={errors.reason}
              rows={2}
              maxLength={2000}
            />
          )}
          <p>
            <button className="ds-button" type="submit" data-color="kobber">
              {t(isDraft ? 'needs.step.save' : 'needs.step.revise')}
            </button>
          </p>
          {isDraft && (
            <p className="small quiet">
              {t('needs.step.optional')} {t('needs.step.later')}
            </p>
          )}
        </form>
      </div>
    </>
  )
}

/** What a script of ours fills in while somebody writes; the next page shows the same without it. */
function WhileWriting() {
  const { t, language } = useMessages()
  return (
    <section
      className="box"
      data-similar={`/api/v1/search?lang=${language}&type=case&type=need&limit=4`}
      aria-live="polite"
      hidden
    >
      <h2>{t('needs.step.similar')}</h2>
      <ul />
      <p className="quiet">{t('needs.whileWriting.next')}</p>
    </section>
  )
}
