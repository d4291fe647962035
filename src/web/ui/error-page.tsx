import { isRouteErrorResponse } from 'react-router'
import { useMessages } from './messages.ts'
import { PageHead } from './page-head.tsx'
import { SearchField } from './search-field.tsx'
import { To } from './to.tsx'

/** What happened, and what to do now: never more than the reader can use. */
export function ErrorPage({ error }: { error: unknown }) {
  const status = isRouteErrorResponse(error) ? error.status : 500
  const reason = isRouteErrorResponse(error) && typeof error.data === 'string' ? error.data : null
  if (status === 410) return <Gone reason={reason} />
  if (status === 403) return <Forbidden />
  if (status === 401) return <SignedOut />
  return status < 500 ? <Missing /> : <Failed />
}

function Missing() {
  const { t } = useMessages()
  return (
    <div className="wide section stack">
      <PageHead title={t('error.missing.title')} unlisted />
      <div>
        <h1>{t('error.missing.title')}</h1>
        <p className="lead">{t('error.missing.text')}</p>
      </div>
      <SearchField label={t('error.missing.search')} />
      <ul>
        <li>
          <To page="themes">{t('error.missing.themes')}</To>
        </li>
        <li>
          <To page="municipalities">{t('error.missing.places')}</To>
        </li>
        <li>
          <To page="cases">{t('error.missing.cases')}</To>
        </li>
      </ul>
    </div>
  )
}

function Forbidden() {
  const { t } = useMessages()
  return (
    <div className="wide section stack">
      <PageHead title={t('error.forbidden.title')} unlisted />
      <h1>{t('error.forbidden.title')}</h1>
      <p className="lead">{t('error.forbidden.text')}</p>
      <ul>
        <li>
          <To page="chooseOrganisation">{t('error.forbidden.choose')}</To>
        </li>
        <li>
          <To page="front">{t('error.failed.front')}</To>
        </li>
      </ul>
    </div>
  )
}

function SignedOut() {
  const { t } = useMessages()
  return (
    <div className="wide section stack">
      <PageHead title={t('error.signedOut.title')} unlisted />
      <h1>{t('error.signedOut.title')}</h1>
      <p className="lead">{t('error.signedOut.text')}</p>
      <p>
        <To page="signIn" className="ds-button">
          {t('identity.signIn.title')}
        </To>
      </p>
    </div>
  )
}

function Gone({ reason }: { reason: string | null }) {
  const { t } = useMessages()
  return (
    <div className="wide section stack">
      <PageHead title={t('error.gone.title')} unlisted />
      <h1>{t('error.gone.title')}</h1>
      <p className="lead">{reason ? t('error.gone.reason', { reason }) : t('error.gone.text')}</p>
      <SearchField label={t('error.missing.search')} />
    </div>
  )
}

function Failed() {
  const { t } = useMessages()
  return (
    <div className="wide section stack">
      <PageHead title={t('error.failed.title')} unlisted />
      <h1>{t('error.failed.title')}</h1>
      <p className="lead">{t('error.failed.text')}</p>
      <p>
        <To page="front">{t('error.failed.front')}</To>
      </p>
    </div>
  )
}
