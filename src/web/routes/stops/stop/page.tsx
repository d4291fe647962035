import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { reasonLabel } from '#src/modules/catalogue/index.ts'
import { dayOf, mayPublishFor } from '#src/modules/identity/index.ts'
import { organisationsByIds, readRegister } from '#src/modules/organisations/index.ts'
import { StopId } from '#src/modules/stops/contract.ts'
import {
  type ChangeAudienceFailure,
  changeAudience,
  findStop,
  findStopToCorrect,
  mayTellFor,
  withdrawStop,
} from '#src/modules/stops/index.ts'
import { themeLabel } from '#src/modules/vocabulary/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { typedIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { isWrong, readAudience } from '#src/web/routes/stops/read-story-form.ts'
import { FactList, Section } from '#src/web/ui/facts.tsx'
import { FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { Audience } from './audience.tsx'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const program = context.get(programContext)
  const actor = context.get(actorContext)
  const url = new URL(request.url)
  const { language, t } = messagesIn(languageOf(url.pathname))
  const id = StopId.safeParse(params.id)
  const stop = id.success ? await findStop(program, actor, id.data) : null
  if (!stop) throw data(null, { status: 404 })
  const { organisation, readers, opensOn, reasons, theme, correctedAt, ...told } = stop
  const organisations = await organisationsByIds(program.db, [
    ...readers,
    ...(organisation ? [organisation] : []),
  ])
  const nameOf = (one: typeof organisation) => (one ? (organisations.get(one)?.name ?? null) : null)
  return {
    ...told,
    who: nameOf(organisation) ?? t('knowledge.stops.unnamed'),
    reasons: reasons.map((reason) => reasonLabel(reason, language)),
    theme: theme && themeLabel(theme, language),
    opensOn: opensOn?.toString() ?? null,
    readers: readers.flatMap((one) => nameOf(one) ?? []),
    mayChange: stop.isOwn && actor !== null && organisation !== null && mayTellFor(actor, organisation),
    mayOpen: actor !== null && organisation !== null && mayPublishFor(actor, organisation),
    mayCorrect: actor !== null && (await findStopToCorrect(program.db, actor, stop.id)) !== null,
    correctedAt: correctedAt && dayOf(correctedAt),
    isChanged: url.searchParams.has('lagret'),
    isCorrected: url.searchParams.has('rettet'),
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const program = context.get(programContext)
  const { db, now } = program
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const { language, t } = messages
  const id = StopId.safeParse(params.id)
  const stop = id.success ? await findStop(program, actor, id.data) : null
  if (!id.success || !stop) throw data(null, { status: 404 })
  if (!stop.isOwn || !stop.organisation || !mayTellFor(actor, stop.organisation))
    throw data(null, { status: 403 })
  const form = await request.formData()
  if (form.get('do') === 'withdraw') {
    const withdrawn = await withdrawStop({ db, now }, actor, id.data)
    if (!withdrawn.ok) throw data(null, { status: statusOf(withdrawn.failure) })
    return redirect(address(language, 'stops'))
  }
  const { value, errors } = readAudience({ form, register: await readRegister(db), messages })
  const again = (wrong: typeof errors) => data({ errors: wrong, typed: typedIn(form) }, { status: 422 })
  if (isWrong(errors)) return again(errors)
  const asked = {
    ...value,
    id: id.data,
    named: form.get('named') === 'ja',
    from: Number(form.get('version')),
  }
  const changed = await changeAudience({ db, now }, actor, asked)
  if (changed.ok) return redirect(`${address(language, 'stop', { id: id.data })}?lagret`)
  if (changed.failure.kind === 'coordinatorOpens')
    return again({ visibility: t('knowledge.tell.wrong.coordinator') })
  throw data(null, { status: statusOf(changed.failure) })
}

function statusOf({ kind }: ChangeAudienceFailure): number {
  switch (kind) {
    case 'stopNotFound':
      return 404
    case 'coordinatorOpens':
      return 403
    case 'changedMeanwhile':
      return 409
  }
}

export default function StopPage({ loaderData: stop, actionData }: Route.ComponentProps) {
  const { t, language, date } = useMessages()
  const facts = [
    { name: t('knowledge.stop.reasons'), value: stop.reasons.join(' · ') },
    stop.phase ? { name: t('knowledge.stop.phase'), value: t(`case.phase.${stop.phase}`) } : null,
    stop.theme ? { name: t('knowledge.tell.theme'), value: stop.theme } : null,
    stop.correctedAt ? { name: t('knowledge.stop.corrected'), value: date(stop.correctedAt) } : null,
  ]
  return (
    <>
      <PageHead title={stop.title} unlisted={stop.visibility !== 'all'} />
      <PageTop
        crumbs={[{ text: t('knowledge.stops.title'), href: address(language, 'stops') }]}
        kind={t('knowledge.stops.story')}
        facts={[stop.who, ...(stop.year === null ? [] : [String(stop.year)])]}
        title={stop.title}
        language={stop.language}
      />
      <div className="wide section with-aside">
        <div>
          <FormErrors errors={actionData?.errors ?? {}} />
          <Section title={t('knowledge.stop.happened')} id="hva-skjedde">
            <p className="story-text" lang={stop.language}>
              {stop.happened}
            </p>
          </Section>
          {stop.wouldHaveHelped && (
            <Section title={t('knowledge.stop.wouldHaveHelped')} id="hjelp">
              <p className="story-text" lang={stop.language}>
                {stop.wouldHaveHelped}
              </p>
            </Section>
          )}
          <FactList facts={facts} />
        </div>
        <Audience stop={stop} typed={actionData?.typed} errors={actionData?.errors ?? {}} />
      </div>
    </>
  )
}
