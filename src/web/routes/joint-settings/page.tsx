import { programContext } from '#src/web/context.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { readJointWithin } from '#src/web/routes/joint-procurement/read-joint.ts'
import { JointTop } from '#src/web/routes/joint-procurement/rooms.tsx'
import { Done, FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { Route } from './+types/page.ts'
import { Competition } from './competition.tsx'
import { ChoosePath, End, HandOver } from './decisions.tsx'
import { FactPartSection } from './fact-part.tsx'
import { settingsAction } from './settings-action.ts'
import { settingsView } from './settings-view.ts'

export async function loader(asked: Route.LoaderArgs) {
  const { db, now } = asked.context.get(programContext)
  const { head, joint, reader, messages } = await readJointWithin(asked)
  return {
    head,
    view: await settingsView(db, joint, { reader, messages, at: now() }),
    isSaved: new URL(asked.request.url).searchParams.get('varsel') === 'lagret',
  }
}

export async function action(asked: Route.ActionArgs) {
  const actor = requireActor(asked)
  const { db, now } = asked.context.get(programContext)
  const { joint, messages } = await readJointWithin(asked)
  const form = await asked.request.formData()
  return settingsAction({ program: { db, now }, actor, joint, form, messages })
}

export default function JointSettingsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { head, view, isSaved } = loaderData
  const answer = actionData ?? null
  return (
    <>
      <JointTop head={head} here="jointSettings" title={t('joint.room.settings')} />
      <div className="wide section">
        <div className="stack">
          {answer && <FormErrors errors={answer.errors} title={t('joint.wrong')} />}
          {isSaved && !answer && <Done>{t('joint.saved')}</Done>}
        </div>
        {view.beginsAnew && (
          <p className="box" data-color="korn">
            {t('joint.newRound')}
          </p>
        )}
        {view.parts.map((part) => (
          <FactPartSection
            key={part.part}
            view={part}
            version={view.version}
            mayWrite={view.leads}
            answer={answer}
          />
        ))}
        <Competition id={head.id} />
        <ChoosePath view={view} answer={answer} />
        <HandOver view={view} answer={answer} />
        <End view={view} answer={answer} />
      </div>
    </>
  )
}
