import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { LARGEST_BYTES } from '#src/modules/documents/contract.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { readUpload } from '#src/web/read-upload.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { DescriptionFields } from '#src/web/routes/documents/description-fields.tsx'
import { UploadFields } from '#src/web/routes/documents/upload-fields.tsx'
import { FormErrors, SelectField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { type NewView, newView } from './new-view.ts'
import { saveNew } from './save-new.ts'

export function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor({ request, context })
  const url = new URL(request.url)
  const messages = messagesIn(languageOf(url.pathname))
  return newView(context.get(programContext).db, {
    actor,
    messages,
    asked: url.searchParams.get('for') ?? '',
  })
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const program = context.get(programContext)
  const language = languageOf(new URL(request.url).pathname)
  const form = await readUpload(request, { field: 'file', largest: LARGEST_BYTES })
  const saved = await saveNew({ program, actor, messages: messagesIn(language) }, form)
  if (saved.ok)
    return redirect(`${address(language, 'document', { id: saved.value })}?gjort=lastet-opp`, { status: 303 })
  const { status, errors, existing } = saved.failure
  return data({ typed: form.typed, errors, existing }, { status })
}

export default function NewDocumentPage({ loaderData: view, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const [errors, typed] = [actionData?.errors ?? {}, actionData?.typed ?? {}]
  const action = useAddress('documentNew') + (view.for ? `?for=${encodeURIComponent(view.for)}` : '')
  return (
    <>
      <PageHead title={t('document.new.title')} unlisted />
      <PageTop
        crumbs={[{ text: t('document.crumb'), href: useAddress('documents') }]}
        title={t('document.new.title')}
        lead={t('document.new.lead')}
      />
      <div className="wide section stack">
        <FormErrors errors={errors} title={t('document.new.wrong')} />
        {actionData?.existing && (
          <p className="box" data-color="korn">
            <a href={actionData.existing}>{t('document.existing')}</a>
          </p>
        )}
        <Belongs subject={view.subject} />
        <form method="post" encType="multipart/form-data" action={action} className="document-form">
          <input type="hidden" name="for" value={view.for} />
          <Organisations view={view} typed={typed.organisation} error={errors.organisation} />
          <DescriptionFields themes={view.themes} typed={typed} errors={errors} />
          <UploadFields errors={errors} typed={typed} isAgain={actionData !== undefined} />
          <p>
            <button className="ds-button" type="submit" data-color="kobber">
              {t('document.new.submit')}
            </button>
          </p>
        </form>
      </div>
    </>
  )
}

function Belongs({ subject }: { subject: NewView['subject'] }) {
  const { t } = useMessages()
  if (!subject) return null
  return (
    <p className="box" data-color={subject.isTheirs ? 'fjord' : 'korn'}>
      {t(subject.isTheirs ? 'document.new.for' : 'document.new.notYours', { title: subject.title })}
    </p>
  )
}

type OrganisationsProps = {
  readonly view: NewView
  readonly typed: string | undefined
  readonly error: string | undefined
}

/** Whoever acts for several chooses; whoever acts for one sees for whom. */
function Organisations({ view: { organisations }, typed, error }: OrganisationsProps) {
  const { t } = useMessages()
  const [only] = organisations
  if (organisations.length === 1 && only && !error) {
    return (
      <p className="form-field">
        {t('document.field.organisation')} <strong>{only.text}</strong>
        <input type="hidden" name="organisation" value={only.value} />
      </p>
    )
  }
  return (
    <SelectField
      name="organisation"
      label={t('document.field.organisation')}
      value={typed ?? only?.value}
      choices={organisations}
      error={error}
    />
  )
}
