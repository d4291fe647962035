import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { findCaseVersion } from '#src/modules/catalogue/index.ts'
import { caseDifference } from '#src/modules/sharing/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { differenceViews } from '#src/web/present/difference-views.ts'
import { answerText } from '#src/web/present/form-words.ts'
import { readPublishedCase } from '#src/web/present/read-published-case.ts'
import { versionNumber } from '#src/web/present/version-number.ts'
import { useCaseCrumbs } from '#src/web/ui/case-crumbs.ts'
import { Differences } from '#src/web/ui/difference.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const { id, content } = await readPublishedCase(db, params.id, messages.language)
  const [from, to] = [versionNumber(params.from), versionNumber(params.to)]
  if (!from || !to || from === to) throw data(null, { status: 404 })
  // The older one first, whichever way round it is asked for.
  if (from > to)
    throw redirect(address(messages.language, 'caseChanges', { id, from: String(to), to: String(from) }), 301)
  const before = await findCaseVersion(db, id, from)
  const after = await findCaseVersion(db, id, to)
  if (!before || !after) throw data(null, { status: 404 })
  const differences = caseDifference(before.content, after.content, (answer) => answerText(answer, messages))
  return {
    id,
    from,
    to,
    title: content.identity.title,
    language: after.content.language,
    note: after.note,
    differences: differenceViews(differences, messages),
  }
}

export default function CaseChangesPage({ loaderData: page }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { id, from, to, title, differences } = page
  const crumbs = [
    ...useCaseCrumbs(page),
    { text: t('sharing.history.title'), href: address(language, 'caseHistory', { id }) },
  ]
  return (
    <>
      <PageHead title={`${t('sharing.changes.title', { from, to })} – ${title}`} unlisted />
      <PageTop crumbs={crumbs} title={t('sharing.changes.title', { from, to })} lead={page.note} />
      <div className="wide section">
        {differences.length === 0 ? (
          <p>{t('sharing.changes.none')}</p>
        ) : (
          <Differences differences={differences} language={page.language} />
        )}
      </div>
    </>
  )
}
