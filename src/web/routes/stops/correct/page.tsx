import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { STOP_REASONS } from '#src/modules/catalogue/contract.ts'
import { reasonLabel } from '#src/modules/catalogue/index.ts'
import { readRegister } from '#src/modules/organisations/index.ts'
import { StopId } from '#src/modules/stops/contract.ts'
import { correctStop, findStop, findStopToCorrect, type SeenStop } from '#src/modules/stops/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { typedIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { themeChoices } from '#src/web/routes/documents/theme-choices.ts'
import { isWrong, readStory } from '#src/web/routes/stops/read-story-form.ts'
import { StoryFields } from '#src/web/routes/stops/story-fields.tsx'
import { FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

type Asked = Pick<Route.LoaderArgs, 'params' | 'request' | 'context'>

/** The story, for one who may put it right; it is not there for those who may not read it. */
async function ownStory({ params, request, context }: Asked): Promise<SeenStop> {
  const actor = requireActor({ request, context })
  const program = context.get(programContext)
  const id = StopId.safeParse(params.id)
  const seen = id.success ? await findStop(program, actor, id.data) : null
  if (!id.success || !seen) throw data(null, { status: 404 })
  const stop = await findStopToCorrect(program.db, actor, id.data)
  if (!stop) throw data(null, { status: 403 })
  return stop
}

export async function loader(asked: Route.LoaderArgs) {
  const stop = await ownStory(asked)
  const { language } = messagesIn(languageOf(new URL(asked.request.url).pathname))
  return {
    id: stop.id as string,
    title: stop.title,
    version: stop.version,
    typed: {
      title: stop.title,
      reasons: stop.reasons.join(' '),
      happened: stop.happened,
      wouldHaveHelped: stop.wouldHaveHelped,
      phase: stop.phase ?? '',
      theme: stop.theme ?? '',
      year: stop.year === null ? '' : String(stop.year),
    },
    choices: {
      reasons: STOP_REASONS.map((value) => ({ value, text: reasonLabel(value, language) })),
      themes: themeChoices(language),
    },
  }
}

export async function action(asked: Route.ActionArgs) {
  const stop = await ownStory(asked)
  const { request, context } = asked
  const { db, now } = context.get(programContext)
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const form = await request.formData()
  const { value, errors } = readStory({ form, register: await readRegister(db), messages })
  const again = (wrong: typeof errors, status: number) =>
    data({ errors: wrong, typed: typedIn(form), version: stop.version }, { status })
  if (isWrong(errors)) return again(errors, 422)
  const { named: _, language: __, ...words } = value
  const from = Number(form.get('version'))
  const corrected = await correctStop({ db, now }, requireActor(asked), { ...words, id: stop.id, from })
  if (corrected.ok) return redirect(`${address(messages.language, 'stop', { id: stop.id })}?rettet`)
  switch (corrected.failure.kind) {
    case 'stopNotFound':
      throw data(null, { status: 404 })
    case 'coordinatorOpens':
      throw data(null, { status: 403 })
    case 'changedMeanwhile':
      // What they wrote is kept; sent again it goes over what they have now been told of.
      return again({ title: messages.t('knowledge.correct.meanwhile') }, 409)
  }
}

export default function StopCorrectPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { id, title } = loaderData
  const errors = actionData?.errors ?? {}
  const back = address(language, 'stop', { id })
  return (
    <>
      <PageHead title={t('knowledge.correct.title')} unlisted />
      <PageTop
        crumbs={[
          { text: t('knowledge.stops.title'), href: address(language, 'stops') },
          { text: title, href: back },
        ]}
        title={t('knowledge.correct.title')}
        lead={t('knowledge.correct.lead')}
      />
      <div className="wide section stack">
        <FormErrors errors={errors} />
        <form method="post" className="form" noValidate action={useAddress('stopCorrect', { id })}>
          <input type="hidden" name="version" value={actionData?.version ?? loaderData.version} />
          <StoryFields
            choices={loaderData.choices}
            typed={actionData?.typed ?? loaderData.typed}
            errors={errors}
          />
          <div className="form-actions">
            <button className="ds-button" type="submit">
              {t('knowledge.correct.submit')}
            </button>
            <a href={back}>{t('knowledge.correct.cancel')}</a>
          </div>
        </form>
      </div>
    </>
  )
}
