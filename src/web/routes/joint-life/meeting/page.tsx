import { data, redirect } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import { MeetingForm } from '#src/modules/joint-procurement/contract.ts'
import {
  type ChangeMeetingFailure,
  cancelMeeting,
  changeMeeting,
  findMeeting,
  mayLead,
} from '#src/modules/joint-procurement/index.ts'
import { programContext } from '#src/web/context.ts'
import { address } from '#src/web/paths.ts'
import { type Typed, textIn } from '#src/web/read-form.ts'
import { meetingView } from '#src/web/routes/joint-life/meetings/meeting-view.ts'
import { nameIn, neverMind, readFields, refused } from '#src/web/routes/joint-life/read-fields.ts'
import { readLifeWithin } from '#src/web/routes/joint-life/read-life.ts'
import { JointTop } from '#src/web/routes/joint-procurement/rooms.tsx'
import { Done } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { ChangeMeeting } from './change-meeting.tsx'
import { MeetingFacts } from './meeting-facts.tsx'

const NAME = 'endre'

export async function loader(asked: Route.LoaderArgs) {
  const { joint, head, reader, messages } = await readLifeWithin(asked)
  const { db } = asked.context.get(programContext)
  const meeting = await findMeeting(db, { procurement: joint.id, id: asked.params.meeting })
  if (!meeting) throw data(null, { status: 404 })
  return {
    head,
    meeting: meetingView(meeting, messages),
    mayChange: mayLead(reader, joint) && !meeting.cancelledAt,
    isSaved: new URL(asked.request.url).searchParams.get('varsel') === 'lagret',
  }
}

export async function action(asked: Route.ActionArgs) {
  const { joint, reader, messages } = await readLifeWithin(asked)
  const context = asked.context.get(programContext)
  if (!mayLead(reader, joint)) throw data(null, { status: 403 })
  const form = await asked.request.formData()
  const { meeting } = asked.params
  if (!(await findMeeting(context.db, { procurement: joint.id, id: meeting })))
    throw data(null, { status: 404 })
  const meant = { id: joint.id, meeting, sequence: Number(textIn(form, 'sequence')) }
  const there = `${address(messages.language, 'jointMeeting', { id: joint.id, meeting })}?varsel=lagret`
  if (textIn(form, 'intent') === 'avlys') {
    const cancelled = await cancelMeeting(context, reader, meant)
    return cancelled.ok ? redirect(there) : told(cancelled.failure, { messages, typed: {} })
  }
  const read = readFields(
    { form, name: NAME, schema: MeetingForm, days: ['on'], otherwise: 'jointMeeting.wrong' },
    messages,
  )
  if (!read.ok) return data(read.answer, { status: 422 })
  const changed = await changeMeeting(context, reader, { ...meant, form: read.value })
  return changed.ok ? redirect(there) : told(changed.failure, { messages, typed: read.typed })
}

function told(
  failure: ChangeMeetingFailure,
  { messages: { t }, typed }: { readonly messages: Messages; readonly typed: Typed },
) {
  switch (failure.kind) {
    case 'procurementNotFound':
    case 'notAllowed':
      return neverMind({ kind: failure.kind })
    case 'meetingNotFound':
      throw data(null, { status: 404 })
    case 'cancelled':
      return refused({ name: NAME, typed, status: 409 }, { title: t('jointMeeting.gone') })
    case 'changed':
      return refused({ name: NAME, typed, status: 409 }, { title: t('jointMeeting.conflict') })
  }
}

export default function MeetingPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { head, meeting } = page
  const typed = Object.fromEntries(
    Object.entries(meeting.typed).map(([field, text]) => [nameIn(NAME, field), text]),
  )
  return (
    <>
      <JointTop head={head} here="jointMeetings" title={meeting.title} />
      <div className="wide section text">
        {page.isSaved && <Done>{t('jointMeeting.saved')}</Done>}
        <MeetingFacts meeting={meeting} procurement={head.id} />
        {page.mayChange && (
          <ChangeMeeting
            name={NAME}
            sequence={meeting.sequence}
            typed={actionData ? { ...typed, ...actionData.typed } : typed}
            answer={actionData ?? null}
          />
        )}
        <p>
          <To page="jointMeetings" params={{ id: head.id }}>
            {t('jointMeeting.title')}
          </To>
        </p>
      </div>
    </>
  )
}
