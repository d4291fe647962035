import { dayOf } from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { neverKept } from '#src/web/never-kept.ts'
import { newsOf } from '#src/web/news-of.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { Done, FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { Route } from './+types/page.ts'
import { JointAside } from './aside.tsx'
import { Dates } from './dates.tsx'
import { Questions } from './invitation.tsx'
import { Life } from './life.tsx'
import { Ended, Now } from './now.tsx'
import { overviewAction } from './overview-action.ts'
import { overviewView } from './overview-view.ts'
import { readJoint } from './read-joint.ts'
import { JointTop } from './rooms.tsx'

const NEWS = { startet: 'joint.begun', steg: 'joint.stepped', svart: 'joint.answered' } as const

export const headers = neverKept

export async function loader(asked: Route.LoaderArgs) {
  const { db, now } = asked.context.get(programContext)
  const { head, joint, reader, messages } = await readJoint(asked)
  return {
    head,
    view: await overviewView(db, joint, { reader, messages, at: now() }),
    today: dayOf(now()),
    news: newsOf(NEWS, new URL(asked.request.url).searchParams.get('varsel')),
  }
}

export async function action(asked: Route.ActionArgs) {
  const actor = requireActor(asked)
  const { db, now } = asked.context.get(programContext)
  const { joint, messages } = await readJoint(asked)
  const form = await asked.request.formData()
  return overviewAction({ program: { db, now }, actor, joint, form, messages })
}

export default function JointProcurementPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { head, view, today, news } = loaderData
  const answer = actionData ?? null
  return (
    <>
      <JointTop head={head} here="jointProcurement" />
      <div className="wide section with-aside">
        <div className="stack">
          {answer && <FormErrors errors={answer.errors} title={t('joint.wrong')} />}
          {news && !answer && <Done>{t(news)}</Done>}
          <Questions view={view} />
          {view.ended ? <Ended view={view} /> : <Now view={view} today={today} answer={answer} />}
          <Dates dates={view.dates} />
          <Life steps={view.life} history={view.history} />
        </div>
        <JointAside view={view} />
      </div>
    </>
  )
}
