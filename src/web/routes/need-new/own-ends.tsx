import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { NeedNewData } from './page.tsx'

/** Contracts of theirs that end, each with the way to begin from it. */
export function OwnEnds({ page: { ends } }: { page: NeedNewData }) {
  const { t, date } = useMessages()
  return (
    <section className="part" aria-labelledby="fra-avtale">
      <h2 id="fra-avtale">{t('needs.new.contract')}</h2>
      <p>{t(ends.length > 0 ? 'needs.new.contract.lead' : 'needs.new.contract.none')}</p>
      <ul className="draft-list plain-list">
        {ends.map(({ notice, lot, title, language, href, endsOn }) => (
          <li key={`${notice} ${lot}`}>
            <p className="hit-facts">
              <span>{t('needs.new.contract.ends', { date: date(endsOn) })}</span>
            </p>
            <h3 lang={language}>
              <a href={href}>{title}</a>
            </h3>
            <p>
              <To
                page="needNew"
                query={new URLSearchParams({ kunngjoring: notice, del: lot }).toString()}
                className="ds-button"
              >
                {t('needs.new.fromThis')}
              </To>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
