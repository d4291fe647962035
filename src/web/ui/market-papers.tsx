import type { PaperLink } from '#src/web/present/market-view.ts'
import { useMessages } from './messages.ts'

/** What one takes away for the archive: of what this reader may see. */
export function MarketPaperLinks({ papers }: { papers: readonly PaperLink[] }) {
  const { t } = useMessages()
  return (
    <p className="no-print">
      {t('market.paper')}{' '}
      {papers.map(({ format, href }, place) => (
        <span key={format}>
          {place > 0 && ' · '}
          <a href={href}>{t(`market.paper.${format}`)}</a>
        </span>
      ))}
    </p>
  )
}
