import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { REMOVAL_OUTCOMES, RemovalRequestId } from '#src/modules/identity/contract.ts'
import { decideRemoval, findRemovalRequest } from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { textIn, typedIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { FactList } from '#src/web/ui/facts.tsx'
import { type FieldErrors, FormErrors, RadioGroup, TextAreaField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = RemovalRequestId.safeParse(params.id)
  const found = id.success ? await findRemovalRequest(context.get(programContext).db, { id: id.data }) : null
  if (!found) throw data(null, { status: 404 })
  const { page, wish, email, askedAt, decision, language } = found
  return {
    id: found.id as string,
    page,
    wish,
    email,
    askedAt,
    language,
    decision: decision && { outcome: decision.outcome, answer: decision.answer, at: decision.at },
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const language = languageOf(new URL(request.url).pathname)
  const { t } = messagesIn(language)
  const id = RemovalRequestId.safeParse(params.id)
  if (!id.success) throw data(null, { status: 404 })
  const form = await request.formData()
  const outcome = REMOVAL_OUTCOMES.find((one) => one === textIn(form, 'outcome'))
  const answer = textIn(form, 'answer', 4000)
  const errors: FieldErrors = {
    ...(!outcome && { outcome: t('privacy.request.error.outcome') }),
    ...(answer === '' && { answer: t('privacy.request.error.answer') }),
  }
  if (!outcome || answer === '') return data({ typed: typedIn(form), errors }, { status: 422 })
  const decided = await decideRemoval(context.get(programContext), actor, {
    request: id.data,
    outcome,
    answer,
  })
  // What a colleague has answered a moment ago is answered.
  if (decided.ok || decided.failure.kind === 'alreadyDecided')
    throw redirect(`${address(language, 'removalRequests')}?besvart`, { status: 303 })
  throw data(null, { status: decided.failure.kind === 'notCurator' ? 403 : 404 })
}

export default function RemovalRequestPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t, date } = useMessages()
  const { page, wish, email, askedAt, decision } = loaderData
  const crumbs = [{ text: t('privacy.requests.title'), href: useAddress('removalRequests') }]
  const facts = [
    { name: t('privacy.request.page'), value: page ?? t('privacy.requests.emptied') },
    { name: t('privacy.request.wish'), value: <span className="as-written">{wish}</span> },
    email ? { name: t('people.ask.email'), value: email } : null,
    { name: t('people.ask.asked'), value: date(askedAt) },
  ]
  return (
    <>
      <PageHead title={t('privacy.request.title')} unlisted />
      <PageTop crumbs={crumbs} title={t('privacy.request.title')} lead={t('privacy.request.lead')} />
      <div className="wide section stack">
        <FormErrors errors={actionData?.errors ?? {}} />
        <FactList facts={facts} />
        {decision ? (
          <section aria-labelledby="svar">
            <h2 id="svar">{t(`privacy.outcome.${decision.outcome}`)}</h2>
            <p className="small quiet">{date(decision.at)}</p>
            <p className="as-written">{decision.answer}</p>
          </section>
        ) : (
          <AnswerForm id={loaderData.id} typed={actionData?.typed ?? {}} errors={actionData?.errors ?? {}} />
        )}
      </div>
    </>
  )
}

type AnswerProps = {
  readonly id: string
  readonly typed: Readonly<Record<string, string>>
  readonly errors: FieldErrors
}

function AnswerForm({ id, typed, errors }: AnswerProps) {
  const { t } = useMessages()
  return (
    <form method="post" action={useAddress('removalRequest', { id })} className="form-stack">
      <RadioGroup
        name="outcome"
        label={t('privacy.request.outcome')}
        value={typed.outcome}
        error={errors.outcome}
        choices={REMOVAL_OUTCOMES.map((one) => ({
          value: one,
          text: t(`privacy.outcome.${one}`),
          help: t(`privacy.outcome.${one}.means`),
        }))}
      />
      <TextAreaField
        name="answer"
        label={t('privacy.request.answer')}
        help={t('privacy.request.answer.help')}
        value={typed.answer}
        error={errors.answer}
        rows={6}
        maxLength={4000}
      />
      <p>
        <button className="ds-button" type="submit" data-color="kobber">
          {t('privacy.request.send')}
        </button>
      </p>
    </form>
  )
}
