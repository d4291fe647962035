import { data, redirect } from 'react-router'
import { dayOf } from '#src/modules/identity/index.ts'
import {
  buyers,
  makeCase,
  mayBecomeCase,
  mayLead,
  measurementsOf,
  rollOutsOf,
} from '#src/modules/joint-procurement/index.ts'
import { programContext } from '#src/web/context.ts'
import { address } from '#src/web/paths.ts'
import { textIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { neverMind } from '#src/web/routes/joint-life/read-fields.ts'
import { readLife } from '#src/web/routes/joint-life/read-life.ts'
import { JointTop } from '#src/web/routes/joint-procurement/rooms.tsx'
import { Done } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { Route } from './+types/page.ts'
import { BenefitForm } from './benefit-form.tsx'
import { BenefitTable, Dues } from './benefit-table.tsx'
import { benefitView } from './benefit-view.ts'
import { isNoting, NOTE } from './note.ts'
import { RollOut } from './roll-out.tsx'
import { ShareCase } from './share-case.tsx'

export async function loader(asked: Route.LoaderArgs) {
  const read = await readLife(asked)
  const { joint, head, reader, messages, voices } = read
  const { db, now } = asked.context.get(programContext)
  const buying = new Set(buyers(joint).map(({ organisation }) => organisation))
  const known = { steps: await rollOutsOf(db, joint.id), measurements: await measurementsOf(db, joint.id) }
  const isLead = reader !== null && mayLead(reader, joint)
  return {
    head,
    voices: voices.filter(({ id }) => buying.has(id)),
    isSaved: new URL(asked.request.url).searchParams.get('varsel') === 'lagret',
    today: dayOf(now()),
    ...benefitView({ joint, ...known, today: Temporal.PlainDate.from(dayOf(now())) }, read),
    share: {
      case: joint.caseId && address(messages.language, 'case', { id: joint.caseId }),
      hasDraft: joint.draft !== null,
      mayMake: isLead && mayBecomeCase(joint),
      isLead,
    },
  }
}

export async function action(asked: Route.ActionArgs) {
  const actor = requireActor(asked)
  const { joint, messages } = await readLife(asked)
  const { db, now } = asked.context.get(programContext)
  const form = await asked.request.formData()
  const intent = textIn(form, 'intent')
  if (intent === 'del') {
    const made = await makeCase({ db, now }, actor, joint.id)
    if (made.ok) return redirect(address(messages.language, 'draft', { draft: made.value }))
    if (made.failure.kind === 'tooEarly') throw data(null, { status: 409 })
    return neverMind(made.failure)
  }
  if (!isNoting(intent)) throw data(null, { status: 400 })
  const refusal = await NOTE[intent]({ context: { db, now }, actor, joint, form, messages })
  if (refusal) return refusal
  return redirect(`${address(messages.language, 'jointBenefit', { id: joint.id })}?varsel=lagret`)
}

export default function BenefitPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const answer = actionData ?? null
  return (
    <>
      <JointTop head={page.head} here="jointBenefit" title={t('jointBenefit.title')} />
      <div className="wide section">
        {page.isSaved && <Done>{t('jointBenefit.saved')}</Done>}
        <p className="lead">{t('jointBenefit.lead')}</p>
        <RollOut page={page} answer={answer} />
        <BenefitTable page={page} />
        <Dues page={page} />
        {page.voices.length > 0 && (
          <BenefitForm voices={page.voices} today={page.today} grades={page.grades} answer={answer} />
        )}
        <ShareCase share={page.share} />
      </div>
    </>
  )
}

export type BenefitPageData = Route.ComponentProps['loaderData']
