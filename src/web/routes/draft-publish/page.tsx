import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { findPerson } from '#src/modules/identity/index.ts'
import { ChangeRequest } from '#src/modules/sharing/contract.ts'
import {
  askForChanges,
  isWritable,
  mayAskForChanges,
  mayPublish,
  mayWrite,
  publishDraft,
  stepsOf,
} from '#src/modules/sharing/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { readOwnDraft } from '#src/web/present/read-own-draft.ts'
import { AskForm } from '#src/web/routes/draft-publish/ask-form.tsx'
import { Preview } from '#src/web/routes/draft-review/preview.tsx'
import { readReview } from '#src/web/routes/draft-review/read-review.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'

type Asked = Pick<Route.LoaderArgs, 'params' | 'request' | 'context'>

async function readSubmitted({ params, request, context }: Asked) {
  const { actor, draft } = await readOwnDraft({ request, context, id: params.draft })
  const language = languageOf(new URL(request.url).pathname)
  if (draft.status === 'published' && draft.caseId)
    throw redirect(address(language, 'case', { id: draft.caseId }))
  if (draft.status === 'discarded') throw data(null, { status: 410 })
  if (isWritable(draft.status) && mayWrite(actor, draft))
    throw redirect(address(language, 'draft', { draft: draft.id }))
  return { actor, draft, messages: messagesIn(language) }
}

export async function loader(asked: Route.LoaderArgs) {
  const { actor, draft, messages } = await readSubmitted(asked)
  const { db, now } = asked.context.get(programContext)
  const submitter = draft.submittedBy ? await findPerson(db, draft.submittedBy) : null
  return {
    review: await readReview(db, { draft, messages, at: now() }),
    mayPublish: mayPublish(actor, draft),
    mayAsk: mayAskForChanges(actor, draft),
    isOurs: mayWrite(actor, draft),
    submittedBy: submitter?.name ?? null,
    submittedAt: draft.submittedAt,
    blocks: stepsOf(draft.size).map(({ name }) => name),
  }
}

export async function action(asked: Route.ActionArgs) {
  const submitted = await readSubmitted(asked)
  const form = await asked.request.formData()
  const program = asked.context.get(programContext)
  return form.get('do') === 'ask' ? sendBack(program, submitted, form) : publish(program, submitted, form)
}

type Submitted = Awaited<ReturnType<typeof readSubmitted>>
type Program = Parameters<typeof publishDraft>[0]

async function sendBack({ db, now }: Program, { actor, draft, messages }: Submitted, form: FormData) {
  const request = ChangeRequest.safeParse(Object.fromEntries(form))
  if (!request.success) return data({ kind: 'asksNothing' as const }, { status: 422 })
  const given = await askForChanges({ db, now }, actor, { id: draft.id, request: request.data })
  const { language } = messages
  if (given.ok)
    return redirect(
      mayWrite(actor, draft)
        ? address(language, 'draft', { draft: draft.id })
        : address(language, 'editorial'),
    )
  switch (given.failure.kind) {
    case 'draftNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'wrongStatus':
      return data({ kind: 'changed' as const }, { status: 409 })
  }
}

async function publish({ db, now }: Program, { actor, draft, messages }: Submitted, form: FormData) {
  const version = Number(form.get('version')) || 0
  const published = await publishDraft({ db, now }, actor, { id: draft.id, version })
  if (published.ok)
    return redirect(`${address(messages.language, 'case', { id: published.value })}?varsel=publisert`)
  switch (published.failure.kind) {
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
      return data({ kind: 'behindSubmitted' as const }, { status: 409 })
    case 'caseGone':
      return data({ kind: 'gone' as const }, { status: 409 })
  }
}

export default function DraftPublishPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t, language, dateTime } = useMessages()
  const { review, isOurs, submittedBy, submittedAt } = loaderData
  const crumbs = isOurs
    ? [
        { text: t('sharing.mine.title'), href: address(language, 'myDrafts') },
        { text: review.title, href: address(language, 'draft', { draft: review.id }) },
      ]
    : [{ text: t('sharing.editorial.title'), href: address(language, 'editorial') }]
  return (
    <>
      <PageHead title={`${t('sharing.read.title')} – ${review.title}`} unlisted />
      <PageTop crumbs={crumbs} title={t('sharing.read.title')} lead={t('sharing.read.lead')}>
        {submittedAt && (
          <p className="quiet">
            {t('sharing.read.by', {
              name: submittedBy ?? t('sharing.someone'),
              at: dateTime(submittedAt),
            })}
          </p>
        )}
      </PageTop>
      <div className="wide with-aside">
        <Preview review={review} />
        <div className="stack decision">
          {actionData && (
            <div className="box error-box" data-color="danger" role="alert">
              <p>
                {actionData.kind === 'asksNothing'
                  ? t('sharing.ask.empty')
                  : t(`sharing.review.${actionData.kind}`)}
              </p>
            </div>
          )}
          <Publish page={loaderData} />
          {loaderData.mayAsk && <AskForm blocks={loaderData.blocks} />}
        </div>
      </div>
    </>
  )
}

function Publish({ page }: { page: Route.ComponentProps['loaderData'] }) {
  const { t } = useMessages()
  const { review, mayPublish: may, isOurs } = page
  if (!may) return isOurs ? <p>{t('sharing.read.own')}</p> : null
  return (
    <form method="post" className="box">
      <input type="hidden" name="version" value={review.version} />
      <p>{t('sharing.review.open')}</p>
      <div className="form-actions">
        <button className="ds-button" type="submit" name="do" value="publish" data-color="kobber">
          {t(review.isCorrection ? 'sharing.publish.version' : 'sharing.publish')}
        </button>
      </div>
    </form>
  )
}
