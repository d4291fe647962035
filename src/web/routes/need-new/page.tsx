import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { NeedId, NeedTitle } from '#src/modules/needs/contract.ts'
import { startNeed } from '#src/modules/needs/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { newId } from '#src/platform/ids.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { textsIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { FormErrors, SelectField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { STEP_SLUGS } from '#src/web/ui/need-way.tsx'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { beginningOf, type FromView, ownChoices, ownEnds, readFrom } from './beginnings.ts'
import { OwnEnds } from './own-ends.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor({ request, context })
  const { db, now } = context.get(programContext)
  const url = new URL(request.url)
  const messages = messagesIn(languageOf(url.pathname))
  const organisations = await ownChoices(db, actor)
  if (organisations.length === 0) throw data(null, { status: 403 })
  const from = await readFrom(db, actor, url.searchParams)
  return {
    id: newId(),
    organisations,
    from,
    ends: from ? [] : await ownEnds({ db, now }, actor, messages),
  }
}

const FIELDS = ['id', 'organisation', 'title', 'kind', 'what', 'lot'] as const

export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const { db, now } = context.get(programContext)
  const { t, language } = messagesIn(languageOf(new URL(request.url).pathname))
  const typed = textsIn(await request.formData(), FIELDS)
  const again = (error: string) => data({ typed, errors: { title: error } }, { status: 422 })
  const organisation = OrganisationId.safeParse(typed.organisation || actor.organisation)
  if (!organisation.success) throw data(null, { status: 403 })
  const title = NeedTitle.safeParse(typed.title)
  const from = beginningOf(typed) ?? (title.success ? ({ kind: 'words', title: title.data } as const) : null)
  if (!from) return again(t(typed.title.length > 150 ? 'needs.title.long' : 'needs.title.short'))
  const id = NeedId.catch(NeedId.parse(newId())).parse(typed.id)
  const started = await startNeed({ db, now }, actor, { id, organisation: organisation.data, from })
  if (started.ok)
    return redirect(address(language, 'needStep', { id: started.value.id, step: STEP_SLUGS.what }))
  switch (started.failure.kind) {
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'noticeNotFound':
    case 'caseNotFound':
    case 'needNotFound':
      throw data(null, { status: 404 })
    case 'idTaken':
      return again(t('needs.new.taken'))
  }
}

export default function NeedNewPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { typed, errors } = actionData ?? { typed: null, errors: {} }
  return (
    <>
      <PageHead title={t('needs.new')} unlisted />
      <PageTop
        crumbs={[{ text: t('needs.nav'), href: address(language, 'needs') }]}
        title={t('needs.new')}
        lead={t('needs.new.lead')}
      />
      <div className="wide section stack">
        <form method="post" className="form-stack" noValidate>
          <FormErrors errors={errors} title={t('needs.form.wrong')} />
          <input type="hidden" name="id" value={page.id} />
          {page.organisations.length > 1 && (
            <SelectField
              name="organisation"
              label={t('needs.field.organisation')}
              choices={page.organisations}
              value={typed?.organisation}
            />
          )}
          {page.from ? <From from={page.from} /> : <OwnWords title={typed?.title} error={errors.title} />}
          <p>
            <button className="ds-button" type="submit" data-color="kobber">
              {t(page.from ? 'needs.new.fromThis' : 'needs.new.begin')}
            </button>
          </p>
        </form>
        {!page.from && <OwnEnds page={page} />}
        {!page.from && (
          <section className="part" aria-labelledby="fra-eksempel">
            <h2 id="fra-eksempel">{t('needs.new.case')}</h2>
            <p>{t('needs.new.case.text')}</p>
            <p>
              <To page="cases">{t('needs.new.case.find')}</To>
            </p>
          </section>
        )}
      </div>
    </>
  )
}

function OwnWords({ title, error }: { title: string | undefined; error: string | undefined }) {
  const { t } = useMessages()
  return (
    <TextField
      name="title"
      label={t('needs.field.title')}
      help={t('needs.field.title.help')}
      value={title}
      error={error}
      maxLength={150}
    />
  )
}

function From({ from }: { from: FromView }) {
  const { t } = useMessages()
  const { kind, what, lot, title } = from
  return (
    <div className="box" data-color="mose">
      <h2 className="box-title">{t(`needs.new.from.${kind}`, { title })}</h2>
      <p>{t('needs.new.from.text')}</p>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="lot" value={lot} />
    </div>
  )
}

export type NeedNewData = Route.ComponentProps['loaderData']
