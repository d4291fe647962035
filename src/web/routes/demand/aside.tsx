import { demandPaperAddress } from '#src/web/market-address.ts'
import { PAPER_FORMATS } from '#src/web/papers/paper-address.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { DemandPageData } from './page.tsx'

/** What it is and is not, and what one may take away. */
export function DemandAside({ page }: { page: DemandPageData }) {
  const { t, language } = useMessages()
  return (
    <div className="stack">
      <section className="box" data-color="korn" aria-labelledby="ikke">
        <h2 id="ikke" className="box-title">
          {t('demand.notNotice')}
        </h2>
        <p>{t('demand.notNotice.text')}</p>
      </section>
      <section className="box" aria-labelledby="papir">
        <h2 id="papir" className="box-title">
          {t('demand.paper')}
        </h2>
        <ul>
          {PAPER_FORMATS.map((format) => (
            <li key={format}>
              <a href={demandPaperAddress(language, page.id, format)}>{t(`market.paper.${format}`)}</a>
            </li>
          ))}
          <li>
            <To page="demandHistory" params={{ id: page.id }}>
              {t('demand.history')}
            </To>
          </li>
        </ul>
        <p className="small quiet">{t('demand.version', { version: page.version, on: page.changedOn })}</p>
      </section>
    </div>
  )
}
