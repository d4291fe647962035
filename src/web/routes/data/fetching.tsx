import { useMessages } from '#src/web/ui/messages.ts'
import type { FetchingView } from './fetching-view.ts'

/** When notices were last fetched from each source, what went wrong, and when it is done again. */
export function Fetching({ sources }: { readonly sources: readonly FetchingView[] }) {
  const { t } = useMessages()
  if (sources.length === 0) return null
  return (
    <>
      <h2>{t('source.title')}</h2>
      <table className="ds-table cards">
        <caption>{t('source.lead')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('source.table.source')}</th>
            <th scope="col">{t('source.table.success')}</th>
            <th scope="col">{t('source.table.failure')}</th>
            <th scope="col">{t('source.table.next')}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <FetchingRow key={source.source} view={source} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function FetchingRow({ view }: { readonly view: FetchingView }) {
  const { t, dateTime } = useMessages()
  const { source, isRunning, lastSuccess, lastFailure, next } = view
  return (
    <tr>
      <th scope="row">
        {source}
        <Left left={view.left} />
      </th>
      <td data-label={t('source.table.success')}>
        {lastSuccess ? dateTime(lastSuccess.at) : t('source.never')}
        {lastSuccess?.stored != null && (
          <span className="grade">{t('source.stored', { stored: lastSuccess.stored })}</span>
        )}
      </td>
      <td data-label={t('source.table.failure')}>
        {lastFailure ? dateTime(lastFailure.at) : t('source.none')}
        {lastFailure && <span className="grade">{lastFailure.why}</span>}
      </td>
      <td data-label={t('source.table.next')}>
        {isRunning ? t('source.running') : next ? dateTime(next) : t('source.notDaily')}
      </td>
    </tr>
  )
}

/** What has not come: days, and notices that are named without a text. */
function Left({ left }: { readonly left: FetchingView['left'] }) {
  const { t, date } = useMessages()
  const { unreached, from, to, wanted, unnamed, gone } = left
  const said = [
    unreached > 0 && from && to && t('source.left.days', { days: unreached, from: date(from), to: date(to) }),
    wanted > 0 && t('source.left.wanted', { count: wanted }),
    unnamed > 0 && t('source.left.unnamed', { count: unnamed }),
    gone > 0 && t('source.left.gone', { count: gone }),
  ].filter((text) => typeof text === 'string')
  return said.map((text) => (
    <span key={text} className="grade">
      {text}
    </span>
  ))
}
