import { useMessages } from '#src/web/ui/messages.ts'
import type { UnmatchedView } from './unmatched-view.ts'

/** Each name as it is written, with why nobody was recognised and who it may be. */
export function UnmatchedTable({ rows }: { rows: readonly UnmatchedView[] }) {
  const { t, number } = useMessages()
  return (
    <table className="ds-table cards">
      <caption>{t('data.unknown.order')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('data.unknown.name')}</th>
          <th scope="col">{t('data.unknown.number')}</th>
          <th scope="col">{t('data.unknown.why')}</th>
          <th scope="col" className="number">
            {t('data.unknown.notices')}
          </th>
          <th scope="col">{t('data.unknown.nearest')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.name}\n${row.number}`}>
            <th scope="row">
              {row.name || <span className="unknown">{t('data.unknown.name.missing')}</span>}
            </th>
            <td data-label={t('data.unknown.number')} className="breaks">
              {row.number ?? <span className="unknown">{t('data.unknown.number.missing')}</span>}
            </td>
            <td data-label={t('data.unknown.why')}>{t(`data.unknown.reason.${row.reason}`)}</td>
            <td data-label={t('data.unknown.notices')} className="number">
              <a href={row.newest}>
                {number(row.notices)}
                <span className="ds-sr-only"> {t('data.unknown.newest', { name: row.name })}</span>
              </a>
            </td>
            <td data-label={t('data.unknown.nearest')}>
              <Nearest nearest={row.nearest} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Nearest({ nearest }: { nearest: UnmatchedView['nearest'] }) {
  const { t } = useMessages()
  if (nearest.length === 0) return <span className="quiet">{t('data.unknown.nearest.none')}</span>
  return (
    <ul className="plain-list">
      {nearest.map(({ name, href }) => (
        <li key={name}>{href ? <a href={href}>{name}</a> : name}</li>
      ))}
    </ul>
  )
}
