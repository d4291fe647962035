import { redirect } from 'react-router'
import { asksIn, coordinates, dayOf, mandatesOf, membersOf, tokensFor } from '#src/modules/identity/index.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { programContext, signedInContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { toRoleView } from '#src/web/present/role-view.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { Done } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { AskList, MemberTable } from './member-lists.tsx'
import { OrganisationRooms } from './rooms.tsx'

const DONE = ['godkjent', 'avslatt', 'endret', 'avsluttet', 'overlatt', 'allerede'] as const

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, now } = context.get(programContext)
  const actor = requireActor({ request, context })
  const { pathname, searchParams } = new URL(request.url)
  const { organisation } = actor
  if (organisation === null) {
    const choices = context.get(signedInContext)?.choices ?? []
    const language = languageOf(pathname)
    throw redirect(
      choices.length === 0
        ? address(language, 'join')
        : `${address(language, 'chooseOrganisation')}?til=${encodeURIComponent(pathname)}`,
    )
  }
  const at = now()
  const leads = coordinates(actor, organisation)
  const members = await membersOf(db, { organisation, on: dayOf(at) })
  const mandates = (await mandatesOf(db, organisation)).filter(({ withdrawnAt }) => withdrawnAt === null)
  return {
    name: actor.organisationName ?? '',
    kind: (await findOrganisationById(db, organisation))?.kind ?? 'other',
    leads,
    me: actor.personId as string,
    members: members.map(toRoleView),
    // Those who ask tell who they are to whoever decides; for a supplier that is the platform.
    asks: leads ? (await asksIn(db, organisation)).map(toRoleView) : [],
    mandates: mandates.length,
    tokens: leads ? (await tokensFor(db, { organisation, at })).length : 0,
    done: DONE.find((one) => one === searchParams.get('gjort')) ?? null,
  }
}

export default function OrganisationPage({ loaderData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { name, kind, leads, members, asks, done } = loaderData
  return (
    <>
      <PageHead title={name} unlisted />
      <PageTop kind={t(`organisations.kind.${kind}`)} title={name} lead={t('people.organisation.lead')} />
      <div className="wide with-aside">
        <div className="stack">
          {done && <Done>{t(`people.organisation.done.${done}`)}</Done>}
          {asks.length > 0 && <AskList asks={asks} />}
          <MemberTable members={members} mayManage={leads} me={loaderData.me} />
        </div>
        <OrganisationRooms {...loaderData} />
      </div>
    </>
  )
}
