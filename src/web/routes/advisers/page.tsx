import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { AdviserAccessId } from '#src/modules/identity/contract.ts'
import {
  accessesOf,
  advisers,
  closeToAdviser,
  dayOf,
  LONGEST_ACCESS_YEARS,
  openToAdviser,
} from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { toAccessView } from '#src/web/present/access-view.ts'
import { textIn, typedIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { Done, FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { AccessList } from './access-list.tsx'
import { OpenForm } from './open-form.tsx'
import { openingErrors, readOpening } from './read-opening.ts'

const DONE = ['apnet', 'lukket'] as const

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, now } = context.get(programContext)
  const actor = requireActor({ request, context })
  const { organisation } = actor
  if (organisation === null) throw data(null, { status: 403 })
  const today = dayOf(now())
  const people = await advisers(db, today)
  const done = new URL(request.url).searchParams.get('gjort')
  return {
    organisation: actor.organisationName ?? '',
    accesses: (await accessesOf(db, organisation)).map((one) => toAccessView(one, today)),
    advisers: people.map(({ person, name, organisationName }) => ({
      id: person as string,
      name,
      organisation: organisationName ?? '',
    })),
    done: DONE.find((one) => one === done) ?? null,
    years: LONGEST_ACCESS_YEARS,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const program = context.get(programContext)
  const actor = requireActor({ request, context })
  const form = await request.formData()
  const language = languageOf(new URL(request.url).pathname)
  const back = (done: (typeof DONE)[number]) =>
    redirect(`${address(language, 'advisers')}?gjort=${done}`, { status: 303 })
  if (form.has('close')) {
    const access = AdviserAccessId.safeParse(textIn(form, 'close'))
    const closed = access.success && (await closeToAdviser(program, actor, { access: access.data }))
    if (closed && (closed.ok || closed.failure.kind === 'alreadyClosed')) throw back('lukket')
    throw data(null, { status: 404 })
  }
  const read = readOpening(form)
  const opened = read.ok ? await openToAdviser(program, actor, read.value) : read
  if (opened.ok) throw back('apnet')
  if (opened.failure.kind === 'notCoordinator') throw data(null, { status: 403 })
  const errors = openingErrors(opened.failure, messagesIn(language))
  return data({ typed: typedIn(form), errors }, { status: 422 })
}

export default function AdvisersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { organisation, accesses, done } = loaderData
  const crumbs = [{ text: organisation, href: useAddress('organisation') }]
  const errors = actionData?.errors ?? {}
  return (
    <>
      <PageHead title={t('people.advisers.title')} unlisted />
      <PageTop crumbs={crumbs} title={t('people.advisers.title')} lead={t('people.advisers.lead')} />
      <div className="wide section stack">
        {done && <Done>{t(`people.advisers.done.${done}`)}</Done>}
        <FormErrors errors={errors} />
        <section aria-labelledby="apnet">
          <h2 id="apnet">{t('people.advisers.opened')}</h2>
          <AccessList accesses={accesses} />
        </section>
        <OpenForm {...loaderData} typed={actionData?.typed ?? {}} errors={errors} />
      </div>
    </>
  )
}
