import { data, redirect } from 'react-router'
import { caseOwnership, mayWithdraw, ownershipIds, withdrawCase } from '#src/modules/catalogue/index.ts'
import { address } from '#src/web/paths.ts'
import { openPublishedCase } from '#src/web/present/read-published-case.ts'
import { useCaseCrumbs } from '#src/web/ui/case-crumbs.ts'
import { ErrorSummary } from '#src/web/ui/error-summary.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

type Asked = Pick<Route.LoaderArgs, 'params' | 'request' | 'context'>

async function readOwn(asked: Asked) {
  const opened = await openPublishedCase(asked)
  const whose = ownershipIds(await caseOwnership(opened.program.db, opened.found.id))
  if (!mayWithdraw(opened.actor, whose)) throw data(null, { status: 403 })
  return opened
}

export async function loader(asked: Route.LoaderArgs) {
  const { found } = await readOwn(asked)
  return { id: found.id, title: found.content.identity.title }
}

export async function action(asked: Route.ActionArgs) {
  const { actor, program, found, messages } = await readOwn(asked)
  const form = await asked.request.formData()
  const reason = String(form.get('reason') ?? '').slice(0, 1000)
  const withdrawn = await withdrawCase(program, actor, { id: found.id, reason })
  if (withdrawn.ok) return redirect(address(messages.language, 'case', { id: found.id }))
  switch (withdrawn.failure.kind) {
    case 'reasonMissing':
      return data({ text: messages.t('sharing.withdraw.missing') }, { status: 422 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'caseGone':
    case 'caseNotFound':
      throw data(null, { status: 404 })
  }
}

export default function CaseWithdrawPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const crumbs = useCaseCrumbs(page)
  const problems = actionData ? [{ field: 'reason', text: actionData.text }] : []
  return (
    <>
      <PageHead title={`${t('sharing.withdraw.title')} – ${page.title}`} unlisted />
      <PageTop crumbs={crumbs} title={t('sharing.withdraw.title')} lead={t('sharing.withdraw.lead')} />
      <div className="wide section">
        <form method="post" className="form" noValidate>
          <ErrorSummary title={t('sharing.wrong.title')} problems={problems} />
          <div className="question" data-invalid={actionData ? true : undefined}>
            <label className="ds-label" htmlFor="reason">
              {t('sharing.withdraw.reason')}
            </label>
            <p className="help" id="reason-help">
              {t('sharing.withdraw.help')}
            </p>
            <textarea
              className="ds-input"
              id="reason"
              name="reason"
              rows={3}
              aria-describedby="reason-help"
              aria-invalid={actionData ? true : undefined}
            />
          </div>
          <div className="form-actions">
            <button className="ds-button" type="submit" data-color="danger">
              {t('sharing.withdraw.button')}
            </button>
            <To page="case" params={{ id: page.id }}>
              {t('sharing.confirm.back')}
            </To>
          </div>
        </form>
      </div>
    </>
  )
}
