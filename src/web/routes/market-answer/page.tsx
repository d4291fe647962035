import { data, redirect } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import { MarketAnswerId } from '#src/modules/needs/contract.ts'
import { AnswerForm, type AnswerNeedFailure, answerNeed, withdrawAnswer } from '#src/modules/needs/index.ts'
import { marketAddress } from '#src/web/market-address.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { readMarket, requireMatter } from '#src/web/present/read-market.ts'
import { textIn, textsIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { Done, type FieldErrors } from '#src/web/ui/fields.tsx'
import { AnswerItem } from '#src/web/ui/market-answer.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { AnswerFields } from './answer-fields.tsx'
import { WhatIsOpen } from './what-is-open.tsx'

const FIELDS = ['kind', 'openness', 'words', 'link', 'secretBecause', 'hidesName'] as const
const NEWS = { gitt: 'market.answer.given', trukket: 'market.answer.withdrawn' } as const

export async function loader(asked: Route.LoaderArgs) {
  const found = await requireMatter(asked)
  const { answers, ...market } = await readMarket(found)
  const told = found.url.searchParams.get('varsel')
  return {
    ...market,
    own: answers.find((one) => one.isOwn && !one.withdrawnOn) ?? null,
    news: told !== null && told in NEWS ? NEWS[told as keyof typeof NEWS] : null,
  }
}

export async function action(asked: Route.ActionArgs) {
  const { db, now, matter, messages } = await requireMatter(asked)
  const actor = requireActor(asked)
  const form = await asked.request.formData()
  const here = marketAddress(messages.language, matter, 'answer')
  const withdrawn = MarketAnswerId.safeParse(textIn(form, 'withdraw'))
  if (withdrawn.success) {
    const done = await withdrawAnswer({ db, now }, actor, withdrawn.data)
    if (!done.ok) throw data(null, { status: 404 })
    return redirect(`${here}?varsel=trukket`)
  }
  const typed = textsIn(form, FIELDS)
  const read = AnswerForm.safeParse(typed)
  if (!read.success)
    return data({ typed, errors: fieldErrors(read.error, messages.t, 'market.wrong') }, { status: 422 })
  const given = await answerNeed({ db, now }, actor, { matter, form: read.data })
  if (given.ok) return redirect(`${here}?varsel=gitt`)
  const { errors, status } = told(given.failure, messages)
  return data({ typed, errors }, { status })
}

function told(failure: AnswerNeedFailure, { t }: Messages): { errors: FieldErrors; status: number } {
  switch (failure.kind) {
    case 'matterNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'closed':
      return { errors: { words: t('market.answer.closed') }, status: 409 }
    case 'alreadyAnswered':
      return { errors: { words: t('market.answer.already') }, status: 409 }
    case 'namesPrice':
      return { errors: { words: t('market.price.answer', { price: failure.price }) }, status: 422 }
  }
}

export default function MarketAnswerPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  return (
    <>
      <PageHead title={`${t('market.answer.title')} – ${page.title}`} unlisted />
      <PageTop
        crumbs={[{ text: page.title, href: page.href }]}
        title={t('market.answer.title')}
        lead={t('market.answer.lead', { title: page.title })}
      />
      <div className="wide section with-aside">
        <div className="stack">
          {page.news && <Done>{t(page.news)}</Done>}
          {page.own && <OwnAnswer page={page} />}
          {!page.own && page.mayAnswer && <AnswerFields answer={actionData ?? null} />}
          {!page.own && !page.mayAnswer && (
            <p className="box">{t(page.isPublic ? 'market.answer.closed' : 'market.notPublic')}</p>
          )}
          <p>
            <a href={page.href}>{t(`market.back.${page.kind}`)}</a>
          </p>
        </div>
        <WhatIsOpen />
      </div>
    </>
  )
}

type Page = Route.ComponentProps['loaderData']

function OwnAnswer({ page: { own, language } }: { page: Page }) {
  const { t } = useMessages()
  if (!own) return null
  return (
    <section aria-labelledby="ditt-svar">
      <h2 id="ditt-svar">{t('market.answer.own')}</h2>
      <ul className="market-answers plain-list">
        <AnswerItem answer={own} language={language} />
      </ul>
      <details className="folded-task">
        <summary>{t('market.withdraw')}</summary>
        <form method="post" className="form-stack">
          <p>{t('market.withdraw.text')}</p>
          <input type="hidden" name="withdraw" value={own.id} />
          <p>
            <button className="ds-button" data-variant="secondary" type="submit">
              {t('market.withdraw.button')}
            </button>
          </p>
        </form>
      </details>
    </section>
  )
}
