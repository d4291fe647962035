import type { Messages } from '#src/messages/index.ts'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { findCase } from '#src/modules/catalogue/index.ts'
import {
  type Draft,
  fillForm,
  holdsContactDetails,
  levelOf,
  problemsOf,
  readForm,
  stepsOf,
  textAt,
  typedDifference,
} from '#src/modules/sharing/index.ts'
import type { Database } from '#src/platform/database.ts'
import { asCase } from '#src/web/present/case-preview.ts'
import { differenceViews } from '#src/web/present/difference-views.ts'
import { draftTitle } from '#src/web/present/draft-title.ts'
import { answerText, toFieldProblem } from '#src/web/present/form-words.ts'
import { type CaseView, toCaseView } from '#src/web/routes/case/case-view.ts'

type Asked = { readonly draft: Draft; readonly messages: Messages; readonly at: Date }

/** Everything one wants to see before deciding: how it will look, what is missing, what is new. */
export async function readReview(db: Database, { draft, messages, at }: Asked) {
  const level = levelOf(draft)
  const { content, told, problems } = readForm(draft, level)
  const current = draft.caseId ? await findCase(db, draft.caseId) : null
  const published = current?.status === 'found' ? current.case : null
  const before = published ? fillForm(published.content) : null
  const differences = before
    ? typedDifference(before, draft.content, (answer) => answerText(answer, messages))
    : []
  return {
    id: draft.id,
    title: draftTitle(draft, messages),
    version: draft.version,
    status: draft.status,
    size: draft.size,
    level,
    caseId: draft.caseId,
    isCorrection: draft.basedOn !== null,
    note: textAt(draft.content, '$note'),
    view: content ? preview(content, { messages, at }) : null,
    language: told.language ?? messages.language,
    problems: stepsOf(draft.size).flatMap(({ slug, parts }) =>
      problemsOf(problems, parts).map((problem) => ({
        step: slug,
        ...toFieldProblem(problem, draft.size, messages),
      })),
    ),
    holdsContactDetails: content !== null && holdsContactDetails(content),
    differences: differenceViews(differences, messages),
    isBehind: published !== null && draft.basedOn !== null && published.version !== draft.basedOn,
    publishedVersion: published?.version ?? null,
  }
}

export type Review = Awaited<ReturnType<typeof readReview>>

/** Its number comes when it is published. */
const NO_ID = CaseId.parse('case-000')

function preview(
  content: NonNullable<ReturnType<typeof readForm>['content']>,
  { messages, at }: Pick<Asked, 'messages' | 'at'>,
): CaseView {
  return toCaseView(asCase(content, { id: NO_ID, version: 1, at }), { solutions: [] }, messages)
}
