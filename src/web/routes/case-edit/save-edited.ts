import { data } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import type { CaseId } from '#src/modules/catalogue/contract.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  type EditCaseFailure,
  editCase,
  type Problem,
  problemsOf,
  readPosted,
  type Step,
  type TypedContent,
  withAnswers,
  withRows,
} from '#src/modules/sharing/index.ts'
import { newId } from '#src/platform/ids.ts'
import type { WebProgram } from '#src/web/context.ts'
import { toFieldProblem } from '#src/web/present/form-words.ts'
import { textIn } from '#src/web/read-form.ts'
import type { PartView } from '#src/web/routes/draft-step/field-view.ts'
import { partViews } from '#src/web/routes/draft-step/field-views.ts'

type Sent = {
  readonly actor: Actor
  readonly id: CaseId
  readonly step: Step
  readonly form: FormData
  readonly messages: Messages
  /** The whole form as the case stands. */
  readonly content: TypedContent
}

type FieldProblem = { readonly field: string; readonly text: string }
type Again = {
  readonly kind: 'again'
  readonly status: number
  readonly parts: readonly PartView[]
  readonly problems: readonly FieldProblem[]
  readonly reason: string
  readonly version: number
}

/** How it is shown again: with problems of its fields, or with what is said of it all. */
type Shown = Partial<Pick<Again, 'problems' | 'version'>> &
  Pick<Again, 'status'> & { readonly of?: readonly Problem[] }

/** Saves what a curator has written on a page of the form, or shows it again with what is wrong or a row more or less. */
export async function saveEdited(
  { db, now }: Pick<WebProgram, 'db' | 'now'>,
  sent: Sent,
): Promise<{ readonly kind: 'saved' } | Again> {
  const { actor, id, step, form, messages, content } = sent
  const from = Number(form.get('version')) || 0
  const reason = textIn(form, 'reason', 300)
  const change = changeOf(form)
  const typed = withRows(readPosted(form, step.parts), step.parts, change)
  const again = ({ of = [], ...shown }: Shown): Again => ({
    kind: 'again',
    parts: partViews(step, {
      content: withAnswers(content, step.parts, typed),
      size: 'full',
      problems: of,
      messages,
    }),
    problems: of.map((problem) => toFieldProblem(problem, 'full', messages)),
    reason,
    version: from,
    ...shown,
  })
  if (change) return again({ status: 200 })
  const saved = await editCase({ db, now }, actor, { id, from, parts: step.parts, typed, reason })
  return saved.ok ? { kind: 'saved' } : again(whyNot(saved.failure, sent))
}

function whyNot(failure: EditCaseFailure, { step, messages: { t } }: Sent): Shown {
  const said = (text: string) => [{ field: 'reason', text }]
  switch (failure.kind) {
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'caseNotFound':
      throw data(null, { status: 404 })
    case 'wrong': {
      const here = problemsOf(failure.problems, step.parts)
      return { status: 422, of: here.length > 0 ? here : failure.problems }
    }
    case 'reasonMissing':
      return { status: 422, problems: said(t('sharing.edit.error.reason')) }
    case 'nothingChanged':
      return { status: 422, problems: said(t('sharing.edit.error.nothing')) }
    case 'changedMeanwhile':
      return {
        status: 409,
        problems: said(t('sharing.edit.error.meanwhile')),
        version: failure.version,
      }
  }
}

function changeOf(form: FormData) {
  const [kind, path = '', key = ''] = String(form.get('do') ?? '').split(':')
  if (kind === 'add') return { add: path, key: newId() }
  return kind === 'remove' ? { remove: path, key } : null
}
