import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { DraftSize } from '#src/modules/sharing/contract.ts'
import {
  answerChange,
  commentsOfDraft,
  type Draft,
  discardDraft,
  growDraft,
  isWritable,
  mayWrite,
  progressOf,
  takeBackDraft,
  unsettledSteps,
} from '#src/modules/sharing/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { draftTitle } from '#src/web/present/draft-title.ts'
import { readOwnDraft } from '#src/web/present/read-own-draft.ts'
import { readPublishers } from '#src/web/present/read-publishers.ts'
import { subjectDocuments } from '#src/web/routes/documents/subject-documents.ts'
import { SubjectDocumentsSection } from '#src/web/routes/documents/subject-documents-section.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { DraftAside } from './aside.tsx'
import { Standing } from './standing.tsx'
import { TaskList } from './task-list.tsx'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { actor, draft } = await readOwnDraft({ request, context, id: params.draft })
  const language = languageOf(new URL(request.url).pathname)
  if (draft.status === 'published' && draft.caseId)
    throw redirect(address(language, 'case', { id: draft.caseId }))
  if (draft.status === 'discarded') throw data(null, { status: 410 })
  // A curator reads what is submitted, and has nothing to fill in.
  if (!mayWrite(actor, draft)) throw redirect(address(language, 'draftPublish', { draft: draft.id }))
  const messages = messagesIn(language)
  const { steps, isComplete, score, next } = progressOf(draft)
  const { db, now } = context.get(programContext)
  const comments = await commentsOfDraft(db, draft.id)
  const unsettled = await unsettledSteps(db, { draft: draft.id, person: actor.personId })
  const subject = { kind: 'draft', id: draft.id } as const
  return {
    id: draft.id,
    title: draftTitle(draft, messages),
    size: draft.size,
    status: draft.status,
    isWritable: isWritable(draft.status),
    steps: steps.map(({ name, slug, state }) => ({
      name,
      slug,
      state,
      isUnsettled: unsettled.includes(slug),
      asked: comments.filter(({ block, resolvedAt }) => block === name && resolvedAt === null),
    })),
    isComplete,
    score,
    next,
    caseId: draft.caseId,
    isCorrection: draft.basedOn !== null,
    fromNotice: draft.origin.kind === 'notice' ? draft.origin.id : null,
    savedAt: draft.savedAt,
    documents: await subjectDocuments(db, subject, { reader: actor, messages }),
    publishers: isWritable(draft.status) ? [] : await readPublishers(db, actor, { draft, at: now() }),
  }
}

export type DraftPage = Awaited<ReturnType<typeof loader>>

export async function action({ params, request, context }: Route.ActionArgs) {
  const { actor, draft } = await readOwnDraft({ request, context, id: params.draft })
  const { db, now } = context.get(programContext)
  const language = languageOf(new URL(request.url).pathname)
  const form = await request.formData()
  const here = address(language, 'draft', { draft: draft.id })
  switch (form.get('do')) {
    case 'grow': {
      const size = DraftSize.safeParse(form.get('size'))
      if (size.success) await growDraft({ db, now }, actor, { id: draft.id, size: size.data })
      return redirect(here)
    }
    case 'take-back':
      await takeBackDraft({ db, now }, actor, draft.id)
      return redirect(here)
    case 'answer':
      await answerChange({ db, now }, actor, { id: draft.id, comment: String(form.get('comment')) })
      return redirect(here)
    case 'discard':
      return discard({ db, now }, actor, { draft, mine: address(language, 'myDrafts') })
    default:
      throw data(null, { status: 400 })
  }
}

async function discard(
  program: Parameters<typeof discardDraft>[0],
  actor: Parameters<typeof discardDraft>[1],
  { draft, mine }: { readonly draft: Draft; readonly mine: string },
) {
  const discarded = await discardDraft(program, actor, draft.id)
  if (!discarded.ok && discarded.failure.kind === 'draftNotFound') throw data(null, { status: 404 })
  return redirect(`${mine}?varsel=slettet`)
}

export default function DraftPage({ loaderData: page }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const crumbs = [{ text: t('sharing.mine.title'), href: address(language, 'myDrafts') }]
  return (
    <>
      <PageHead title={page.title} unlisted />
      <PageTop crumbs={crumbs} kind={t(`sharing.size.${page.size}`)} title={page.title}>
        <Standing page={page} />
      </PageTop>
      <div className="wide with-aside">
        <div>
          <TaskList page={page} />
          <SubjectDocumentsSection documents={page.documents} />
        </div>
        <DraftAside page={page} />
      </div>
    </>
  )
}
