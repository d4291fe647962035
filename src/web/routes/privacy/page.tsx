import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'

export default function PrivacyPage() {
  const { t } = useMessages()
  return (
    <>
      <PageHead title={t('privacy.title')} description={t('privacy.lead')} />
      <PageTop title={t('privacy.title')} lead={t('privacy.lead')} />
      <div className="wide section prose">
        <h2>{t('privacy.cookies')}</h2>
        <p>{t('privacy.cookies.1')}</p>
        <h2>{t('privacy.log')}</h2>
        <p>{t('privacy.log.1')}</p>
        <h2>{t('privacy.people')}</h2>
        <p>{t('privacy.people.1')}</p>
        <p>{t('privacy.people.2')}</p>
        <h2>{t('privacy.rights')}</h2>
        <p>{t('privacy.rights.1')}</p>
      </div>
    </>
  )
}
