import { data, redirect } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import { WithdrawalForm } from '#src/modules/joint-procurement/contract.ts'
import {
  consequenceOf,
  inhabitantsOf,
  mayBind,
  mayWriteFor,
  type WithdrawFailure,
  withdrawParticipant,
} from '#src/modules/joint-procurement/index.ts'
import { programContext } from '#src/web/context.ts'
import { address } from '#src/web/paths.ts'
import { neverMind, readFields, refused, voiceIn } from '#src/web/routes/joint-life/read-fields.ts'
import { readLifeWithin } from '#src/web/routes/joint-life/read-life.ts'
import { JointTop } from '#src/web/routes/joint-procurement/rooms.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { Route } from './+types/page.ts'
import { ConsequenceList } from './consequence.tsx'
import { consequenceView } from './consequence-view.ts'
import { WithdrawForm } from './withdraw-form.tsx'

export async function loader(asked: Route.LoaderArgs) {
  const { joint, head, reader, messages, nameOf } = await readLifeWithin(asked)
  const { db } = asked.context.get(programContext)
  const theirs = joint.participants.filter(
    ({ status, organisation }) => status === 'interested' && mayWriteFor(reader, organisation),
  )
  const chosen = new URL(asked.request.url).searchParams.get('for')
  const leaving = theirs.find(({ organisation }) => organisation === chosen) ?? theirs[0]
  if (!leaving) throw data(null, { status: 403 })
  const consequence = consequenceOf(joint, leaving, await inhabitantsOf(db))
  return {
    head,
    step: joint.step,
    leaving: { id: leaving.organisation, name: nameOf(leaving.organisation), role: leaving.role },
    others: theirs
      .filter((one) => one !== leaving)
      .map(({ organisation }) => ({ id: organisation, name: nameOf(organisation) })),
    isLead: leaving.organisation === joint.lead,
    hasEnded: joint.ended !== null,
    // Whoever writes for them may look, and prepare; their coordinator decides.
    mayConfirm: mayBind(reader, leaving.organisation),
    view: consequenceView(consequence, { nameOf, messages }),
  }
}

const NAME = 'trekk'

export async function action(asked: Route.ActionArgs) {
  const { joint, reader, messages } = await readLifeWithin(asked)
  const { db, now } = asked.context.get(programContext)
  const form = await asked.request.formData()
  const organisation = voiceIn({ form, actor: reader, joint })
  if (!mayBind(reader, organisation)) throw data(null, { status: 403 })
  const read = readFields(
    { form, name: NAME, schema: WithdrawalForm, days: ['decidedOn'], otherwise: 'jointWithdraw.wrong' },
    messages,
  )
  if (!read.ok) return data(read.answer, { status: 422 })
  const done = await withdrawParticipant({ db, now }, reader, {
    id: joint.id,
    organisation,
    form: read.value,
  })
  if (!done.ok) return told(done.failure, { messages, typed: read.typed })
  return redirect(`${address(messages.language, 'jointTalk', { id: joint.id })}?varsel=trukket#trukket`)
}

function told(
  failure: WithdrawFailure,
  { messages: { t }, typed }: { messages: Messages; typed: Readonly<Record<string, string>> },
) {
  switch (failure.kind) {
    case 'procurementNotFound':
    case 'notAllowed':
      return neverMind({ kind: failure.kind })
    case 'notTakingPart':
      throw data(null, { status: 403 })
    case 'ended':
    case 'leads':
    case 'movedOn':
      return refused({ name: NAME, typed, status: 409 }, { decidedOn: t(`jointWithdraw.${failure.kind}`) })
    case 'inFuture':
      return refused({ name: NAME, typed }, { decidedOn: t('jointWithdraw.inFuture') })
  }
}

export default function WithdrawPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { head, leaving } = page
  const hindrance = whyNoForm(page)
  const who = { who: leaving.name, role: t(`jointRole.${leaving.role}`), step: t(`joint.step.${page.step}`) }
  return (
    <>
      <JointTop head={head} here="jointWithdraw" title={t('jointWithdraw.title')} />
      <div className="wide section text">
        <h2>{t('jointWithdraw.title')}</h2>
        <p className="lead">{t('jointWithdraw.lead')}</p>
        <p>{t('jointWithdraw.who', who)}</p>
        {page.others.map(({ id, name }) => (
          <p key={id}>
            <a href={`${address(language, 'jointWithdraw', { id: head.id })}?for=${id}`}>
              {t('jointTalk.for')}: {name}
            </a>
          </p>
        ))}
        <section aria-labelledby="folger" className="part">
          <h3 id="folger">{t('jointWithdraw.follows')}</h3>
          <ConsequenceList view={page.view} />
        </section>
        {hindrance ? (
          <p className="box" data-color="korn">
            {t(`jointWithdraw.${hindrance}`)}
          </p>
        ) : (
          <WithdrawForm name={NAME} leaving={leaving.id} step={page.step} answer={actionData ?? null} />
        )}
      </div>
    </>
  )
}

type Standing = { readonly hasEnded: boolean; readonly isLead: boolean; readonly mayConfirm: boolean }

function whyNoForm({ hasEnded, isLead, mayConfirm }: Standing) {
  if (hasEnded) return 'ended'
  if (isLead) return 'leads'
  return mayConfirm ? null : 'coordinator'
}
