import { data, redirect } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import { isCurator } from '#src/modules/identity/index.ts'
import { fillForm, type Step, stepCalled, stepsOf, type TypedContent } from '#src/modules/sharing/index.ts'
import { address } from '#src/web/paths.ts'
import { openPublishedCase } from '#src/web/present/read-published-case.ts'
import { isRows } from '#src/web/routes/draft-step/field-view.ts'
import { partViews } from '#src/web/routes/draft-step/field-views.ts'
import { Question } from '#src/web/routes/draft-step/question.tsx'
import { RowsOf } from '#src/web/routes/draft-step/rows.tsx'
import { Box } from '#src/web/ui/box.tsx'
import { ErrorSummary } from '#src/web/ui/error-summary.tsx'
import { TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To, useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { saveEdited } from './save-edited.ts'

type Asked = Pick<Route.LoaderArgs, 'params' | 'request' | 'context'>

/** The published case as a form, one page at a time, for a curator. */
async function readEdited(asked: Asked) {
  const opened = await openPublishedCase(asked)
  if (!isCurator(opened.actor)) throw data(null, { status: 403 })
  const step = stepCalled('full', asked.params.step)
  if (!step) throw data(null, { status: 404 })
  return { ...opened, step, content: fillForm(opened.found.content) }
}

export async function loader(asked: Route.LoaderArgs) {
  const { found, step, messages, content } = await readEdited(asked)
  return {
    id: found.id,
    title: found.content.identity.title,
    version: found.version,
    step: step.name,
    slug: step.slug,
    steps: stepsOf('full').map(({ name, slug }) => ({ name, slug })),
    parts: viewsOf(step, { content, messages }),
    isSaved: new URL(asked.request.url).searchParams.has('lagret'),
  }
}

function viewsOf(
  step: Step,
  { content, messages }: { readonly content: TypedContent; readonly messages: Messages },
) {
  return partViews(step, { content, size: 'full', problems: [], messages })
}

export async function action(asked: Route.ActionArgs) {
  const { actor, program, found, step, messages, content } = await readEdited(asked)
  const form = await asked.request.formData()
  const saved = await saveEdited(program, { actor, id: found.id, step, form, messages, content })
  if (saved.kind === 'saved') {
    const there = address(messages.language, 'caseEdit', { id: found.id, step: step.slug })
    return redirect(`${there}?lagret`)
  }
  return data(saved, { status: saved.status })
}

export default function CaseEditPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { id, title, step, slug } = page
  const parts = actionData?.parts ?? page.parts
  const problems = actionData?.problems ?? []
  return (
    <>
      <PageHead title={`${t(`sharing.step.${step}`)} – ${title}`} unlisted />
      <PageTop
        crumbs={[
          { text: t('sharing.editorial.title'), href: address(language, 'editorial') },
          { text: title, href: address(language, 'case', { id }) },
        ]}
        kind={t('sharing.edit.title')}
        title={t(`sharing.step.${step}`)}
        lead={t('sharing.edit.lead')}
      />
      <div className="wide section with-aside">
        <form method="post" className="form" noValidate action={useAddress('caseEdit', { id, step: slug })}>
          {page.isSaved && !actionData && (
            <p className="box" data-color="mose" role="status">
              {t('sharing.edit.saved', { version: page.version })}
            </p>
          )}
          <ErrorSummary title={t('sharing.wrong.title')} problems={problems} />
          <input type="hidden" name="version" value={actionData?.version ?? page.version} />
          {/* The button that Enter presses: the first in the form. */}
          <button
            className="ds-sr-only"
            type="submit"
            name="do"
            value="save"
            tabIndex={-1}
            aria-hidden="true"
          >
            {t('sharing.edit.save')}
          </button>
          {parts.map((part) =>
            isRows(part) ? <RowsOf key={part.path} part={part} /> : <Question key={part.name} field={part} />,
          )}
          <TextField
            name="reason"
            label={t('sharing.edit.reason')}
            help={t('sharing.edit.reason.help')}
            value={actionData?.reason ?? ''}
            error={problems.find(({ field }) => field === 'reason')?.text}
            maxLength={300}
          />
          <div className="form-actions">
            <button className="ds-button" type="submit" name="do" value="save" data-color="kobber">
              {t('sharing.edit.save')}
            </button>
            <To page="case" params={{ id }}>
              {t('sharing.confirm.back')}
            </To>
          </div>
        </form>
        <Box as="nav" id="deler" title={t('sharing.edit.parts')}>
          <ul className="plain-list">
            {page.steps.map((one) => (
              <li key={one.slug}>
                <a
                  href={address(language, 'caseEdit', { id, step: one.slug })}
                  aria-current={one.slug === slug ? 'page' : undefined}
                >
                  {t(`sharing.step.${one.name}`)}
                </a>
              </li>
            ))}
          </ul>
        </Box>
      </div>
    </>
  )
}
