import { useMessages } from './messages.ts'
import { PageHead } from './page-head.tsx'
import { PageTop } from './page-top.tsx'

/** Between a form of ours and another site; the browser goes on by itself, also without scripts. */
export function Handover({ to, provider }: { to: string; provider: string }) {
  const { t } = useMessages()
  return (
    <>
      <meta httpEquiv="refresh" content={`0;url=${to}`} />
      <PageHead title={t('identity.signIn.handover')} unlisted />
      <PageTop
        title={t('identity.signIn.handover')}
        lead={t('identity.signIn.handover.text', { provider })}
      />
      <p className="wide section">
        <a className="ds-button" href={to}>
          {t('identity.signIn.handover.link', { provider })}
        </a>
      </p>
    </>
  )
}
