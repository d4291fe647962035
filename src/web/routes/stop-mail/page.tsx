import { data } from 'react-router'
import { z } from 'zod'
import { stopMail, topicsOfMail } from '#src/modules/notifications/index.ts'
import { programContext } from '#src/web/context.ts'
import { Done } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const topics = await topicsOfMail(context.get(programContext).db, idOf(params))
  if (!topics) throw data(null, { status: 404 })
  return { topics }
}

/** Also pressed by mail programs, which carry no cookie (RFC 8058). */
export async function action({ params, context }: Route.ActionArgs) {
  const topics = await stopMail(context.get(programContext).db, idOf(params))
  if (!topics) throw data(null, { status: 404 })
  return { isDone: true }
}

function idOf({ mail }: { readonly mail: string }): string {
  const id = z.uuid().safeParse(mail)
  if (!id.success) throw data(null, { status: 404 })
  return id.data
}

export default function StopMailPage({ loaderData: { topics }, actionData }: Route.ComponentProps) {
  const { t, list } = useMessages()
  const named = list(topics.map((topic) => t(`notifications.topic.${topic}`)))
  return (
    <>
      <PageHead title={t('notifications.stop.title')} unlisted />
      <PageTop title={t('notifications.stop.title')} lead={t('notifications.stop.lead', { topics: named })} />
      <div className="wide section stack">
        {actionData?.isDone ? (
          <Done>{t('notifications.stop.done')}</Done>
        ) : (
          <form method="post">
            <button type="submit" className="ds-button">
              {t('notifications.stop.button')}
            </button>
          </form>
        )}
      </div>
    </>
  )
}
