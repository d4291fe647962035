import { data } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import type { DescribeDocumentFailure } from '#src/modules/documents/index.ts'
import { rightsErrors } from '#src/web/routes/documents/read-document-form.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'

type Told = Exclude<DescribeDocumentFailure, { kind: 'changedMeanwhile' }>

export function whyNotDescribed(failure: Told, messages: Messages): FieldErrors {
  switch (failure.kind) {
    case 'documentNotFound':
      throw data(null, { status: 404 })
    case 'mayNotChange':
      throw data(null, { status: 403 })
    case 'withdrawn':
      throw data(null, { status: 410 })
    case 'coordinatorNeeded':
      return { visibility: messages.t('document.error.visibility.coordinator') }
    case 'rights':
      return rightsErrors(failure.problems, messages)
  }
}
