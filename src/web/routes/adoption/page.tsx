import { data, redirect } from 'react-router'
import { type Messages, messagesIn } from '#src/messages/index.ts'
import { StepForm } from '#src/modules/adoptions/contract.ts'
import { mayTakeIntoUse, readAdoption, type TakeStepFailure, takeStep } from '#src/modules/adoptions/index.ts'
import { dayOf } from '#src/modules/identity/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { newsOf } from '#src/web/news-of.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { readDay, textsIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { AdoptionList } from '#src/web/ui/adoption-list.tsx'
import { Differences } from '#src/web/ui/difference.tsx'
import { Section } from '#src/web/ui/facts.tsx'
import { Done, type FieldErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { adoptionPageView } from './adoption-page-view.ts'
import { AdoptionAside } from './aside.tsx'
import { NextStep, StepLine } from './steps.tsx'

const NEWS = { begynt: 'begun', lagret: 'saved' } as const
const FIELDS = ['status', 'on', 'reason'] as const

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { db, now } = context.get(programContext)
  const reader = context.get(actorContext)
  const url = new URL(request.url)
  const adoption = await readAdoption(db, reader, params.id)
  if (!adoption) throw data(null, { status: 404 })
  const messages = messagesIn(languageOf(url.pathname))
  return {
    ...(await adoptionPageView(db, adoption, { reader, messages })),
    today: dayOf(now()),
    news: newsOf(NEWS, url.searchParams.get('varsel')),
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const { db, now } = context.get(programContext)
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const adoption = await readAdoption(db, actor, params.id)
  if (!adoption) throw data(null, { status: 404 })
  if (!mayTakeIntoUse(actor, adoption.organisation)) throw data(null, { status: 403 })
  const typed = textsIn(await request.formData(), FIELDS)
  const read = StepForm.safeParse({ ...typed, on: readDay(typed.on)?.toString() ?? '' })
  if (!read.success) {
    const errors = fieldErrors(read.error, messages.t, 'adoptions.status.wrong')
    return data({ typed, errors }, { status: 422 })
  }
  const taken = await takeStep({ db, now }, actor, { id: adoption.id, form: read.data })
  if (taken.ok)
    return redirect(`${address(messages.language, 'adoption', { id: adoption.id })}?varsel=lagret`)
  const { errors, status } = told(taken.failure, messages)
  return data({ typed, errors }, { status })
}

function told(
  failure: TakeStepFailure,
  { t, date }: Messages,
): { readonly errors: FieldErrors; readonly status: number } {
  switch (failure.kind) {
    case 'adoptionNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'wrongStatus':
      return { errors: { status: t('adoptions.status.changed') }, status: 409 }
    case 'beforeLast':
      return {
        errors: { on: t('adoptions.on.before', { date: date(failure.last.toString()) }) },
        status: 422,
      }
    case 'inFuture':
      return { errors: { on: t('adoptions.on.future') }, status: 422 }
  }
}

export default function AdoptionPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const title = t('adoptions.one.title', { organisation: page.organisation, title: page.title })
  const crumbs = page.isTheirs
    ? [{ text: t('adoptions.mine.title'), href: address(language, 'myAdoptions') }]
    : [{ text: t('case.crumb'), href: address(language, 'cases') }]
  return (
    <>
      <PageHead title={title} unlisted />
      <PageTop crumbs={crumbs} kind={t('adoptions.one.kind')} title={title} />
      <div className="wide section with-aside">
        <div>
          {page.news && <Done>{t(`adoptions.one.${page.news}`)}</Done>}
          <Section title={t('adoptions.one.steps')} id="steg">
            <StepLine steps={page.steps} />
          </Section>
          <NextStep page={page} answer={actionData ?? null} />
          <Section title={t('adoptions.one.differences')} id="annerledes">
            <p className="as-written">{page.differences ?? t('adoptions.one.differences.none')}</p>
            {page.compared && page.compared.length > 0 && (
              <details>
                <summary>{t('adoptions.one.differences.cases')}</summary>
                <Differences differences={page.compared} language={page.titleLanguage} />
              </details>
            )}
          </Section>
          {page.others.length > 0 && (
            <Section title={t('adoptions.one.others')} id="andre">
              <AdoptionList adoptions={page.others} />
            </Section>
          )}
        </div>
        <AdoptionAside page={page} />
      </div>
    </>
  )
}

export type AdoptionPageData = Route.ComponentProps['loaderData']
