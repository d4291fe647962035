import { useMessages } from '#src/web/ui/messages.ts'
import type { DataPageData } from './page.tsx'

/** How much there is of each, where it is from, and what one may do with it. */
export function DataTable({ loaded: { rows, period, lastReceivedAt } }: { loaded: DataPageData }) {
  const { t, number, date } = useMessages()
  const { from, to } = period
  return (
    <table className="ds-table cards">
      <caption>{t('data.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('data.table.what')}</th>
          <th scope="col" className="number">
            {t('data.table.count')}
          </th>
          <th scope="col">{t('data.table.source')}</th>
          <th scope="col">{t('data.table.licence')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, count, source, licence }) => (
          <tr key={what}>
            <th scope="row">{t(`data.row.${what}`)}</th>
            <td className="number" data-label={t('data.table.count')}>
              {number(count)}
            </td>
            <td data-label={t('data.table.source')}>
              {t(`data.source.${source}`)}
              {what === 'notices' && from && to && (
                <span className="grade">{t('data.published', { from: date(from), to: date(to) })}</span>
              )}
              {what === 'notices' && lastReceivedAt && (
                <span className="grade">{t('data.received', { date: date(new Date(lastReceivedAt)) })}</span>
              )}
            </td>
            <td data-label={t('data.table.licence')}>{t(`data.licence.${licence}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
