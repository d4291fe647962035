import { listRemovalRequests } from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { Done } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To, useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

/** An answer is due within a month (GDPR art. 12 no. 3). */
const DAYS_TO_ANSWER = 30
const DAY_MS = 24 * 60 * 60 * 1000

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, now } = context.get(programContext)
  const requests = await listRemovalRequests(db)
  const at = now().getTime()
  return {
    answered: new URL(request.url).searchParams.has('besvart'),
    requests: requests.map(({ id, page, askedAt, decision }) => ({
      id: id as string,
      page,
      askedAt,
      dueAt: new Date(askedAt.getTime() + DAYS_TO_ANSWER * DAY_MS),
      isLate: decision === null && at - askedAt.getTime() > DAYS_TO_ANSWER * DAY_MS,
      outcome: decision?.outcome ?? null,
      decidedAt: decision?.at ?? null,
    })),
  }
}

type RequestRow = Route.ComponentProps['loaderData']['requests'][number]

export default function RemovalRequestsPage({ loaderData: { requests, answered } }: Route.ComponentProps) {
  const { t } = useMessages()
  const crumbs = [{ text: t('people.administration.title'), href: useAddress('administration') }]
  const waiting = requests.filter(({ outcome }) => outcome === null)
  const done = requests.filter(({ outcome }) => outcome !== null)
  return (
    <>
      <PageHead title={t('privacy.requests.title')} unlisted />
      <PageTop crumbs={crumbs} title={t('privacy.requests.title')} lead={t('privacy.requests.lead')} />
      <div className="wide section stack">
        {answered && <Done>{t('privacy.requests.answered')}</Done>}
        <section aria-labelledby="venter">
          <h2 id="venter">{t('privacy.requests.waiting', { count: waiting.length })}</h2>
          <RequestList requests={waiting} />
        </section>
        {done.length > 0 && (
          <section aria-labelledby="besvart">
            <h2 id="besvart">{t('privacy.requests.done')}</h2>
            <RequestList requests={done} />
          </section>
        )}
      </div>
    </>
  )
}

function RequestList({ requests }: { requests: readonly RequestRow[] }) {
  const { t, date } = useMessages()
  if (requests.length === 0) return <p>{t('privacy.requests.none')}</p>
  return (
    <ul className="plain-list lines">
      {requests.map((request) => (
        <li key={request.id}>
          <To page="removalRequest" params={{ id: request.id }}>
            {request.page ?? t('privacy.requests.emptied')}
          </To>{' '}
          {request.isLate && (
            <span className="ds-tag" data-color="danger">
              {t('privacy.requests.late')}
            </span>
          )}
          <p className="small quiet">
            {t('privacy.requests.asked', { day: date(request.askedAt) })} ·{' '}
            {request.outcome && request.decidedAt
              ? `${t(`privacy.outcome.${request.outcome}`)}, ${date(request.decidedAt)}`
              : t('privacy.requests.due', { day: date(request.dueAt) })}
          </p>
        </li>
      ))}
    </ul>
  )
}
