import { Box } from '#src/web/ui/box.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { AdoptionPageData } from './page.tsx'

/** What it was taken from, what has come of it, and what a copy is not. */
export function AdoptionAside({ page }: { page: AdoptionPageData }) {
  const { t } = useMessages()
  const { original, draft, ownCase, volumes, isTheirs } = page
  return (
    <div className="stack">
      <Box id="fra" title={t('adoptions.one.original')}>
        <p>
          <a href={original.href} lang={page.titleLanguage}>
            {page.title}
          </a>
        </p>
        <p className="small quiet">{t('adoptions.one.version', { version: original.version })}</p>
        {volumes && <p className="small quiet">{t('adoptions.one.volumes', volumes)}</p>}
      </Box>
      {(draft || ownCase) && (
        <Box id="eget" title={t('adoptions.one.own')} color="mose">
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
        </Box>
      )}
      {isTheirs && (
        <Box id="rett" title={t('adoptions.fair')} color="korn">
          <p className="small">{t('adoptions.fair.text')}</p>
        </Box>
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
