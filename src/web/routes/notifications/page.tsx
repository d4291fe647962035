import { redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { markAllRead, notificationsOf, notificationText } from '#src/modules/notifications/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, inLanguage, languageOf } from '#src/web/paths.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { Pager } from '#src/web/ui/pager.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

const SHOWN = 30

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const actor = requireActor({ request, context })
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const messages = messagesIn(language)
  const page = Math.max(1, Math.min(1000, Number(url.searchParams.get('side')) || 1))
  const asked = { limit: SHOWN, offset: (page - 1) * SHOWN }
  const { notifications, total, unread } = await notificationsOf(db, actor.personId, asked)
  const told = notifications.map((one) => ({
    id: one.id,
    text: notificationText(one, messages),
    href: inLanguage(one.path, language),
    at: one.happenedAt,
    isUnread: one.readAt === null,
  }))
  return { told, unread, page, pages: Math.ceil(total / SHOWN) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { db, now } = context.get(programContext)
  const actor = requireActor({ request, context })
  await markAllRead(db, actor.personId, now())
  throw redirect(address(languageOf(new URL(request.url).pathname), 'notifications'), { status: 303 })
}

export default function NotificationsPage({
  loaderData: { told, unread, page, pages },
}: Route.ComponentProps) {
  const { t, dateTime } = useMessages()
  return (
    <>
      <PageHead title={t('notifications.title')} unlisted />
      <PageTop title={t('notifications.title')} lead={t('notifications.lead')} />
      <div className="wide section stack">
        {told.length === 0 && <p className="lead">{t('notifications.none')}</p>}
        {unread > 0 && (
          <form method="post">
            <button type="submit" className="ds-button" data-variant="secondary">
              {t('notifications.readAll')}
            </button>
          </form>
        )}
        <ul className="plain-list lines">
          {told.map(({ id, text, href, at, isUnread }) => (
            <li key={id}>
              {isUnread && (
                <span className="ds-tag" data-color="kobber">
                  {t('notifications.unread')}
                </span>
              )}{' '}
              <a href={href}>{text}</a>
              <p className="small quiet">{dateTime(at)}</p>
            </li>
          ))}
        </ul>
        <Pager page={page} pages={pages} hrefOf={(to) => `?side=${to}`} />
        <ul className="plain-list">
          <li>
            <To page="notificationChoices">{t('notifications.toChoices')}</To>
          </li>
          <li>
            <To page="savedSearches">{t('notifications.toSearches')}</To>
          </li>
        </ul>
      </div>
    </>
  )
}
