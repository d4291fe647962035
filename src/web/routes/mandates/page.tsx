import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { MandateId } from '#src/modules/identity/contract.ts'
import {
  coordinates,
  dayOf,
  findToJoin,
  giveMandate,
  type Mandate,
  mandatesOf,
  withdrawMandate,
} from '#src/modules/identity/index.ts'
import { cooperationsOf, readRegister } from '#src/modules/organisations/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { textIn, typedIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { Done, FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { GiveMandateForm } from './give-mandate-form.tsx'
import { MandateList, type MandateView } from './mandate-list.tsx'
import { mandateErrors, readMandate } from './read-mandate.ts'

const DONE = ['gitt', 'trukket'] as const
const MOST_FOUND = 12

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, now } = context.get(programContext)
  const actor = requireActor({ request, context })
  const { pathname, searchParams } = new URL(request.url)
  const { organisation } = actor
  if (organisation === null) throw redirect(address(languageOf(pathname), 'organisation'))
  const today = dayOf(now())
  const mandates = await mandatesOf(db, organisation)
  const q = (searchParams.get('q') ?? '').slice(0, 100)
  const leads = coordinates(actor, organisation) && actor.isPublicBody
  const register = await readRegister(db)
  const likely = cooperationsOf(register, organisation).map(({ body }) => body)
  const bodies = (q === '' ? likely : findToJoin(register, q, MOST_FOUND)).filter(
    ({ id }) => id !== organisation,
  )
  return {
    organisation: actor.organisationName ?? '',
    leads,
    q,
    today,
    given: mandates.filter(({ principal }) => principal === organisation).map((one) => toView(one, today)),
    received: mandates.filter(({ body }) => body === organisation).map((one) => toView(one, today)),
    bodies: leads ? bodies.map(({ id, name }) => ({ id: id as string, name })) : [],
    done: DONE.find((one) => one === searchParams.get('gjort')) ?? null,
  }
}

function toView(mandate: Mandate, today: string): MandateView {
  const { id, bodyName, principalName, startsOn, endsOn, decision, withdrawnAt } = mandate
  const over = endsOn !== null && endsOn.toString() < today
  const state = withdrawnAt ? 'withdrawn' : over ? 'over' : startsOn.toString() > today ? 'coming' : 'holds'
  const period = { startsOn: startsOn.toString(), endsOn: endsOn?.toString() ?? null }
  return { id, bodyName, principalName, ...period, decision, state }
}

export async function action({ request, context }: Route.ActionArgs) {
  const program = context.get(programContext)
  const actor = requireActor({ request, context })
  if (!coordinates(actor, actor.organisation)) throw data(null, { status: 403 })
  const form = await request.formData()
  const language = languageOf(new URL(request.url).pathname)
  const back = (done: (typeof DONE)[number]) =>
    redirect(`${address(language, 'mandates')}?gjort=${done}`, { status: 303 })
  if (form.has('withdraw')) {
    const mandate = MandateId.safeParse(textIn(form, 'withdraw'))
    const withdrawn = mandate.success && (await withdrawMandate(program, actor, { mandate: mandate.data }))
    // One that was withdrawn a moment ago is as it should be.
    if (withdrawn && (withdrawn.ok || withdrawn.failure.kind === 'alreadyWithdrawn')) throw back('trukket')
    throw data(null, { status: 404 })
  }
  const read = readMandate(form)
  const given = read.ok ? await giveMandate(program, actor, read.value) : read
  if (given.ok) throw back('gitt')
  if (given.failure.kind === 'notCoordinator') throw data(null, { status: 403 })
  return data(
    { typed: typedIn(form), errors: mandateErrors(given.failure, messagesIn(language)) },
    { status: 422 },
  )
}

export default function MandatesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { organisation, leads, given, received, done } = loaderData
  const crumbs = [{ text: organisation, href: useAddress('organisation') }]
  const errors = actionData?.errors ?? {}
  return (
    <>
      <PageHead title={t('people.mandates.title')} unlisted />
      <PageTop crumbs={crumbs} title={t('people.mandates.title')} lead={t('people.mandates.lead')} />
      <div className="wide section stack">
        {done && <Done>{t(`people.mandates.done.${done}`)}</Done>}
        <FormErrors errors={errors} />
        <MandateList title={t('people.mandates.given')} mandates={given} shows="body" mayWithdraw={leads} />
        {received.length > 0 && (
          <MandateList
            title={t('people.mandates.received')}
            mandates={received}
            shows="principal"
            mayWithdraw={false}
          />
        )}
        {leads ? (
          <GiveMandateForm {...loaderData} typed={actionData?.typed ?? {}} errors={errors} />
        ) : (
          <p className="quiet">{t('people.mandates.whoGives')}</p>
        )}
      </div>
    </>
  )
}
