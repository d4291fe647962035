import { useMessages } from '#src/web/ui/messages.ts'
import { To, useAddress } from '#src/web/ui/to.tsx'
import type { StandingView } from './standing-view.ts'

/** Who answers for the case, what one may do with it, and how to refer to it. */
export function CaseStanding({ standing }: { standing: StandingView }) {
  const { t, list } = useMessages()
  const { id, owner, confirmedBy, mayClaim, mayCorrect, mayWithdraw } = standing
  const share = useAddress('share')
  return (
    <section className="box no-print" aria-labelledby="svarer">
      <h2 id="svarer" className="box-title">
        {t('sharing.owner.title')}
      </h2>
      <p>{owner ? t('sharing.owner', { name: owner }) : t('sharing.owner.none')}</p>
      {confirmedBy.length > 0 && (
        <p className="small quiet">{t('sharing.owner.confirmed', { names: list(confirmedBy) })}</p>
      )}
      {mayClaim && (
        <p>
          <To page="caseConfirm" params={{ id }} className="ds-button">
            {t('sharing.ours')}
          </To>
        </p>
      )}
      {mayCorrect && (
        <form method="post" action={share}>
          <input type="hidden" name="case" value={id} />
          <button className="ds-button" type="submit" data-variant="secondary">
            {t('sharing.correct')}
          </button>
        </form>
      )}
      <p className="jump">
        <To page="caseHistory" params={{ id }}>
          {t('sharing.history.title')}
        </To>
        {standing.maySuggest && (
          <To page="caseSuggest" params={{ id }}>
            {t('sharing.suggest.title')}
          </To>
        )}
        {standing.mayBeContact && (
          <To page="caseContact" params={{ id }}>
            {t('sharing.contact.title')}
          </To>
        )}
        {standing.mayAsk && (
          <To page="caseAsk" params={{ id }}>
            {t('sharing.ask')}
          </To>
        )}
        {standing.mayAsk && (
          <To page="caseEdit" params={{ id, step: 'om' }}>
            {t('sharing.edit.title')}
          </To>
        )}
        {mayWithdraw && (
          <To page="caseWithdraw" params={{ id }}>
            {t('sharing.withdraw')}
          </To>
        )}
      </p>
      <details>
        <summary>{t('sharing.cite')}</summary>
        <p className="citation">{standing.citation}</p>
      </details>
    </section>
  )
}

/** What has just been done, said once. */
export function CaseNews({ news }: { news: StandingView['news'] }) {
  const { t } = useMessages()
  if (!news) return null
  return (
    <div className="wide section">
      <div className="box" data-color="mose" role="status">
        <h2 className="box-title">{t(`sharing.news.${news}.title`)}</h2>
        <p>{t(`sharing.news.${news}.text`)}</p>
      </div>
    </div>
  )
}
