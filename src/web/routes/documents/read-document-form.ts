import type { Messages } from '#src/messages/index.ts'
import { isMessageKey } from '#src/messages/index.ts'
import {
  Declarations,
  DocumentDescription,
  LARGEST_MEGABYTES,
  LONGEST,
} from '#src/modules/documents/contract.ts'
import { type ContentProblem, inspectContent, type RightsProblem } from '#src/modules/documents/index.ts'
import type { Typed } from '#src/web/read-form.ts'
import type { UploadedForm } from '#src/web/read-upload.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'

/** What is wrong, in words, by the field it stands at; a schema's own path says which. */
type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

const LONGEST_OF: Readonly<Record<string, number>> = {
  title: LONGEST.title,
  description: LONGEST.description,
  rightsHolder: LONGEST.words,
  permission: LONGEST.words,
  note: LONGEST.note,
  reason: LONGEST.reason,
}

/** Schemas name the end of a key; what comes from elsewhere (a choice that is not there) is told as a choice to make. */
export function issueErrors(issues: readonly Issue[], { t }: Messages): FieldErrors {
  const errors: Record<string, string> = {}
  for (const { path, message } of issues) {
    const field = String(path[0])
    const named = `document.error.${message}`
    const key = isMessageKey(named) ? named : `document.error.${field}.missing`
    if (isMessageKey(key)) errors[field] ??= t(key, { max: LONGEST_OF[field] ?? 0 })
  }
  return errors
}

export function rightsErrors(problems: readonly RightsProblem[], { t }: Messages): FieldErrors {
  return Object.fromEntries(problems.map(({ field, code }) => [field, t(`document.error.${code}`)]))
}

export function readDescription(typed: Typed, messages: Messages) {
  const read = DocumentDescription.safeParse(typed)
  return read.success
    ? { description: read.data, errors: {} }
    : { description: null, errors: issueErrors(read.error.issues, messages) }
}

export function declarationErrors(typed: Typed, messages: Messages): FieldErrors {
  const read = Declarations.safeParse(typed)
  return read.success ? {} : issueErrors(read.error.issues, messages)
}

/**
 * What is wrong with the file. Where something else is wrong already its content is looked at here, and told at once,
 * since it has to be chosen anew; else whoever takes it in looks at it.
 */
export async function fileErrors(
  { file, problem }: UploadedForm,
  others: FieldErrors,
  messages: Messages,
): Promise<FieldErrors> {
  const { t } = messages
  if (problem) return { file: t(`document.problem.${problem}`, { max: LARGEST_MEGABYTES }) }
  if (!file) return { file: t('document.error.file.missing') }
  if (Object.keys(others).length === 0) return {}
  const inspected = await inspectContent(file.bytes, file.name)
  return inspected.ok ? {} : { file: contentError(inspected.failure, messages) }
}

export function contentError(problem: ContentProblem, { t }: Messages): string {
  switch (problem.kind) {
    case 'otherName': {
      const format = t(`document.format.${problem.is}`)
      return t('document.problem.otherName', { says: problem.says, format })
    }
    case 'unknown':
      return t('document.problem.unknown')
    default:
      return t(`document.problem.${problem.kind}`, { max: LARGEST_MEGABYTES })
  }
}
