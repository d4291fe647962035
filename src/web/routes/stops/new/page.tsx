import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { STOP_REASONS } from '#src/modules/catalogue/contract.ts'
import { reasonLabel } from '#src/modules/catalogue/index.ts'
import { mayPublishFor } from '#src/modules/identity/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { organisationsByIds, readRegister } from '#src/modules/organisations/index.ts'
import { StopId } from '#src/modules/stops/contract.ts'
import { tellStop } from '#src/modules/stops/index.ts'
import { newId } from '#src/platform/ids.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { typedIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { themeChoices } from '#src/web/routes/documents/theme-choices.ts'
import { AudienceFields } from '#src/web/routes/stops/audience-fields.tsx'
import { isWrong, readAudience, readStory } from '#src/web/routes/stops/read-story-form.ts'
import { StoryFields } from '#src/web/routes/stops/story-fields.tsx'
import { FormErrors, SelectField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To, useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor({ request, context })
  const { db } = context.get(programContext)
  const { language } = messagesIn(languageOf(new URL(request.url).pathname))
  const organisations = await organisationsByIds(db, [...actor.actsFor])
  return {
    id: newId(),
    organisations: [...actor.actsFor].flatMap((id) => {
      const found = organisations.get(id)
      return found ? [{ value: id, text: found.name }] : []
    }),
    mayOpen: [...actor.actsFor].some((id) => mayPublishFor(actor, id)),
    reasons: STOP_REASONS.map((value) => ({ value, text: reasonLabel(value, language) })),
    themes: themeChoices(language),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const { db, now } = context.get(programContext)
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const form = await request.formData()
  const asked = { form, register: await readRegister(db), messages }
  const story = readStory(asked)
  const audience = readAudience(asked)
  const errors = { ...story.errors, ...audience.errors }
  const again = (wrong: Readonly<Record<string, string | undefined>>) =>
    data({ errors: wrong, typed: typedIn(form) }, { status: 422 })
  if (isWrong(errors)) return again(errors)
  const chosen = OrganisationId.safeParse(form.get('organisation'))
  const organisation = chosen.success ? chosen.data : actor.organisation
  if (!organisation) throw data(null, { status: 403 })
  const told = await tellStop({ db, now }, actor, {
    ...story.value,
    ...audience.value,
    id: StopId.catch(StopId.parse(newId())).parse(form.get('id')),
    organisation,
  })
  if (told.ok) return redirect(address(messages.language, 'stop', { id: told.value }))
  switch (told.failure.kind) {
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'coordinatorOpens':
      return again({ visibility: messages.t('knowledge.tell.wrong.coordinator') })
    case 'idTaken':
      return again({ title: messages.t('knowledge.tell.wrong.idTaken') })
  }
}

export default function StopNewPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const errors = actionData?.errors ?? {}
  return (
    <>
      <PageHead title={t('knowledge.tell.title')} unlisted />
      <PageTop
        crumbs={[{ text: t('knowledge.stops.title'), href: address(language, 'stops') }]}
        title={t('knowledge.tell.title')}
        lead={t('knowledge.tell.lead')}
      />
      <div className="wide section stack">
        <FormErrors errors={errors} />
        <form method="post" className="form" noValidate action={useAddress('stopNew')}>
          <input type="hidden" name="id" value={loaderData.id} />
          {loaderData.organisations.length > 1 && (
            <SelectField
              name="organisation"
              label={t('knowledge.tell.organisation')}
              choices={loaderData.organisations}
              value={actionData?.typed.organisation}
            />
          )}
          <StoryFields choices={loaderData} typed={actionData?.typed ?? {}} errors={errors} />
          <AudienceFields typed={actionData?.typed ?? {}} errors={errors} mayOpen={loaderData.mayOpen} />
          <p>
            <button className="ds-button" type="submit" data-color="kobber">
              {t('knowledge.tell.submit')}
            </button>
          </p>
        </form>
        <p>
          {t('knowledge.tell.full')} <To page="share">{t('knowledge.tell.full.link')}</To>
        </p>
      </div>
    </>
  )
}
