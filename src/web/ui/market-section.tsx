import type { MarketPageView, MessageView } from '#src/web/present/market-view.ts'
import { Section } from './facts.tsx'
import { AnswerItem } from './market-answer.tsx'
import { useMessages } from './messages.ts'

/** What the market is told and tells, on the page of a need or a demand. */
export function MarketSection({ market }: { market: MarketPageView }) {
  const { t } = useMessages()
  return (
    <Section title={t('market.title')} id="markedet">
      <p>{t(market.isPublic ? 'market.lead' : 'market.notPublic')}</p>
      {market.isPublic && !market.isOpen && <p>{t('market.closed')}</p>}
      <MarketActions market={market} />
      <MarketSummaryLink market={market} />
      <Answers market={market} />
      <Said messages={market.messages} market={market} />
    </Section>
  )
}

function MarketActions({ market }: Props) {
  const { t } = useMessages()
  const { pages, isPublic, isAnnouncer, undecided } = market
  if (isAnnouncer)
    return (
      <p className="form-actions no-print">
        {isPublic && (
          <a className="ds-button" href={pages.dialogue}>
            {t('market.tell')}
          </a>
        )}
        <a className="ds-button" data-variant="secondary" href={pages.levelling}>
          {undecided > 0 ? t('market.log.waiting', { count: undecided }) : t('market.log.title')}
        </a>
        <a className="ds-button" data-variant="secondary" href={pages.summary}>
          {t('market.summary.title')}
        </a>
      </p>
    )
  return <SupplierActions market={market} />
}

/** Who has answered is led to the answer, also when no more are taken, since it may be taken back. */
function SupplierActions({ market: { answers, pages, mayAnswer, invites } }: Props) {
  const { t } = useMessages()
  const hasAnswered = answers.some(({ isOwn, withdrawnOn }) => isOwn && !withdrawnOn)
  if (!invites && !hasAnswered) return null
  return (
    <p className="form-actions no-print">
      {hasAnswered ? (
        <a className="ds-button" data-variant="secondary" href={pages.answer}>
          {t('market.answer.see')}
        </a>
      ) : (
        <a className="ds-button" data-color="kobber" href={pages.answer}>
          {t('market.answer')}
        </a>
      )}
      {mayAnswer && (
        <a className="ds-button" data-variant="secondary" href={pages.dialogue}>
          {t('market.ask')}
        </a>
      )}
      {!mayAnswer && !hasAnswered && <span className="small quiet">{t('market.answer.who')}</span>}
    </p>
  )
}

type Props = { readonly market: MarketPageView }

export function MarketSummaryLink({ market: { summaries, pages } }: Props) {
  const { t } = useMessages()
  const [newest] = summaries
  if (!newest) return null
  return (
    <p className="box" data-color="mose">
      <a href={pages.summary}>{t('market.summary.read')}</a>{' '}
      <span className="quiet">{t('market.summary.published', { on: newest.on, by: newest.by })}</span>
    </p>
  )
}

function Answers({ market }: Props) {
  const { t } = useMessages()
  const { answers, secretCount, pages, isPublic } = market
  if (!isPublic && answers.length === 0 && secretCount === 0) return null
  return (
    <>
      <h3 className="subheading">{t('market.answers')}</h3>
      {answers.length === 0 && secretCount === 0 && <p>{t('market.answers.none')}</p>}
      {answers.length > 0 && (
        <>
          <p className="small quiet">{t('market.answers.order')}</p>
          <ul className="market-answers plain-list">
            {answers.map((answer) => (
              <AnswerItem key={answer.id} answer={answer} language={market.language} />
            ))}
          </ul>
        </>
      )}
      <Unread market={market} />
      {(answers.length > 0 || secretCount > 0) && (
        <p>
          <a href={pages.levelling}>{t('market.log.read')}</a>
        </p>
      )}
    </>
  )
}

/** How many answers the reader is not shown; of those that are shown it is said that they are in confidence. */
export function Unread({
  market: { secretCount, secretUnread },
}: {
  market: Pick<MarketPageView, 'secretCount' | 'secretUnread'>
}) {
  const { t } = useMessages()
  if (secretUnread === 0) return null
  const key = secretUnread === secretCount ? 'market.answers.secret' : 'market.answers.secret.more'
  return <p>{t(key, { count: secretUnread })}</p>
}

export function Said({ messages, market }: Props & { messages: readonly MessageView[] }) {
  const { t } = useMessages()
  if (messages.length === 0) return null
  return (
    <>
      <h3 className="subheading">{t('market.said')}</h3>
      <ol className="market-said plain-list">
        {messages.map((message) => (
          <MessageItem key={message.id} message={message} market={market} />
        ))}
      </ol>
    </>
  )
}

function MessageItem({ message, market }: Props & { message: MessageView }) {
  const { t } = useMessages()
  const { kind, words, on, replies, isOwn } = message
  return (
    <li>
      <p className="market-who">
        <strong>
          {message.from ?? t('market.supplier.unnamed')}
          {isOwn && ` (${t('market.you')})`}
        </strong>
        <span className="quiet">{on}</span>
        <To message={message} />
      </p>
      <p className="as-written" lang={market.language}>
        {words}
      </p>
      {replies.length > 0 && (
        <ol className="market-replies plain-list">
          {replies.map((reply) => (
            <MessageItem key={reply.id} message={reply} market={market} />
          ))}
        </ol>
      )}
      {kind === 'question' && replies.length === 0 && (
        <p className="small quiet">
          {t('market.question.open')}{' '}
          {market.isAnnouncer && (
            <a href={`${market.pages.dialogue}?sporsmal=${message.id}`}>{t('market.question.reply')}</a>
          )}
        </p>
      )}
    </li>
  )
}

function To({ message: { to, kind } }: { message: MessageView }) {
  const { t } = useMessages()
  if (kind === 'question') return <span>{t('market.to.question')}</span>
  if (!to) return <span>{t('market.to.all')}</span>
  if (!to.isSecret) return <span>{t('market.to.one', { name: to.name ?? '–' })}</span>
  return <span>{to.name ? t('market.to.secret', { name: to.name }) : t('market.to.unnamed')}</span>
}
