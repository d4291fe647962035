import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { counties, municipalities, readRegister } from '#src/modules/organisations/index.ts'
import {
  commentsOfDraft,
  isWritable,
  mayWrite,
  problemsOf,
  progressOf,
  stepCalled,
  stepsOf,
  unsettledTexts,
} from '#src/modules/sharing/index.ts'
import type { Database } from '#src/platform/database.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { draftTitle } from '#src/web/present/draft-title.ts'
import { toFieldProblem } from '#src/web/present/form-words.ts'
import { readOwnDraft } from '#src/web/present/read-own-draft.ts'
import { ErrorSummary } from '#src/web/ui/error-summary.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { conflictViews } from './conflict-views.ts'
import { Conflicts } from './conflicts.tsx'
import { PUBLIC_BODIES } from './control.tsx'
import { isRows, type PartView } from './field-view.ts'
import { partViews } from './field-views.ts'
import { Question } from './question.tsx'
import { RowsOf } from './rows.tsx'
import { saveAnswers } from './save-answers.ts'

type Asked = Pick<Route.LoaderArgs, 'params' | 'request' | 'context'>

async function readStep({ params, request, context }: Asked) {
  const { actor, draft } = await readOwnDraft({ request, context, id: params.draft })
  const step = stepCalled(draft.size, params.step)
  const language = languageOf(new URL(request.url).pathname)
  if (!step || !mayWrite(actor, draft)) throw data(null, { status: 404 })
  if (!isWritable(draft.status)) throw redirect(address(language, 'draft', { draft: draft.id }))
  return { actor, draft, step, messages: messagesIn(language) }
}

export async function loader(asked: Route.LoaderArgs) {
  const { actor, draft, step, messages } = await readStep(asked)
  const { db } = asked.context.get(programContext)
  const problems = problemsOf(progressOf(draft).problems, step.parts)
  // Nobody is told what is missing before having tried to go on.
  const shown = problems.filter(({ reason }) => reason !== 'missing')
  const parts = (of: typeof problems) =>
    partViews(step, { content: draft.content, size: draft.size, problems: of, messages })
  const steps = stepsOf(draft.size)
  const comments = await commentsOfDraft(db, draft.id)
  const whose = { person: actor.personId, step: step.slug, parts: step.parts }
  const conflicts = await unsettledTexts(db, draft, whose)
  return {
    id: draft.id,
    title: draftTitle(draft, messages),
    version: draft.version,
    size: draft.size,
    step: step.name,
    place: steps.findIndex(({ slug }) => slug === step.slug) + 1,
    of: steps.length,
    parts: parts(shown),
    partsWhenWrong: parts(problems),
    problems: problems.map((problem) => toFieldProblem(problem, draft.size, messages)),
    asked: comments
      .filter(({ block, resolvedAt }) => block === step.name && resolvedAt === null)
      .map(({ id, text }) => ({ id, text })),
    unsettled: await conflictViews(db, { draft, conflicts, before: draft }, messages),
    publicBodies: step.parts.some(({ path }) => path === 'who.parties') ? await publicBodies(db) : [],
  }
}

/** The names that we recognise, to choose among while typing. */
async function publicBodies(db: Database): Promise<readonly string[]> {
  const register = await readRegister(db)
  return [
    ...municipalities(register).map(({ name }) => `${name} kommune`),
    ...counties(register).map(({ organisation }) => register.organisations.get(organisation)?.name ?? ''),
  ].filter((name) => name !== '')
}

export async function action(asked: Route.ActionArgs) {
  const read = await readStep(asked)
  return saveAnswers(asked.context.get(programContext), { ...read, form: await asked.request.formData() })
}

export default function DraftStepPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { id, title, step, place, of } = loaderData
  const crumbs = [
    { text: t('sharing.mine.title'), href: address(language, 'myDrafts') },
    { text: title, href: address(language, 'draft', { draft: id }) },
  ]
  const question = t(`sharing.step.${step}`)
  const heading = `${question} – ${title}`
  const isWrong = actionData?.kind === 'wrong'
  const kept = { version: loaderData.version, conflicts: loaderData.unsettled }
  const conflict =
    actionData?.kind === 'conflict' ? actionData : kept.conflicts.length > 0 && !actionData ? kept : null
  return (
    <>
      <PageHead title={isWrong ? t('sharing.wrong.head', { title: heading }) : heading} unlisted />
      <PageTop
        crumbs={crumbs}
        {...(of > 1 ? { kind: t('sharing.place', { place, of }) } : {})}
        title={question}
        lead={t(`sharing.lead.${step}`)}
      />
      <div className="wide section">
        {conflict ? <Conflicts {...conflict} /> : <StepForm page={loaderData} isWrong={isWrong} />}
      </div>
    </>
  )
}

type Page = Route.ComponentProps['loaderData']

function StepForm({ page, isWrong }: { page: Page; isWrong: boolean }) {
  const { t } = useMessages()
  const parts = isWrong ? page.partsWhenWrong : page.parts
  return (
    <form method="post" className="form" noValidate>
      {isWrong && (
        <ErrorSummary title={t('sharing.wrong.title')} problems={page.problems}>
          <p>{t('sharing.saved')}</p>
        </ErrorSummary>
      )}
      <AskedFor asked={page.asked} />
      <input type="hidden" name="version" value={page.version} />
      {/* The button that Enter presses: the first in the form. */}
      <button className="ds-sr-only" type="submit" name="do" value="next" tabIndex={-1} aria-hidden="true">
        {t('sharing.next')}
      </button>
      {parts.map((part) => (
        <Part key={isRows(part) ? part.path : part.name} part={part} />
      ))}
      <datalist id={PUBLIC_BODIES}>
        {page.publicBodies.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="form-actions">
        <button className="ds-button" type="submit" name="do" value="next" data-color="kobber">
          {t('sharing.next')}
        </button>
        <button className="ds-button" type="submit" name="do" value="later" data-variant="secondary">
          {t('sharing.later')}
        </button>
      </div>
    </form>
  )
}

function Part({ part }: { part: PartView }) {
  return isRows(part) ? <RowsOf part={part} /> : <Question field={part} />
}

/** What a reader has asked to have changed here. */
function AskedFor({ asked }: { asked: Page['asked'] }) {
  const { t } = useMessages()
  if (asked.length === 0) return null
  return (
    <div className="box" data-color="korn">
      <h2 className="box-title">{t('sharing.asked.here')}</h2>
      <ul>
        {asked.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </div>
  )
}
