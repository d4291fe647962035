import { data, redirect } from 'react-router'
import { findPerson } from '#src/modules/identity/index.ts'
import { ChangeRequest } from '#src/modules/sharing/contract.ts'
import { askForCaseChanges, commentsOfCase, stepsOf } from '#src/modules/sharing/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { openPublishedCase, readPublishedCase } from '#src/web/present/read-published-case.ts'
import { AskForm } from '#src/web/routes/draft-publish/ask-form.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const found = await readPublishedCase(db, params.id, languageOf(new URL(request.url).pathname))
  const comments = await commentsOfCase(db, found.id)
  return {
    id: found.id,
    title: found.content.identity.title,
    blocks: stepsOf('full').map(({ name }) => name),
    comments: await Promise.all(
      comments.map(async ({ id, block, text, askedAt, askedBy, resolvedAt }) => ({
        id,
        block,
        text,
        askedAt,
        by: (await findPerson(db, askedBy))?.name ?? null,
        isResolved: resolvedAt !== null,
      })),
    ),
  }
}

export async function action(visit: Route.ActionArgs) {
  const { actor, program, messages, found } = await openPublishedCase(visit)
  const { language, t } = messages
  const asked = ChangeRequest.safeParse(Object.fromEntries(await visit.request.formData()))
  if (!asked.success) return data({ text: t('sharing.ask.empty') }, { status: 422 })
  const given = await askForCaseChanges(program, actor, { id: found.id, request: asked.data })
  if (!given.ok) throw data(null, { status: given.failure.kind === 'notAllowed' ? 403 : 404 })
  return redirect(address(language, 'caseAsk', { id: found.id }))
}

export default function CaseAskPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const crumbs = [
    { text: t('sharing.editorial.title'), href: address(language, 'editorial') },
    { text: page.title, href: address(language, 'case', { id: page.id }) },
  ]
  return (
    <>
      <PageHead title={`${t('sharing.ask')} – ${page.title}`} unlisted />
      <PageTop crumbs={crumbs} title={t('sharing.ask')} lead={t('sharing.ask.case')} />
      <div className="wide section stack">
        {actionData && (
          <div className="box error-box" data-color="danger" role="alert">
            <p>
              <a href="#text">{actionData.text}</a>
            </p>
          </div>
        )}
        <AskForm blocks={page.blocks} />
        <Comments comments={page.comments} />
      </div>
    </>
  )
}

type Comment = Route.ComponentProps['loaderData']['comments'][number]

function Comments({ comments }: { comments: readonly Comment[] }) {
  const { t, dateTime } = useMessages()
  if (comments.length === 0) return null
  return (
    <section aria-labelledby="bedt-om">
      <h2 id="bedt-om">{t('sharing.ask.before')}</h2>
      <ul className="draft-list plain-list">
        {comments.map(({ id, block, text, askedAt, by, isResolved }) => (
          <li key={id}>
            <p className="hit-facts">
              <strong>{t(`sharing.step.${block}`)}</strong>
              <span>{by ?? t('sharing.someone')}</span>
              <span>{dateTime(askedAt)}</span>
              {isResolved && <span>{t('sharing.ask.resolved')}</span>}
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
