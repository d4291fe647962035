import { Laws } from '#src/web/routes/joint-life/laws.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { ConsequenceView } from './consequence-view.ts'

/** What follows, point by point, with the figures there are; it decides nothing. */
export function ConsequenceList({ view }: { view: ConsequenceView }) {
  const { t } = useMessages()
  return (
    <div className="stack">
      <ul>
        {view.points.map((point) => (
          <li key={point}>
            {t(`jointWithdraw.point.${point}`)}
            {point === 'volume-falls' && <Volume volume={view.volume} />}
            {point === 'exit-terms' && <blockquote className="as-written">{view.exitTerms}</blockquote>}
          </li>
        ))}
      </ul>
      {view.points.includes('costs-anew') && <Costs costs={view.costs} />}
      <p className="box" data-color="korn">
        {t('jointWithdraw.assess')}
      </p>
      <Laws laws={view.laws} />
    </div>
  )
}

function Volume({ volume }: Pick<ConsequenceView, 'volume'>) {
  return volume.map(({ text, share }) => (
    <p key={text}>
      <strong>{text}</strong> <span className="quiet">({share})</span>
    </p>
  ))
}

function Costs({ costs }: Pick<ConsequenceView, 'costs'>) {
  const { t } = useMessages()
  if (!costs) return <p>{t('jointWithdraw.costs.unknown')}</p>
  return (
    <div>
      <table className="ds-table cards">
        <caption>{t('jointWithdraw.costs')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('jointWithdraw.costs.who')}</th>
            <th scope="col">{t('jointWithdraw.costs.before')}</th>
            <th scope="col">{t('jointWithdraw.costs.after')}</th>
          </tr>
        </thead>
        <tbody>
          {costs.map(({ name, before, after }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-label={t('jointWithdraw.costs.before')}>
                {t('jointWithdraw.costs.percent', { share: before })}
              </td>
              <td data-label={t('jointWithdraw.costs.after')}>
                {after === null
                  ? t('jointWithdraw.costs.out')
                  : t('jointWithdraw.costs.percent', { share: after })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
