import { data, redirect } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import { MarketMessageId } from '#src/modules/needs/contract.ts'
import {
  type AskQuestionFailure,
  announcersOf,
  askQuestion,
  isSupplier,
  MessageForm,
  QuestionForm,
  type TellMarketFailure,
  tellMarket,
} from '#src/modules/needs/index.ts'
import { newId } from '#src/platform/ids.ts'
import { matterAddress } from '#src/web/market-address.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { readMarket, requireMatter } from '#src/web/present/read-market.ts'
import { textIn, textOrNull } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'
import { AnswerItem } from '#src/web/ui/market-answer.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { DialogueFields } from './dialogue-fields.tsx'

export async function loader(asked: Route.LoaderArgs) {
  const found = await requireMatter(asked)
  requireActor(asked)
  const market = await readMarket(found)
  if (!market.isAnnouncer && !market.mayAnswer) throw data(null, { status: 403 })
  const { searchParams } = found.url
  const answer = market.answers.find(({ id, mayDecide }) => mayDecide && id === searchParams.get('svar'))
  const question = market.messages.find(
    ({ id, kind }) => kind === 'question' && id === searchParams.get('sporsmal'),
  )
  return {
    ...market,
    message: newId(),
    answer: (market.isAnnouncer && answer) || null,
    question: (market.isAnnouncer && question) || null,
  }
}

export async function action(asked: Route.ActionArgs) {
  const { db, now, matter, messages } = await requireMatter(asked)
  const actor = requireActor(asked)
  if (!isSupplier(actor) && announcersOf(actor, matter).length === 0) throw data(null, { status: 403 })
  const form = await asked.request.formData()
  const typed = {
    words: textIn(form, 'words'),
    answer: textOrNull(form, 'answer'),
    question: textOrNull(form, 'question'),
    checked: textIn(form, 'checked'),
  }
  const asks = isSupplier(actor)
  const read = asks ? QuestionForm.safeParse(typed) : MessageForm.safeParse(typed)
  if (!read.success)
    return data({ typed, errors: fieldErrors(read.error, messages.t, 'market.wrong') }, { status: 422 })
  const id = MarketMessageId.safeParse(textIn(form, 'message'))
  if (!id.success) throw data(null, { status: 400 })
  const about = { matter, id: id.data }
  const said = asks
    ? await askQuestion({ db, now }, actor, { ...about, form: read.data })
    : await tellMarket({ db, now }, actor, { ...about, form: MessageForm.parse(typed) })
  if (said.ok) return redirect(`${matterAddress(messages.language, matter)}#markedet`)
  const { errors, status } = told(said.failure, messages)
  return data({ typed, errors }, { status })
}

type Failure = TellMarketFailure | AskQuestionFailure

function told(failure: Failure, { t }: Messages): { errors: FieldErrors; status: number } {
  switch (failure.kind) {
    case 'matterNotFound':
    case 'answerNotFound':
    case 'questionNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'over':
      return { errors: { words: t('market.over') }, status: 409 }
    case 'closed':
      return { errors: { words: t('market.answer.closed') }, status: 409 }
    case 'otherWords':
      return { errors: { words: t('market.message.otherWords') }, status: 409 }
    case 'notChecked':
      return { errors: { checked: t('market.checked.missing') }, status: 422 }
    case 'quotesSecret':
      return { errors: { words: t('market.quotesSecret') }, status: 422 }
    case 'saysWho':
      return { errors: { words: t('market.saysWho.hidden', { name: failure.name }) }, status: 422 }
    case 'namesPrice':
      return { errors: { words: t('market.price', { price: failure.price }) }, status: 422 }
  }
}

export default function MarketDialoguePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const isReply = page.answer !== null || page.question !== null
  const does = page.isAnnouncer ? (isReply ? 'reply' : 'tell') : 'ask'
  return (
    <>
      <PageHead title={`${t(`market.${does}`)} – ${page.title}`} unlisted />
      <PageTop
        crumbs={[{ text: page.title, href: page.href }]}
        kind={page.title}
        title={t(`market.${does}`)}
        lead={t(`market.${does}.lead`)}
      />
      <div className="wide section stack">
        {page.answer && (
          <ul className="market-answers plain-list">
            <AnswerItem answer={page.answer} language={page.language} />
          </ul>
        )}
        {page.question && (
          <blockquote className="as-written" lang={page.language}>
            {page.question.words}
          </blockquote>
        )}
        <DialogueFields page={page} does={does} sent={actionData ?? null} />
        <p>
          <a href={`${page.href}#markedet`}>{t(`market.back.${page.kind}`)}</a>
        </p>
      </div>
    </>
  )
}

export type DialoguePage = Route.ComponentProps['loaderData']
