import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { casesOf, REUSE_CRITERIA } from '#src/modules/catalogue/index.ts'
import { type Actor, mayContribute } from '#src/modules/identity/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { DraftId, DraftSize } from '#src/modules/sharing/contract.ts'
import { type Beginning, type Draft, startDraft, stepsOf, stepToAdd } from '#src/modules/sharing/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { ErrorSummary } from '#src/web/ui/error-summary.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { readNoticeId } from './read-notice-id.ts'
import { Sizes, type Writer } from './sizes.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const actor = context.get(actorContext)
  const notice = new URL(request.url).searchParams.get('kunngjoring') ?? ''
  return {
    writer: actor ? await writerOf(db, actor) : null,
    isSignedIn: actor !== null,
    notice,
    id: newId(),
    unclaimed: actor && mayContribute(actor) ? await unclaimedCases(db, actor) : [],
  }
}

/** What we have gathered of the organisation, and nobody there has vouched for. */
async function unclaimedCases(db: Database, { organisation }: Actor) {
  const cases = organisation ? await casesOf(db, { organisation }) : []
  return cases
    .filter(({ origin, confirmedAt }) => origin === 'starter' && confirmedAt === null)
    .map(({ id, title, language }) => ({ id, title, language }))
}

/** For whom one may write; nobody for those who only read. */
async function writerOf(db: Database, actor: Actor): Promise<Writer | null> {
  if (!mayContribute(actor)) return null
  const organisations = await organisationsByIds(db, [...actor.actsFor])
  return {
    organisations: [...actor.actsFor].flatMap((id) => {
      const found = organisations.get(id)
      return found ? [{ id, name: found.name }] : []
    }),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const { db, now } = context.get(programContext)
  const language = languageOf(new URL(request.url).pathname)
  const { t } = messagesIn(language)
  const form = await request.formData()
  const from = beginning(form)
  const typed = String(form.get('notice') ?? '')
  const wrong = (key: 'sharing.start.noticeMissing' | 'sharing.start.noticeNotFound') =>
    data({ problems: [{ field: 'notice', text: t(key) }], typed }, { status: 422 })
  if (!from) return wrong('sharing.start.noticeMissing')
  const started = await startDraft({ db, now }, actor, {
    id: DraftId.catch(DraftId.parse(newId())).parse(form.get('id')),
    organisation: organisationOf(form, actor),
    size: DraftSize.catch('short').parse(form.get('size')),
    language,
    from,
  })
  if (started.ok) {
    const criterion = REUSE_CRITERIA.find((one) => one === form.get('criterion'))
    const step = criterion ? stepToAdd(criterion, started.value.size) : null
    if (step) return redirect(address(language, 'draftStep', { draft: started.value.id, step: step.slug }))
    return redirect(firstPage(started.value, language))
  }
  switch (started.failure.kind) {
    case 'noticeNotFound':
      return wrong('sharing.start.noticeNotFound')
    case 'caseNotFound':
    case 'idTaken':
      throw data(null, { status: 404 })
    case 'notAllowed':
    case 'notTheirs':
      throw data(null, { status: 403 })
  }
}

/** Null when a notice is to be begun with and none is told. */
function beginning(form: FormData): Beginning | null {
  const id = CaseId.safeParse(form.get('case'))
  if (id.success) return { kind: 'case', id: id.data }
  if (form.get('from') !== 'notice') return { kind: 'nothing' }
  const notice = readNoticeId(String(form.get('notice') ?? ''))
  return notice ? { kind: 'notice', id: notice } : null
}

function organisationOf(form: FormData, actor: Actor): OrganisationId {
  const chosen = OrganisationId.safeParse(form.get('organisation'))
  if (chosen.success) return chosen.data
  if (!actor.organisation) throw data(null, { status: 403 })
  return actor.organisation
}

/** An experience is one page; where there are several, or something is filled in already, one sees them all first. */
function firstPage({ id, size, origin }: Draft, language: ReturnType<typeof languageOf>): string {
  const [first] = stepsOf(size)
  return first && origin.kind === 'nothing'
    ? address(language, 'draftStep', { draft: id, step: first.slug })
    : address(language, 'draft', { draft: id })
}

export default function SharePage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  return (
    <>
      <PageHead title={t('sharing.start.title')} description={t('sharing.start.lead')} />
      <PageTop title={t('sharing.start.title')} lead={t('sharing.start.lead')} />
      <div className="wide section stack">
        <ErrorSummary title={t('sharing.wrong.title')} problems={actionData?.problems ?? []} />
        <Sizes
          {...loaderData}
          typed={actionData?.typed ?? loaderData.notice}
          problems={actionData?.problems ?? []}
        />
      </div>
    </>
  )
}
