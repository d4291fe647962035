import { data, redirect } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import { LARGEST_BYTES, LONGEST, VersionNote } from '#src/modules/documents/contract.ts'
import { type AddVersionFailure, addVersion } from '#src/modules/documents/index.ts'
import { address } from '#src/web/paths.ts'
import { readUpload } from '#src/web/read-upload.ts'
import { ownDocument, ownStandingDocument } from '#src/web/routes/documents/own-document.ts'
import {
  contentError,
  declarationErrors,
  fileErrors,
  issueErrors,
} from '#src/web/routes/documents/read-document-form.ts'
import { UploadFields } from '#src/web/routes/documents/upload-fields.tsx'
import { type FieldErrors, FormErrors, TextAreaField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader(visit: Route.LoaderArgs) {
  const { id, title } = (await ownStandingDocument(visit, 'change')).found
  return { id, title }
}

export async function action(visit: Route.ActionArgs) {
  const { actor, program, messages, found } = await ownDocument(visit, 'change')
  const { id } = found
  const form = await readUpload(visit.request, { field: 'file', largest: LARGEST_BYTES })
  const note = VersionNote.safeParse(form.typed.note ?? '')
  const noteIssues = (note.error?.issues ?? []).map(({ message }) => ({ path: ['note'], message }))
  const others = { ...issueErrors(noteIssues, messages), ...declarationErrors(form.typed, messages) }
  const errors = { ...others, ...(await fileErrors(form, others, messages)) }
  if (Object.keys(errors).length > 0 || !form.file || !note.success)
    return data({ typed: form.typed, errors }, { status: form.problem === 'tooLarge' ? 413 : 422 })
  const added = await addVersion(program, actor, { id, note: note.data, upload: form.file })
  if (added.ok)
    return redirect(`${address(messages.language, 'document', { id })}?gjort=ny-versjon`, { status: 303 })
  if (added.failure.kind === 'notKept')
    program.log.error({ failure: added.failure.failure }, 'a version of a document was not kept')
  const { status, errors: refused } = tell(added.failure, messages)
  return data({ typed: form.typed, errors: refused }, { status })
}

function tell(
  failure: AddVersionFailure,
  messages: Messages,
): { readonly status: number; readonly errors: FieldErrors } {
  const { t } = messages
  switch (failure.kind) {
    case 'documentNotFound':
      throw data(null, { status: 404 })
    case 'mayNotChange':
      throw data(null, { status: 403 })
    case 'withdrawn':
      throw data(null, { status: 410 })
    case 'sameAsBefore':
      return { status: 422, errors: { file: t('document.error.file.sameAsBefore') } }
    case 'content':
      return { status: 422, errors: { file: contentError(failure.problem, messages) } }
    case 'notKept':
      return { status: 503, errors: { file: t(`document.error.file.${failure.failure.kind}`) } }
  }
}

export default function NewVersionPage({ loaderData: { id, title }, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const [errors, typed] = [actionData?.errors ?? {}, actionData?.typed ?? {}]
  const crumbs = [
    { text: t('document.crumb'), href: useAddress('documents') },
    { text: title, href: useAddress('document', { id }) },
  ]
  return (
    <>
      <PageHead title={`${t('document.version.title')}: ${title}`} unlisted />
      <PageTop crumbs={crumbs} title={t('document.version.title')} lead={t('document.version.lead')} />
      <div className="wide section stack">
        <FormErrors errors={errors} title={t('document.new.wrong')} />
        <form
          method="post"
          encType="multipart/form-data"
          action={useAddress('documentVersion', { id })}
          className="document-form"
        >
          <TextAreaField
            name="note"
            label={t('document.field.note')}
            help={t('document.field.note.help')}
            optional
            rows={2}
            value={typed.note}
            maxLength={LONGEST.note}
            error={errors.note}
          />
          <UploadFields errors={errors} typed={typed} isAgain={actionData !== undefined} />
          <p>
            <button className="ds-button" type="submit" data-color="kobber">
              {t('document.version.submit')}
            </button>
          </p>
        </form>
      </div>
    </>
  )
}
