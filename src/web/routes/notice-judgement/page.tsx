import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import {
  findNotice,
  type JudgeInnovationFailure,
  judgeInnovation,
  judgementsOf,
  judgesFor,
  LONGEST_REASON,
  possibleJudgements,
} from '#src/modules/notices/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { toJudgementView } from '#src/web/present/judgement-view.ts'
import { textIn, typedIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { type FieldErrors, FormErrors, RadioGroup, TextAreaField } from '#src/web/ui/fields.tsx'
import { JudgementList } from '#src/web/ui/judgement-list.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

/** What is chosen to leave it to the rules again. */
const TO_THE_RULES = 'rules'

type Asked = Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>

/** The notice, for one who may judge it. */
async function readJudged({ request, context, params }: Asked) {
  const actor = requireActor({ request, context })
  const notice = await findNotice(context.get(programContext).db, params.id)
  if (!notice) throw data(null, { status: 404 })
  const buyers = notice.buyers.flatMap(({ organisation }) => organisation?.id ?? [])
  if (!judgesFor(actor, buyers)) throw data(null, { status: 403 })
  return { actor, notice }
}

export async function loader(asked: Route.LoaderArgs) {
  const { notice } = await readJudged(asked)
  const judgements = await judgementsOf(asked.context.get(programContext).db, notice.id)
  return {
    id: notice.id as string,
    title: notice.title,
    language: notice.language,
    found: notice.innovation.assessment,
    possible: possibleJudgements(notice.innovation.assessment),
    current: judgements[0]?.assessment ?? null,
    judgements: judgements.map(toJudgementView),
  }
}

export async function action(asked: Route.ActionArgs) {
  const { request, context, params } = asked
  const { actor } = await readJudged(asked)
  const language = languageOf(new URL(request.url).pathname)
  const { t } = messagesIn(language)
  const form = await request.formData()
  const said = textIn(form, 'assessment')
  const known = possibleJudgements('declared').find((one) => one === said) ?? null
  if (said !== TO_THE_RULES && !known) {
    const errors: FieldErrors = { assessment: t('innovation.judge.error.assessmentMissing') }
    return data({ typed: typedIn(form), errors }, { status: 422 })
  }
  const judged = await judgeInnovation(context.get(programContext), actor, {
    id: params.id,
    assessment: known,
    reason: textIn(form, 'reason'),
  })
  if (judged.ok)
    throw redirect(`${address(language, 'notice', { id: params.id })}#innovasjon`, { status: 303 })
  return data({ typed: typedIn(form), errors: errorsOf(judged.failure, t) }, { status: 422 })
}

function errorsOf(failure: JudgeInnovationFailure, t: ReturnType<typeof messagesIn>['t']): FieldErrors {
  switch (failure.kind) {
    case 'noticeNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'assessmentNotPossible':
      return { assessment: t('innovation.judge.error.assessmentMissing') }
    case 'reasonMissing':
    case 'reasonTooLong':
      return { reason: t(`innovation.judge.error.${failure.kind}`, { max: LONGEST_REASON }) }
  }
}

export default function NoticeJudgementPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { id, title, language, found, possible, current, judgements } = loaderData
  const errors: FieldErrors = actionData?.errors ?? {}
  const typed = actionData?.typed ?? {}
  const crumbs = [{ text: title || t('notice.untitled'), href: useAddress('notice', { id }) }]
  const choices = possible.map((one) => ({ value: one as string, text: t(`innovation.judged.${one}`) }))
  const leave = { value: TO_THE_RULES, text: t('innovation.judge.rules') }
  return (
    <>
      <PageHead title={t('innovation.judge.title')} unlisted />
      <PageTop crumbs={crumbs} title={t('innovation.judge.title')} lead={t('innovation.judge.lead')} />
      <div className="wide section stack">
        <FormErrors errors={errors} />
        <p>
          <strong lang={language}>{title}</strong>
          <br />
          {t('innovation.judge.found')} {t(`innovation.assessment.${found}`)}.
        </p>
        <form method="post" action={useAddress('noticeJudgement', { id })} className="form-stack">
          <RadioGroup
            name="assessment"
            label={t('innovation.judge.assessment')}
            value={typed.assessment ?? current ?? undefined}
            error={errors.assessment}
            choices={current ? [...choices, leave] : choices}
          />
          <TextAreaField
            name="reason"
            label={t('innovation.judge.reason')}
            help={t('innovation.judge.reason.help')}
            value={typed.reason}
            error={errors.reason}
            maxLength={LONGEST_REASON}
          />
          <p>
            <button className="ds-button" type="submit" data-color="kobber">
              {t('innovation.judge.send')}
            </button>
          </p>
        </form>
        {judgements.length > 0 && (
          <section aria-labelledby="sagt">
            <h2 id="sagt">{t('innovation.judge.history')}</h2>
            <JudgementList judgements={judgements} />
          </section>
        )}
      </div>
    </>
  )
}
