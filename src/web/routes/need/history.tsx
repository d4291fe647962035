import { Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { HistoryLine } from './need-page-view.ts'

/** What has been done with it since it was announced, and why; what never changed has no history to tell. */
export function History({ history }: { history: readonly HistoryLine[] }) {
  const { t, date } = useMessages()
  if (history.length < 2) return null
  return (
    <Section title={t('needs.one.history')} id="endringer">
      <ol className="way plain-list">
        {history.toReversed().map(({ version, at, what, reason }) => (
          <li key={version}>
            <strong>{what}</strong>
            <span className="quiet">{date(at)}</span>
            {reason && <p className="as-written">{reason}</p>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
