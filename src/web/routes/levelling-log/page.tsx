import { data, redirect } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import { MarketAnswerId } from '#src/modules/needs/contract.ts'
import {
  announcersOf,
  type DecideAnswerFailure,
  DecisionForm,
  decideAnswer,
  viewMarket,
} from '#src/modules/needs/index.ts'
import { marketAddress } from '#src/web/market-address.ts'
import { neverKept } from '#src/web/never-kept.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import type { AnswerView } from '#src/web/present/market-view.ts'
import { readMarket, requireMatter } from '#src/web/present/read-market.ts'
import { textIn, textsIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { Done, type FieldErrors } from '#src/web/ui/fields.tsx'
import { AnswerItem, DecisionLog } from '#src/web/ui/market-answer.tsx'
import { MarketPaperLinks } from '#src/web/ui/market-papers.tsx'
import { Unread } from '#src/web/ui/market-section.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { DecisionFields, type Sent } from './decision-fields.tsx'

const FIELDS = ['decision', 'reason', 'summary', 'seen'] as const

export const headers = neverKept

export async function loader(asked: Route.LoaderArgs) {
  const found = await requireMatter(asked)
  const { searchParams } = found.url
  return {
    ...(await readMarket(found)),
    isDone: searchParams.get('varsel') === 'avgjort',
    // One form at a time, so that each field has a name of its own on the page.
    deciding: searchParams.get('svar'),
  }
}

export async function action(asked: Route.ActionArgs) {
  const { db, now, matter, messages } = await requireMatter(asked)
  const actor = requireActor(asked)
  const form = await asked.request.formData()
  const answer = MarketAnswerId.safeParse(textIn(form, 'answer'))
  if (!answer.success) throw data(null, { status: 404 })
  const { answers } = await viewMarket(db, actor, matter)
  if (answers.every(({ id }) => id !== answer.data)) throw data(null, { status: 404 })
  if (announcersOf(actor, matter).length === 0) throw data(null, { status: 403 })
  const typed = textsIn(form, FIELDS)
  const read = DecisionForm.safeParse(typed)
  const kept = { answer: answer.data, typed }
  if (!read.success)
    return data({ ...kept, errors: fieldErrors(read.error, messages.t, 'market.wrong') }, { status: 422 })
  const decided = await decideAnswer({ db, now }, actor, { matter, answer: answer.data, form: read.data })
  if (decided.ok) {
    const here = marketAddress(messages.language, matter, 'levelling')
    return redirect(`${here}?varsel=avgjort#svar-${answer.data}`)
  }
  // What everybody reads of a decision is the words of the summary, or else the reason.
  const open = read.data.decision === 'in-summary' ? 'summary' : 'reason'
  const { errors, status } = told(decided.failure, messages, open)
  return data({ ...kept, errors }, { status })
}

function told(
  failure: DecideAnswerFailure,
  { t, dateTime }: Messages,
  open: 'summary' | 'reason',
): { errors: FieldErrors; status: number } {
  switch (failure.kind) {
    case 'answerNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'over':
      return { errors: { decision: t('market.over') }, status: 409 }
    case 'withdrawn':
      return { errors: { decision: t('market.decision.withdrawn') }, status: 409 }
    case 'notSecret':
      return { errors: { decision: t('market.decision.notSecret') }, status: 422 }
    case 'decidedMeanwhile': {
      const { decision, decidedAt } = failure.entry
      const values = { decision: t(`market.decision.${decision}`), on: dateTime(decidedAt) }
      return { errors: { decision: t('market.decision.meanwhile', values) }, status: 409 }
    }
    case 'saysWho':
      return { errors: { summary: t('market.saysWho', { name: failure.name }) }, status: 422 }
    case 'namesPrice':
      return { errors: { [open]: t('market.price', { price: failure.price }) }, status: 422 }
    case 'quotesSecret':
      return { errors: { [open]: t('market.quotesSecret') }, status: 422 }
  }
}

export default function LevellingLogPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { answers, isAnnouncer, undecided } = page
  return (
    <>
      <PageHead title={`${t('market.log.title')} – ${page.title}`} unlisted />
      <PageTop
        crumbs={[{ text: page.title, href: page.href }]}
        kind={page.title}
        title={t('market.log.title')}
        lead={t('market.log.lead')}
      />
      <div className="wide section stack">
        {page.isDone && !actionData && <Done>{t('market.decision.saved')}</Done>}
        {isAnnouncer && undecided > 0 && (
          <p className="box" data-color="kobber">
            {t('market.log.left', { count: undecided })}
          </p>
        )}
        {isAnnouncer && undecided === 0 && answers.length > 0 && (
          <p className="box" data-color="mose">
            {t('market.log.all')} <a href={page.pages.summary}>{t('market.summary.write')}</a>
          </p>
        )}
        {answers.length === 0 && <p>{t('market.log.none')}</p>}
        <ul className="market-answers plain-list">
          {answers.map((answer) => (
            <AnswerItem key={answer.id} answer={answer} language={page.language}>
              {(!answer.isSecret || isAnnouncer) && <DecisionLog log={answer.log} />}
              {answer.mayDecide && <Decide answer={answer} page={page} sent={actionData ?? null} />}
            </AnswerItem>
          ))}
        </ul>
        <Unread market={page} />
        <MarketPaperLinks papers={page.papers.levelling} />
        <p>
          <a href={`${page.href}#markedet`}>{t(`market.back.${page.kind}`)}</a>
        </p>
      </div>
    </>
  )
}

type DecideProps = {
  readonly answer: AnswerView
  readonly page: Route.ComponentProps['loaderData']
  readonly sent: (Sent & { readonly answer: string }) | null
}

function Decide({ answer, page, sent }: DecideProps) {
  const { t } = useMessages()
  const isOpen = sent ? sent.answer === answer.id : page.deciding === answer.id
  if (isOpen) return <DecisionFields answer={answer} sent={sent} />
  return (
    <p className="form-actions no-print">
      <a className="ds-button" data-variant="secondary" href={`?svar=${answer.id}#svar-${answer.id}`}>
        {t(answer.log.length > 0 ? 'market.decision.again' : 'market.decision.decide')}
        <span className="ds-sr-only"> {answer.supplier}</span>
      </a>
      <a href={`${page.pages.dialogue}?svar=${answer.id}`}>
        {t('market.reply')}
        <span className="ds-sr-only"> {answer.supplier}</span>
      </a>
    </p>
  )
}
