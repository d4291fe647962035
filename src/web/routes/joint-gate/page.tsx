import { data, redirect } from 'react-router'
import { loadGate } from '#src/modules/joint-procurement/index.ts'
import { programContext } from '#src/web/context.ts'
import { newsOf } from '#src/web/news-of.ts'
import { address } from '#src/web/paths.ts'
import { type Typed, textsIn } from '#src/web/read-form.ts'
import { readJointWithin } from '#src/web/routes/joint-procurement/read-joint.ts'
import { JointTop } from '#src/web/routes/joint-procurement/rooms.tsx'
import { Section } from '#src/web/ui/facts.tsx'
import { Done, type FieldErrors, FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { Route } from './+types/page.ts'
import { BlockPart } from './block-part.tsx'
import { DraftPart } from './draft-part.tsx'
import { GATE_FIELDS, gateAct } from './gate-act.ts'
import { type GateView, gateView } from './gate-view.ts'
import { NoticePart } from './notice-part.tsx'
import { Passes, PassPart } from './pass-part.tsx'
import { Numbers, Points } from './points.tsx'

const NEWS = {
  bestatt: 'gate.pass.done',
  tilbake: 'gate.takenBack',
  nummer: 'gate.number.saved',
  utkast: 'gate.draft.done',
  glemt: 'gate.draft.forgotten',
  kunngjort: 'gate.notice.saved',
} as const

export async function loader(asked: Route.LoaderArgs) {
  const { db, now } = asked.context.get(programContext)
  const { joint, head, reader, messages } = await readJointWithin(asked)
  const gate = await loadGate({ db, now }, joint)
  return {
    head,
    view: await gateView(db, { gate, reader, messages }),
    news: newsOf(NEWS, asked.url.searchParams.get('varsel')),
  }
}

export async function action(asked: Route.ActionArgs) {
  const { db, now } = asked.context.get(programContext)
  const { joint, reader, messages } = await readJointWithin(asked)
  const typed = textsIn(await asked.request.formData(), GATE_FIELDS)
  const done = await gateAct({ context: { db, now }, actor: reader, messages }, joint, typed)
  if (done.ok)
    return redirect(`${address(messages.language, 'jointGate', { id: joint.id })}?varsel=${done.value}`)
  const { status, errors } = done.failure
  return data({ typed, errors }, { status })
}

export default function JointGatePage({
  loaderData: { head, view, news },
  actionData,
}: Route.ComponentProps) {
  const { t } = useMessages()
  const answer: GateAnswer = actionData ?? { typed: {}, errors: {} }
  return (
    <>
      <JointTop head={head} here="jointGate" title={t('gate.title')} />
      <div className="wide section with-aside">
        <div className="stack">
          {news && <Done>{t(news)}</Done>}
          <FormErrors errors={answer.errors} title={t('gate.wrong')} />
          <Status view={view} />
          <Section title={t('gate.points')} id="punkter">
            <Points view={view} />
          </Section>
          <Numbers view={view} answer={answer} />
          <Section title={t('gate.draft')} id="utkast">
            <DraftPart view={view} id={head.id} />
          </Section>
          <Section title={t('gate.block')} id="deltakere">
            <BlockPart view={view} />
          </Section>
          {view.status === 'locked' && <NoticePart view={view} answer={answer} />}
        </div>
        <div className="stack">
          <PassPart view={view} answer={answer} />
          <Passes view={view} />
        </div>
      </div>
    </>
  )
}

function Status({ view: { status, lockedOn, counts, outdated, round } }: { view: GateView }) {
  const { t, list } = useMessages()
  const told = [
    t('gate.count', { missing: counts.missing }),
    ...(counts.judge > 0 ? [t('gate.count.judge', { judge: counts.judge })] : []),
    t('gate.count.fulfilled', { fulfilled: counts.fulfilled }),
  ]
  return (
    <>
      <p>{t('gate.lead')}</p>
      {status === 'early' && (
        <p className="box" data-color="fjord">
          {t('gate.early')}
        </p>
      )}
      {status === 'locked' && (
        <p className="box" data-color="mose">
          {t('gate.locked', { date: lockedOn ?? '–' })}
        </p>
      )}
      {status === 'ended' && <p className="box">{t('gate.ended')}</p>}
      {outdated && (
        <p className="box" data-color="korn" role="status">
          {t('gate.passes.outdated', { names: outdated })}
        </p>
      )}
      {!outdated && round > 1 && status === 'open' && (
        <p className="box" data-color="korn">
          {t('gate.passes.round', { round })}
        </p>
      )}
      <p className="gate-count">{list(told)}.</p>
    </>
  )
}

export type GateAnswer = { readonly typed: Typed; readonly errors: FieldErrors }
