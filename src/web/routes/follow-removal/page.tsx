import { data } from 'react-router'
import { followRemoval } from '#src/modules/identity/index.ts'
import { programContext, requestContext } from '#src/web/context.ts'
import { Done } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

/** The address holds the secret, so it is told to nobody else: not to search engines, nor to pages that one goes on to. */
export function headers() {
  return { 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' }
}

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const found = await followRemoval(context.get(programContext).db, params.secret)
  if (!found) throw data(null, { status: 404 })
  const { pathname, searchParams } = new URL(request.url)
  const { askedAt, wish, decision } = found
  return {
    address: context.get(requestContext).origin + pathname,
    isNew: searchParams.has('sendt'),
    askedAt,
    wish,
    decision: decision && { outcome: decision.outcome, answer: decision.answer, at: decision.at },
  }
}

export default function FollowRemovalPage({ loaderData }: Route.ComponentProps) {
  const { t, date } = useMessages()
  const { address, isNew, askedAt, wish, decision } = loaderData
  const crumbs = [{ text: t('privacy.title'), href: useAddress('privacy') }]
  return (
    <>
      <PageHead title={t('privacy.follow.title')} unlisted />
      <PageTop
        crumbs={crumbs}
        title={t('privacy.follow.title')}
        lead={t('privacy.follow.asked', { day: date(askedAt) })}
      />
      <div className="wide section stack">
        {isNew && <Done>{t('privacy.follow.sent')}</Done>}
        {decision === null && (
          <>
            <p>{t('privacy.follow.waits')}</p>
            <p>
              {t('privacy.follow.address')} <a href={address}>{address}</a>
            </p>
          </>
        )}
        {wish && (
          <section aria-labelledby="onske">
            <h2 id="onske">{t('privacy.follow.wish')}</h2>
            <p className="as-written">{wish}</p>
          </section>
        )}
        {decision && (
          <section aria-labelledby="svar">
            <h2 id="svar">{t(`privacy.outcome.${decision.outcome}`)}</h2>
            <p className="small quiet">{t('privacy.follow.answered', { day: date(decision.at) })}</p>
            <p className="as-written">{decision.answer ?? t('privacy.follow.emptied')}</p>
            <p className="small quiet">{t('privacy.follow.complain')}</p>
          </section>
        )}
      </div>
    </>
  )
}
