import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { BeginForm, ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { beginProcurement, mayBegin } from '#src/modules/joint-procurement/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { newId } from '#src/platform/ids.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { typedIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { type FieldErrors, FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { BeginningForm } from './beginning-form.tsx'
import { beginningOf } from './beginning-view.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor({ request, context })
  const { db } = context.get(programContext)
  const { view } = await beginningOf(db, actor, new URL(request.url).searchParams.get('samlet'))
  if (view.leads.length === 0) throw data(null, { status: 403 })
  return { ...view, id: newId() }
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const { db, now } = context.get(programContext)
  const url = new URL(request.url)
  const { t, language } = messagesIn(languageOf(url.pathname))
  const typed = typedIn(await request.formData())
  const lead = OrganisationId.safeParse(typed.lead || actor.organisation)
  if (!lead.success || !mayBegin(actor, lead.data)) throw data(null, { status: 403 })
  const { beginning } = await beginningOf(db, actor, url.searchParams.get('samlet'))
  const read = BeginForm.safeParse(typed)
  if (!read.success)
    return data({ typed, errors: fieldErrors(read.error, t, 'joint.wrong.needed') }, { status: 422 })
  const id = ProcurementId.safeParse(typed.id)
  if (!id.success) throw data(null, { status: 400 })
  const asked = { ...beginning, id: id.data, lead: lead.data, form: read.data }
  const begun = await beginProcurement({ db, now }, actor, asked)
  const there = (one: ProcurementId) => {
    const news = one === id.data ? '?varsel=startet' : ''
    return redirect(address(language, 'jointProcurement', { id: one }) + news)
  }
  if (begun.ok) return there(begun.value.id)
  switch (begun.failure.kind) {
    case 'underWay':
      return there(begun.failure.procurement)
    case 'tooFew':
      return data({ typed, errors: { demand: t('joint.new.tooFew') } as FieldErrors }, { status: 409 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'demandNotFound':
      throw data(null, { status: 404 })
  }
}

export default function BeginJointPage({ loaderData: view, actionData }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const answer = actionData ?? null
  return (
    <>
      <PageHead title={t('joint.new.title')} unlisted />
      <PageTop
        crumbs={[{ text: t('joint.list.title'), href: address(language, 'jointProcurements') }]}
        title={t('joint.new.title')}
        lead={t('joint.new.lead')}
      />
      <div className="wide section with-aside">
        <div className="stack">
          {answer && <FormErrors errors={answer.errors} title={t('joint.wrong')} />}
          <BeginningForm view={view} answer={answer} />
        </div>
        <section className="box" aria-labelledby="saa">
          <h2 className="box-title" id="saa">
            {t('joint.new.next')}
          </h2>
          <ol>
            <li>{t('joint.new.next.path')}</li>
            <li>{t('joint.new.next.invite')}</li>
            <li>{t('joint.new.next.steps')}</li>
          </ol>
        </section>
      </div>
    </>
  )
}
