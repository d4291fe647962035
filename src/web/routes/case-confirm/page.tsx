import { data, redirect } from 'react-router'
import type { messagesIn } from '#src/messages/index.ts'
import {
  caseOwnership,
  confirmCase,
  mayConfirmFor,
  mayReviseFor,
  ownershipIds,
  type ProcurementCase,
} from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { DraftId, type StepName } from '#src/modules/sharing/contract.ts'
import { startDraft, stepsOf } from '#src/modules/sharing/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { address } from '#src/web/paths.ts'
import { openPublishedCase } from '#src/web/present/read-published-case.ts'
import { useCaseCrumbs } from '#src/web/ui/case-crumbs.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { type BlockView, blockViews } from './block-views.ts'
import { ConfirmForm, NotTheirs } from './confirm-form.tsx'

type Asked = Pick<Route.LoaderArgs, 'params' | 'request' | 'context'>

async function readTheirs(asked: Asked) {
  const opened = await openPublishedCase(asked)
  return { ...opened, ...(await readStanding(opened.program.db, opened.actor, opened.found)) }
}

/** For whom this person may vouch, and for whom correct. */
async function readStanding(db: Database, actor: Actor, { id }: ProcurementCase) {
  const whose = await caseOwnership(db, id)
  const ownership = ownershipIds(whose)
  const theirs = [...actor.actsFor]
  return {
    owner: whose.owner,
    vouchesFor: theirs.find((one) => mayConfirmFor(actor, one, ownership)) ?? null,
    correctsFor: theirs.find((one) => mayReviseFor(actor, one, ownership)) ?? null,
  }
}

export async function loader(asked: Route.LoaderArgs) {
  const { program, found, messages, owner, vouchesFor, correctsFor } = await readTheirs(asked)
  const organisation = vouchesFor
    ? (await organisationsByIds(program.db, [vouchesFor])).get(vouchesFor)
    : null
  return {
    id: found.id,
    title: found.content.identity.title,
    language: found.content.language,
    version: found.version,
    owner: owner?.name ?? null,
    organisation: organisation?.name ?? null,
    mayCorrect: correctsFor !== null,
    blocks: vouchesFor ? blockViews(found.content, messages) : [],
  }
}

export type ConfirmPage = Awaited<ReturnType<typeof loader>>
/** Which parts nobody has answered for, or that the case has changed. */
export type ConfirmAnswer = {
  readonly kind: 'unanswered' | 'changed'
  readonly unanswered: readonly StepName[]
}

export async function action(asked: Route.ActionArgs) {
  const { actor, program, found, messages, vouchesFor, correctsFor } = await readTheirs(asked)
  if (!vouchesFor) throw data(null, { status: 403 })
  const form = await asked.request.formData()
  const blocks = blockViews(found.content, messages)
  const answers = new Map(blocks.map(({ step }) => [step, form.get(`answer:${step}`)]))
  const unanswered = blocks.filter(({ step }) => !answers.get(step))
  if (unanswered.length > 0)
    return data(
      { kind: 'unanswered' as const, unanswered: unanswered.map(({ step }) => step) },
      { status: 422 },
    )
  const wrong = blocks.find(({ step }) => answers.get(step) === 'wrong')
  if (wrong && correctsFor)
    return correct(program, actor, { found, organisation: correctsFor, wrong, messages })
  const version = Number(form.get('version')) || 0
  const confirmed = await confirmCase(program, actor, { id: found.id, version, organisation: vouchesFor })
  if (confirmed.ok)
    return redirect(`${address(messages.language, 'case', { id: found.id })}?varsel=bekreftet`)
  switch (confirmed.failure.kind) {
    case 'changedMeanwhile':
      return data({ kind: 'changed' as const, unanswered: [] }, { status: 409 })
    case 'notParty':
      throw data(null, { status: 403 })
    case 'caseGone':
    case 'caseNotFound':
      throw data(null, { status: 404 })
  }
}

type Correction = {
  readonly found: ProcurementCase
  readonly organisation: OrganisationId
  readonly wrong: BlockView
  readonly messages: ReturnType<typeof messagesIn>
}

/** Begins a correction at the first part that is wrong. */
async function correct(
  program: Parameters<typeof startDraft>[0],
  actor: Actor,
  { found, organisation, wrong, messages: { language } }: Correction,
) {
  const started = await startDraft(program, actor, {
    id: DraftId.parse(newId()),
    organisation,
    size: 'full',
    language,
    from: { kind: 'case', id: found.id },
  })
  if (!started.ok) throw data(null, { status: 403 })
  const { id, size } = started.value
  const step = stepsOf(size).find(({ name }) => name === wrong.step)
  return redirect(
    step
      ? address(language, 'draftStep', { draft: id, step: step.slug })
      : address(language, 'draft', { draft: id }),
  )
}

export default function CaseConfirmPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const crumbs = useCaseCrumbs(page)
  return (
    <>
      <PageHead title={`${t('sharing.confirm.title')} – ${page.title}`} unlisted />
      <PageTop
        crumbs={crumbs}
        title={t('sharing.confirm.title')}
        lead={page.organisation ? t('sharing.confirm.lead', { name: page.organisation }) : null}
      />
      <div className="wide section">
        {page.organisation ? (
          <ConfirmForm page={page} answer={actionData ?? null} />
        ) : (
          <NotTheirs page={page} />
        )}
      </div>
    </>
  )
}
