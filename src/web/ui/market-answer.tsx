import type { ReactNode } from 'react'
import type { AnswerView, EntryView } from '#src/web/present/market-view.ts'
import { useMessages } from './messages.ts'

type Props = { readonly answer: AnswerView; readonly language: string; readonly children?: ReactNode }

/** One answer of a supplier, with how open it is said in words. */
export function AnswerItem({ answer, language, children }: Props) {
  const { t } = useMessages()
  const { supplier, kind, isSecret, words, link, on, withdrawnOn, isOwn } = answer
  return (
    <li id={`svar-${answer.id}`} className={isSecret ? 'in-confidence' : undefined}>
      <p className="market-who">
        <strong>
          {supplier}
          {isOwn && ` (${t('market.you')})`}
        </strong>
        <span className="ds-tag" data-color="fjord">
          {t(`market.kind.${kind}`)}
        </span>
        {isSecret && (
          <span className="ds-tag" data-color="korn">
            {t('market.openness.secret')}
          </span>
        )}
        <span className="quiet">{on}</span>
      </p>
      {withdrawnOn && <p className="quiet">{t('market.withdrawn', { on: withdrawnOn })}</p>}
      {words && (
        <p className="as-written" lang={language}>
          {words}
        </p>
      )}
      {link && (
        <p>
          <a href={link} rel="external nofollow">
            {link}
          </a>
        </p>
      )}
      {answer.secretBecause && <Secret answer={answer} />}
      {children}
    </li>
  )
}

function Secret({ answer: { secretBecause, hidesName, isOwn } }: Pick<Props, 'answer'>) {
  const { t } = useMessages()
  return (
    <p className="small">
      {t(isOwn ? 'market.secret.own' : 'market.secret.received')}{' '}
      {hidesName && `${t('market.secret.hidesName')} `}
      {t('market.secret.because', { reason: secretBecause ?? '' })}
    </p>
  )
}

/** What was decided of an answer, the newest first, since that holds. */
export function DecisionLog({ log }: { log: readonly EntryView[] }) {
  const { t } = useMessages()
  if (log.length === 0) return <p className="quiet">{t('market.log.undecided')}</p>
  return (
    <ol className="market-log plain-list">
      {log.toReversed().map((entry, place) => (
        <li key={`${entry.on} ${entry.decision} ${entry.reason}`} className={place > 0 ? 'quiet' : undefined}>
          <p>
            <strong>{t(`market.decision.${entry.decision}`)}</strong>{' '}
            <span className="quiet">{t('market.log.by', { by: entry.by, on: entry.on })}</span>
            {place > 0 && <span className="quiet"> {t('market.log.earlier')}</span>}
          </p>
          <p className="as-written">{entry.reason}</p>
          {entry.summary && (
            <p className="as-written">
              <span className="quiet">{t('market.log.summary')}</span> {entry.summary}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
