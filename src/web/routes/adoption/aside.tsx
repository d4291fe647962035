import { useMessages } from '#src/web/ui/messages.ts'
import type { AdoptionPageData } from './page.tsx'

/** What it was taken from, what has come of it, and what a copy is not. */
export function AdoptionAside({ page }: { page: AdoptionPageData }) {
  const { t } = useMessages()
  const { original, draft, ownCase, volumes, isTheirs } = page
  return (
    <div className="stack">
      <section className="box" aria-labelledby="fra">
        <h2 id="fra" className="box-title">
          {t('adoptions.one.original')}
        </h2>
        <p>
          <a href={original.href} lang={page.titleLanguage}>
            {page.title}
          </a>
        </p>
        <p className="small quiet">{t('adoptions.one.version', { version: original.version })}</p>
        {volumes && <p className="small quiet">{t('adoptions.one.volumes', volumes)}</p>}
      </section>
      {(draft || ownCase) && (
        <section className="box" data-color="mose" aria-labelledby="eget">
          <h2 id="eget" className="box-title">
            {t('adoptions.one.own')}
          </h2>
          {draft && (
            <p>
              <a href={draft} className="ds-button">
                {t('adoptions.one.draft')}
              </a>
            </p>
          )}
          {ownCase && (
            <p>
              <a href={ownCase}>{t('adoptions.one.case')}</a>
            </p>
          )}
        </section>
      )}
      {isTheirs && (
        <section className="box" data-color="korn" aria-labelledby="rett">
          <h2 id="rett" className="box-title">
            {t('adoptions.fair')}
          </h2>
          <p className="small">{t('adoptions.fair.text')}</p>
        </section>
      )}
      {isTheirs && (
        <p className="small quiet">
          {t('adoptions.one.seenBy', { who: t(`adoptions.audience.${page.audience}`) })}.{' '}
          {t('adoptions.audience.help')}
        </p>
      )}
    </div>
  )
}
