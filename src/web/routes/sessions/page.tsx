import { data, redirect } from 'react-router'
import { SessionId } from '#src/modules/identity/contract.ts'
import { endSession, listSessions } from '#src/modules/identity/index.ts'
import { programContext, signedInContext, signInContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { SessionList, SignOutEverywhere } from './session-list.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, now } = context.get(programContext)
  const { limits } = context.get(signInContext)
  const actor = requireActor({ request, context })
  const current = context.get(signedInContext)?.session
  const sessions = await listSessions({ db, now, limits }, actor.personId)
  return {
    sessions: sessions.map(({ id, device, beganAt, seenAt }) => ({
      id,
      device,
      beganAt,
      seenAt,
      isThis: id === current,
    })),
    limits,
    hasEnded: new URL(request.url).searchParams.has('avsluttet'),
  }
}

/** Ends one of the person's own sessions; one that is somebody else's looks as if it were not there. */
export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const session = SessionId.safeParse((await request.formData()).get('session'))
  const ended = session.success && (await endSession(context.get(programContext), actor, session.data))
  if (!ended) throw data(null, { status: 404 })
  const language = languageOf(new URL(request.url).pathname)
  throw redirect(`${address(language, 'sessions')}?avsluttet`, { status: 303 })
}

export default function SessionsPage({ loaderData }: Route.ComponentProps) {
  const { t } = useMessages()
  const length = (milliseconds: number) => {
    const minutes = Math.round(milliseconds / 60_000)
    return minutes % 60 === 0
      ? t('identity.session.hours', { count: minutes / 60 })
      : t('identity.session.minutes', { count: minutes })
  }
  const { idleMs, longestMs } = loaderData.limits
  return (
    <>
      <PageHead title={t('identity.session.title')} unlisted />
      <PageTop title={t('identity.session.title')} lead={t('identity.session.lead')} />
      <div className="wide section stack">
        {loaderData.hasEnded && (
          <p className="box" data-color="mose" role="status">
            {t('identity.session.ended')}
          </p>
        )}
        <SessionList sessions={loaderData.sessions} />
        <p className="small quiet">
          {t('identity.session.limits', { idle: length(idleMs), longest: length(longestMs) })}
        </p>
        <SignOutEverywhere />
      </div>
    </>
  )
}
