import { data, redirect } from 'react-router'
import { MeetingForm, MeetingId } from '#src/modules/joint-procurement/contract.ts'
import { callMeeting, mayLead, meetingsOf } from '#src/modules/joint-procurement/index.ts'
import { newId } from '#src/platform/ids.ts'
import { programContext } from '#src/web/context.ts'
import { address } from '#src/web/paths.ts'
import { textIn } from '#src/web/read-form.ts'
import { FoldedForm } from '#src/web/routes/joint-life/folded-form.tsx'
import { neverMind, readFields } from '#src/web/routes/joint-life/read-fields.ts'
import { readLifeWithin } from '#src/web/routes/joint-life/read-life.ts'
import { JointTop } from '#src/web/routes/joint-procurement/rooms.tsx'
import { Section } from '#src/web/ui/facts.tsx'
import { Done } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { MeetingFields } from './meeting-fields.tsx'
import { MeetingList } from './meeting-list.tsx'
import { meetingView } from './meeting-view.ts'

const NAME = 'mote'

export async function loader(asked: Route.LoaderArgs) {
  const { joint, head, reader, messages } = await readLifeWithin(asked)
  const { db, now } = asked.context.get(programContext)
  const meetings = await meetingsOf(db, joint.id)
  const moment = now()
  const isAhead = ({ endsAt }: { readonly endsAt: Date }) => endsAt >= moment
  return {
    head,
    isLead: mayLead(reader, joint) && !joint.ended,
    newMeeting: newId(),
    isSaved: new URL(asked.request.url).searchParams.get('varsel') === 'lagret',
    ahead: meetings.filter(isAhead).map((one) => meetingView(one, messages)),
    past: meetings
      .filter((one) => !isAhead(one))
      .toReversed()
      .map((one) => meetingView(one, messages)),
  }
}

export async function action(asked: Route.ActionArgs) {
  const { joint, reader, messages } = await readLifeWithin(asked)
  const { db, now } = asked.context.get(programContext)
  if (!mayLead(reader, joint)) throw data(null, { status: 403 })
  const form = await asked.request.formData()
  const meeting = MeetingId.safeParse(textIn(form, 'note'))
  if (!meeting.success) throw data(null, { status: 400 })
  const read = readFields(
    { form, name: NAME, schema: MeetingForm, days: ['on'], otherwise: 'jointMeeting.wrong' },
    messages,
  )
  if (!read.ok) return data(read.answer, { status: 422 })
  const wanted = { id: joint.id, meeting: meeting.data, form: read.value }
  const called = await callMeeting({ db, now }, reader, wanted)
  if (!called.ok) return neverMind(called.failure)
  return redirect(`${address(messages.language, 'jointMeetings', { id: joint.id })}?varsel=lagret`)
}

export default function MeetingsPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const answer = actionData ?? null
  const calendar = useAddress('jointCalendar', { id: page.head.id })
  return (
    <>
      <JointTop head={page.head} here="jointMeetings" title={t('jointMeeting.title')} />
      <div className="wide section">
        {page.isSaved && <Done>{t('jointMeeting.saved')}</Done>}
        <p className="lead">{t('jointMeeting.lead')}</p>
        <Section title={t('jointMeeting.ahead')} id="kommende">
          {page.ahead.length === 0 && <p>{t('jointMeeting.ahead.none')}</p>}
          <MeetingList meetings={page.ahead} procurement={page.head.id} />
        </Section>
        {page.isLead && (
          <FoldedForm
            name={NAME}
            title={t('jointMeeting.new')}
            button={t('jointMeeting.button')}
            answer={answer}
            hidden={{ note: page.newMeeting }}
          >
            <MeetingFields name={NAME} typed={answer?.typed ?? {}} errors={answer?.errors ?? {}} />
          </FoldedForm>
        )}
        {page.past.length > 0 && (
          <Section title={t('jointMeeting.past')} id="tidligere">
            <MeetingList meetings={page.past} procurement={page.head.id} />
          </Section>
        )}
        {page.ahead.length + page.past.length > 0 && (
          <section className="box part">
            <p>
              <a href={calendar}>{t('jointMeeting.files')}</a>
            </p>
            <p className="small quiet">{t('jointMeeting.files.help')}</p>
          </section>
        )}
      </div>
    </>
  )
}
