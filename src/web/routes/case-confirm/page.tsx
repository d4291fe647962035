import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import {
  caseOwnership,
  confirmCase,
  mayConfirmFor,
  mayReviseFor,
  type ProcurementCase,
} from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { DraftId } from '#src/modules/sharing/contract.ts'
import { startDraft, stepsOf } from '#src/modules/sharing/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { readPublishedCase } from '#src/web/present/read-published-case.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { ErrorSummary } from '#src/web/ui/error-summary.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { type BlockView, blockViews } from './block-views.ts'

type Asked = Pick<Route.LoaderArgs, 'params' | 'request' | 'context'>

async function readTheirs({ params, request, context }: Asked) {
  const actor = requireActor({ request, context })
  const { db } = context.get(programContext)
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const found = await readPublishedCase(db, params.id, messages.language)
  return { actor, found, messages, ...(await readStanding(db, actor, found)) }
}

/** For whom this person may vouch, and for whom correct. */
async function readStanding(db: Database, actor: Actor, { id }: ProcurementCase) {
  const { owner, parties } = await caseOwnership(db, id)
  const ownership = { owner: owner?.id ?? null, parties: new Set(parties.map((party) => party.id)) }
  const theirs = [...actor.actsFor]
  return {
    owner,
    vouchesFor: theirs.find((one) => mayConfirmFor(actor, one, ownership)) ?? null,
    correctsFor: theirs.find((one) => mayReviseFor(actor, one, ownership)) ?? null,
  }
}

export async function loader(asked: Route.LoaderArgs) {
  const { found, messages, owner, vouchesFor, correctsFor } = await readTheirs(asked)
  const { db } = asked.context.get(programContext)
  const organisation = vouchesFor ? (await organisationsByIds(db, [vouchesFor])).get(vouchesFor) : null
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

export async function action(asked: Route.ActionArgs) {
  const { actor, found, messages, vouchesFor, correctsFor } = await readTheirs(asked)
  if (!vouchesFor) throw data(null, { status: 403 })
  const { db, now } = asked.context.get(programContext)
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
    return correct({ db, now }, actor, { found, organisation: correctsFor, wrong, messages })
  const version = Number(form.get('version')) || 0
  const confirmed = await confirmCase({ db, now }, actor, { id: found.id, version, organisation: vouchesFor })
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
  const { t, language } = useMessages()
  const crumbs = [
    { text: t('case.crumb'), href: address(language, 'cases') },
    { text: page.title, href: address(language, 'case', { id: page.id }) },
  ]
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

type Page = Route.ComponentProps['loaderData']
type Answer = NonNullable<Route.ComponentProps['actionData']>

function ConfirmForm({ page, answer }: { page: Page; answer: Answer | null }) {
  const { t } = useMessages()
  const problems = (answer?.unanswered ?? []).map((step) => ({
    field: `answer-${step}`,
    text: t('sharing.confirm.unanswered', { part: t(`sharing.step.${step}`) }),
  }))
  return (
    <form method="post" className="form">
      <ErrorSummary title={t('sharing.wrong.title')} problems={problems} />
      {answer?.kind === 'changed' && (
        <p className="box" data-color="korn" role="alert">
          {t('sharing.confirm.changed')}
        </p>
      )}
      <input type="hidden" name="version" value={page.version} />
      {page.blocks.map((block) => (
        <Block key={block.step} block={block} language={page.language} mayCorrect={page.mayCorrect} />
      ))}
      <div className="form-actions">
        <button className="ds-button" type="submit" data-color="kobber">
          {t('sharing.confirm.button')}
        </button>
      </div>
    </form>
  )
}

type BlockProps = { readonly block: BlockView; readonly language: string; readonly mayCorrect: boolean }

function Block({ block: { step, answers }, language, mayCorrect }: BlockProps) {
  const { t } = useMessages()
  const choices = [
    { value: 'right', text: t('sharing.confirm.right') },
    ...(mayCorrect ? [{ value: 'wrong', text: t('sharing.confirm.wrong') }] : []),
  ]
  return (
    <fieldset className="confirm-block">
      <legend>{t(`sharing.step.${step}`)}</legend>
      <dl className="facts">
        {answers.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="as-written" lang={language}>
              {text}
            </dd>
          </div>
        ))}
      </dl>
      <div className="choices">
        {choices.map(({ value, text }, place) => {
          const id = place === 0 ? `answer-${step}` : `answer-${step}-${value}`
          return (
            <label className="choice" key={value} htmlFor={id}>
              <input className="ds-input" type="radio" id={id} name={`answer:${step}`} value={value} />
              <span className="choice-label">{text}</span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

/** Who could say it, and what to do when it is wrong all the same. */
function NotTheirs({ page }: { page: Page }) {
  const { t } = useMessages()
  return (
    <>
      <p>{page.owner ? t('sharing.confirm.owner', { name: page.owner }) : t('sharing.confirm.notParty')}</p>
      <p>
        <To page="case" params={{ id: page.id }}>
          {t('sharing.confirm.back')}
        </To>
      </p>
    </>
  )
}
