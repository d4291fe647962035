import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'

export default function AboutPage() {
  const { t } = useMessages()
  return (
    <>
      <PageHead title={t('about.title')} description={t('about.lead')} />
      <PageTop title={t('about.title')} lead={t('about.lead')} />
      <div className="wide section prose">
        <h2>{t('about.why')}</h2>
        <p>{t('about.why.1')}</p>
        <p>{t('about.why.2')}</p>
        <h2>{t('about.what')}</h2>
        <p>{t('about.what.1')}</p>
        <p>{t('about.what.2')}</p>
        <h2>{t('about.honest')}</h2>
        <p>{t('about.honest.1')}</p>
        <h2>{t('about.open')}</h2>
        <p>{t('about.open.1')}</p>
        <p>
          <To page="data">{t('about.open.data')}</To>
        </p>
      </div>
    </>
  )
}
