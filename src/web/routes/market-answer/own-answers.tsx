import type { AnswerView } from '#src/web/present/market-view.ts'
import { Done } from '#src/web/ui/fields.tsx'
import { AnswerItem } from '#src/web/ui/market-answer.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { AnswerPage } from './page.tsx'

type Props = { readonly page: AnswerPage }

/** What was just done; another answer may be given only while answers are taken. */
export function News({ page: { news, market } }: Props) {
  const { t } = useMessages()
  if (news === 'gitt') return <Done>{t('market.answer.given')}</Done>
  if (news !== 'trukket') return null
  return <Done>{t(market?.mayAnswer ? 'market.answer.withdrawn' : 'market.answer.withdrawnLast')}</Done>
}

/** What the supplier has answered, with the way to take it back. */
export function OwnAnswers({ page: { own, language } }: Props) {
  const { t } = useMessages()
  if (own.length === 0) return null
  return (
    <section aria-labelledby="ditt-svar">
      <h2 id="ditt-svar">{t('market.answer.own')}</h2>
      <ul className="market-answers plain-list">
        {own.map((answer) => (
          <AnswerItem key={answer.id} answer={answer} language={language}>
            {!answer.withdrawnOn && <Withdraw answer={answer} />}
          </AnswerItem>
        ))}
      </ul>
    </section>
  )
}

function Withdraw({ answer }: { answer: AnswerView }) {
  const { t } = useMessages()
  return (
    <details className="folded-task">
      <summary>{t('market.withdraw')}</summary>
      <form method="post" className="form-stack">
        <p>{t('market.withdraw.text')}</p>
        <input type="hidden" name="withdraw" value={answer.id} />
        <p>
          <button className="ds-button" data-variant="secondary" type="submit">
            {t('market.withdraw.button')}
          </button>
        </p>
      </form>
    </details>
  )
}
