import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { mayPublishFor } from '#src/modules/identity/index.ts'
import { LONGEST_NOTE } from '#src/modules/sharing/contract.ts'
import {
  isWritable,
  mayWrite,
  publishDraft,
  rebaseDraft,
  saveStep,
  submitDraft,
} from '#src/modules/sharing/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { readOwnDraft } from '#src/web/present/read-own-draft.ts'
import { readPublishers } from '#src/web/present/read-publishers.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { Decide } from './decide.tsx'
import { Preview } from './preview.tsx'
import { readReview } from './read-review.ts'

type Asked = Pick<Route.LoaderArgs, 'params' | 'request' | 'context'>

async function readWritten({ params, request, context }: Asked) {
  const { actor, draft } = await readOwnDraft({ request, context, id: params.draft })
  const language = languageOf(new URL(request.url).pathname)
  if (!mayWrite(actor, draft) || !isWritable(draft.status))
    throw redirect(address(language, 'draftPublish', { draft: draft.id }))
  return { actor, draft, messages: messagesIn(language) }
}

export async function loader(asked: Route.LoaderArgs) {
  const { actor, draft, messages } = await readWritten(asked)
  const { db, now } = asked.context.get(programContext)
  const at = now()
  return {
    review: await readReview(db, { draft, messages, at }),
    mayPublish: mayPublishFor(actor, draft.organisation),
    publishers: await readPublishers(db, actor, { draft, at }),
  }
}

/** The reason of a correction is the one thing that is asked here. */
const NOTE = [{ path: '$note', kind: 'line', from: 'experience' }] as const

export async function action(asked: Route.ActionArgs) {
  const { actor, draft, messages } = await readWritten(asked)
  const { db, now } = asked.context.get(programContext)
  const form = await asked.request.formData()
  const { language } = messages
  const here = address(language, 'draftReview', { draft: draft.id })
  if (form.get('do') === 'rebase') {
    await rebaseDraft({ db, now }, actor, draft.id)
    return redirect(here)
  }
  const from = Number(form.get('version')) || 0
  if (from !== draft.version) return data({ kind: 'changed' as const }, { status: 409 })
  const note = String(form.get('note') ?? '').slice(0, LONGEST_NOTE)
  const noted = await saveStep({ db, now }, actor, {
    id: draft.id,
    from,
    parts: NOTE,
    typed: { $note: note },
  })
  if (!noted.ok) throw data(null, { status: 404 })
  const { id, version } = noted.value.draft
  if (form.get('do') === 'publish') {
    const published = await publishDraft({ db, now }, actor, { id, version })
    if (published.ok)
      return redirect(`${address(language, 'case', { id: published.value })}?varsel=publisert`)
    return refused(published.failure.kind)
  }
  const submitted = await submitDraft({ db, now }, actor, { id, version })
  if (submitted.ok) return redirect(address(language, 'draft', { draft: id }))
  return refused(submitted.failure.kind)
}

type Refusal =
  | Extract<Awaited<ReturnType<typeof publishDraft>>, { ok: false }>['failure']['kind']
  | Extract<Awaited<ReturnType<typeof submitDraft>>, { ok: false }>['failure']['kind']

function refused(kind: Refusal) {
  switch (kind) {
    case 'draftNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
    case 'notTheirs':
      throw data(null, { status: 403 })
    case 'notComplete':
      return data({ kind: 'incomplete' as const }, { status: 422 })
    case 'changedMeanwhile':
    case 'wrongStatus':
      return data({ kind: 'changed' as const }, { status: 409 })
    case 'caseChanged':
      return data({ kind: 'behind' as const }, { status: 409 })
    case 'caseGone':
      return data({ kind: 'gone' as const }, { status: 409 })
  }
}

export type ReviewAnswer = { readonly kind: 'changed' | 'incomplete' | 'behind' | 'gone' }

export default function DraftReviewPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { review } = loaderData
  const crumbs = [
    { text: t('sharing.mine.title'), href: address(language, 'myDrafts') },
    { text: review.title, href: address(language, 'draft', { draft: review.id }) },
  ]
  return (
    <>
      <PageHead title={`${t('sharing.review.title')} – ${review.title}`} unlisted />
      <PageTop crumbs={crumbs} title={t('sharing.review.title')} lead={t('sharing.review.lead')} />
      <div className={review.view ? 'wide with-aside' : 'wide section'}>
        <Preview review={review} />
        <Decide {...loaderData} answer={actionData ?? null} />
      </div>
    </>
  )
}
