import type { Messages } from '#src/messages/index.ts'
import type { DocumentDescription, DocumentId } from '#src/modules/documents/contract.ts'
import { type AddDocumentFailure, addDocument } from '#src/modules/documents/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { WebProgram } from '#src/web/context.ts'
import { address } from '#src/web/paths.ts'
import type { UploadedFile, UploadedForm } from '#src/web/read-upload.ts'
import {
  contentError,
  declarationErrors,
  fileErrors,
  readDescription,
  rightsErrors,
} from '#src/web/routes/documents/read-document-form.ts'
import { readSubject, subjectSources } from '#src/web/routes/documents/subjects.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'

/** Why it was not taken in, with the status that says so, and the document that was there already. */
export type NotSaved = {
  readonly status: 403 | 413 | 422 | 503
  readonly errors: FieldErrors
  readonly existing: string | null
}

type Saving = {
  readonly program: Pick<WebProgram, 'db' | 'files' | 'log' | 'now'>
  readonly actor: Actor
  readonly messages: Messages
}

/** Takes in what the form brings, or says everything that is wrong with it at once. */
export async function saveNew(saving: Saving, form: UploadedForm): Promise<Result<DocumentId, NotSaved>> {
  const { messages } = saving
  const { typed, file } = form
  const { description, errors } = readDescription(typed, messages)
  const organisation = OrganisationId.safeParse(typed.organisation)
  const others = {
    ...(organisation.success ? {} : { organisation: messages.t('document.error.organisation.missing') }),
    ...errors,
    ...declarationErrors(typed, messages),
  }
  const wrong = { ...others, ...(await fileErrors(form, others, messages)) }
  if (Object.keys(wrong).length > 0 || !description || !file || !organisation.success)
    return fail({ status: form.problem === 'tooLarge' ? 413 : 422, errors: wrong, existing: null })
  const given = { organisation: organisation.data, description, file, asked: typed.for ?? '' }
  return add(saving, given)
}

type Given = {
  readonly organisation: OrganisationId
  readonly description: DocumentDescription
  readonly file: UploadedFile
  readonly asked: string
}

async function add(
  { program, actor, messages }: Saving,
  { organisation, description, file, asked }: Given,
): Promise<Result<DocumentId, NotSaved>> {
  const deps = { ...program, subjects: subjectSources(messages) }
  const subject = readSubject(asked)
  const added = await addDocument(deps, actor, { organisation, subject, description, upload: file })
  if (added.ok) return ok(added.value)
  if (added.failure.kind === 'notKept')
    program.log.error({ failure: added.failure.failure }, 'a document was not kept')
  return fail(tell(added.failure, messages))
}

function tell(failure: AddDocumentFailure, messages: Messages): NotSaved {
  const { t, language } = messages
  const wrong = (errors: FieldErrors, status: NotSaved['status'] = 422) => ({
    status,
    errors,
    existing: null,
  })
  switch (failure.kind) {
    case 'mayNotAdd':
    case 'subjectNotFound':
    case 'subjectOfOthers':
      return wrong({ organisation: t('document.error.organisation.missing') }, 403)
    case 'coordinatorNeeded':
      return wrong({ visibility: t('document.error.visibility.coordinator') })
    case 'rights':
      return wrong(rightsErrors(failure.problems, messages))
    case 'content':
      return wrong({ file: contentError(failure.problem, messages) })
    case 'notKept':
      return wrong({ file: t(`document.error.file.${failure.failure.kind}`) }, 503)
    case 'alreadyThere': {
      const existing = address(language, 'document', { id: failure.id })
      return { ...wrong({ file: t('document.error.file.alreadyThere') }), existing }
    }
  }
}
