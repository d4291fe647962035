import { data } from 'react-router'
import { mayLead } from '#src/modules/joint-procurement/index.ts'
import { programContext } from '#src/web/context.ts'
import { neverKept } from '#src/web/never-kept.ts'
import { newsOf } from '#src/web/news-of.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { readJoint } from '#src/web/routes/joint-procurement/read-joint.ts'
import { JointTop } from '#src/web/routes/joint-procurement/rooms.tsx'
import { Done, FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { Route } from './+types/page.ts'
import { Invite } from './invite.tsx'
import { participantsAction } from './participants-action.ts'
import { participantsView } from './participants-view.ts'
import { ParticipantTable } from './table.tsx'

const NEWS = { lagret: 'joint.saved', invitert: 'joint.invite.done' } as const

export const headers = neverKept

export async function loader(asked: Route.LoaderArgs) {
  const { db, now } = asked.context.get(programContext)
  const { head, joint, reader, messages } = await readJoint(asked)
  return {
    head,
    view: await participantsView(db, joint, { reader, messages, at: now() }),
    news: newsOf(NEWS, new URL(asked.request.url).searchParams.get('varsel')),
  }
}

export async function action(asked: Route.ActionArgs) {
  const actor = requireActor(asked)
  const { db, now } = asked.context.get(programContext)
  const { joint, messages } = await readJoint(asked)
  if (!mayLead(actor, joint)) throw data(null, { status: 403 })
  const form = await asked.request.formData()
  return participantsAction({ program: { db, now }, actor, id: joint.id, form, messages })
}

export default function JointParticipantsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { head, view, news } = loaderData
  const answer = actionData ?? null
  return (
    <>
      <JointTop head={head} here="jointParticipants" title={t('joint.room.participants')} />
      <div className="wide section">
        <div className="stack">
          {answer && <FormErrors errors={answer.errors} title={t('joint.wrong')} />}
          {news && !answer && <Done>{t(news)}</Done>}
        </div>
        <h2>{t(view.isIn ? 'joint.participants.title' : 'joint.room.participants')}</h2>
        {view.isIn && (
          <p className="quiet">
            {view.lockedOn
              ? t('joint.participants.locked', { date: view.lockedOn })
              : t('joint.participants.open')}
          </p>
        )}
        <ParticipantTable id={head.id} view={view} />
        {view.mayInvite && <Invite answer={answer} />}
      </div>
    </>
  )
}
