import { data, redirect } from 'react-router'
import { dayOf } from '#src/modules/identity/index.ts'
import { talkOf, withdrawalsOf } from '#src/modules/joint-procurement/index.ts'
import { newId } from '#src/platform/ids.ts'
import { programContext } from '#src/web/context.ts'
import { newsOf } from '#src/web/news-of.ts'
import { address } from '#src/web/paths.ts'
import { textIn } from '#src/web/read-form.ts'
import { subjectDocuments } from '#src/web/routes/documents/subject-documents.ts'
import { SubjectDocumentsSection } from '#src/web/routes/documents/subject-documents-section.tsx'
import { readLifeWithin } from '#src/web/routes/joint-life/read-life.ts'
import { JointTop } from '#src/web/routes/joint-procurement/rooms.tsx'
import { Done } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { Route } from './+types/page.ts'
import { Decisions } from './decisions.tsx'
import { Questions } from './questions.tsx'
import { isSaying, SAY } from './say.ts'
import { TalkAside } from './talk-aside.tsx'
import { talkView } from './talk-view.ts'
import { Tasks } from './tasks.tsx'
import { Withdrawals } from './withdrawals.tsx'

const NEWS = { lagret: 'jointTalk.saved', trukket: 'jointWithdraw.done' } as const

export async function loader(asked: Route.LoaderArgs) {
  const read = await readLifeWithin(asked)
  const { joint, head, reader, messages, nameOf, voices } = read
  const { db, now } = asked.context.get(programContext)
  const subject = { kind: 'joint-procurement', id: joint.id } as const
  return {
    head,
    voices,
    ids: { decision: newId(), task: newId(), question: newId() },
    participants: joint.participants
      .filter(({ status }) => status === 'interested')
      .map(({ organisation }) => ({ id: organisation, name: nameOf(organisation) })),
    news: newsOf(NEWS, new URL(asked.request.url).searchParams.get('varsel')),
    documents: await subjectDocuments(db, subject, { reader, messages }),
    ...talkView({
      joint,
      talk: await talkOf(db, joint.id),
      withdrawals: await withdrawalsOf(db, joint.id),
      today: Temporal.PlainDate.from(dayOf(now())),
      voices,
      nameOf,
      messages,
    }),
  }
}

export async function action(asked: Route.ActionArgs) {
  const { joint, reader: actor, messages } = await readLifeWithin(asked)
  const { db, now } = asked.context.get(programContext)
  const form = await asked.request.formData()
  const intent = textIn(form, 'intent').split(' ', 1)[0] ?? ''
  if (!isSaying(intent)) throw data(null, { status: 400 })
  const refusal = await SAY[intent]({ context: { db, now }, actor, joint, form, messages })
  if (refusal) return refusal
  return redirect(`${address(messages.language, 'jointTalk', { id: joint.id })}?varsel=lagret`)
}

export default function TalkPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const answer = actionData ?? null
  return (
    <>
      <JointTop head={page.head} here="jointTalk" title={t('jointTalk.title')} />
      <div className="wide section with-aside">
        <div>
          {page.news && <Done>{t(page.news)}</Done>}
          <p className="lead">{t('jointTalk.lead')}</p>
          <Tasks page={page} answer={answer} />
          <Questions page={page} answer={answer} />
          <Decisions page={page} answer={answer} />
          <SubjectDocumentsSection documents={page.documents} />
          {page.documents.add && <p className="small quiet">{t('jointTalk.documents.help')}</p>}
          <Withdrawals withdrawals={page.withdrawals} />
        </div>
        <TalkAside head={page.head} mayWithdraw={page.voices.length > 0} />
      </div>
    </>
  )
}

export type TalkPageData = Route.ComponentProps['loaderData']
