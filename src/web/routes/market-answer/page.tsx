import { data, redirect } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import { MarketAnswerId } from '#src/modules/needs/contract.ts'
import {
  AnswerForm,
  type AnswerNeedFailure,
  answerNeed,
  mayAnswer,
  withdrawAnswer,
} from '#src/modules/needs/index.ts'
import { marketAddress } from '#src/web/market-address.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { readMarket, readOwnAnswers, seekMatter } from '#src/web/present/read-market.ts'
import { textIn, textsIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { AnswerFields } from './answer-fields.tsx'
import { News, OwnAnswers } from './own-answers.tsx'
import { WhatIsOpen } from './what-is-open.tsx'

const FIELDS = ['kind', 'openness', 'words', 'link', 'secretBecause', 'hidesName'] as const

export async function loader(asked: Route.LoaderArgs) {
  const { matter, ...sought } = await seekMatter(asked)
  const news = sought.url.searchParams.get('varsel')
  if (!matter) {
    const { own, language } = await readOwnAnswers(sought)
    if (own.length === 0) throw data(null, { status: 404 })
    return { own, language, news, market: null }
  }
  const { answers, ...market } = await readMarket({ ...sought, matter })
  const own = answers.filter((one) => one.isOwn && !one.withdrawnOn)
  return { own, language: market.language, news, market }
}

export async function action(asked: Route.ActionArgs) {
  const { db, now, ref, matter, messages } = await seekMatter(asked)
  const actor = requireActor(asked)
  if (!ref) throw data(null, { status: 404 })
  const form = await asked.request.formData()
  const here = marketAddress(messages.language, ref, 'answer')
  const withdrawn = MarketAnswerId.safeParse(textIn(form, 'withdraw'))
  if (withdrawn.success) {
    const done = await withdrawAnswer({ db, now }, actor, withdrawn.data)
    if (!done.ok) throw data(null, { status: 404 })
    return redirect(`${here}?varsel=trukket`)
  }
  if (!matter) throw data(null, { status: 404 })
  if (!mayAnswer(actor, matter)) throw data(null, { status: 403 })
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
  const { market, own } = page
  if (!market) return <OwnAlone page={page} />
  return (
    <>
      <PageHead title={`${t('market.answer.title')} – ${market.title}`} unlisted />
      <PageTop
        crumbs={[{ text: market.title, href: market.href }]}
        title={t('market.answer.title')}
        lead={t('market.answer.lead', { title: market.title })}
      />
      <div className="wide section with-aside">
        <div className="stack">
          <News page={page} />
          <OwnAnswers page={page} />
          {own.length === 0 && market.mayAnswer && <AnswerFields answer={actionData ?? null} />}
          {own.length === 0 && !market.mayAnswer && (
            <p className="box">{t(market.isPublic ? 'market.answer.closed' : 'market.notPublic')}</p>
          )}
          <p>
            <a href={market.href}>{t(`market.back.${market.kind}`)}</a>
          </p>
        </div>
        <WhatIsOpen />
      </div>
    </>
  )
}

/** Where what it answers may no longer be read: the answer stands alone, and may be withdrawn. */
function OwnAlone({ page }: { page: AnswerPage }) {
  const { t } = useMessages()
  const needs = useAddress('needs')
  return (
    <>
      <PageHead title={t('market.answer.title')} unlisted />
      <PageTop
        crumbs={[{ text: t('needs.nav'), href: needs }]}
        title={t('market.answer.title')}
        lead={t('market.answer.narrowed')}
      />
      <div className="wide section with-aside">
        <div className="stack">
          <News page={page} />
          <OwnAnswers page={page} />
        </div>
        <WhatIsOpen />
      </div>
    </>
  )
}

export type AnswerPage = Route.ComponentProps['loaderData']
