import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import {
  asksForPlatform,
  countWaitingRemovals,
  dayOf,
  isAdministrator,
  isCurator,
  siteMembers,
} from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { toRoleView } from '#src/web/present/role-view.ts'
import { typedIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { Done, FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { changeSiteRole } from './change-site-role.ts'
import { PlatformAsks } from './platform-asks.tsx'
import { GiveSiteRole, SiteRoles } from './site-roles.tsx'

const DONE = ['godkjent', 'avslatt', 'gitt', 'tatt', 'allerede'] as const

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, now } = context.get(programContext)
  const actor = requireActor({ request, context })
  const on = dayOf(now())
  const asks = await asksForPlatform(db, on)
  const runs = isAdministrator(actor)
  const done = new URL(request.url).searchParams.get('gjort')
  return {
    // A curator answers suppliers; who coordinates an organisation is for an administrator.
    asks: asks.filter(({ role }) => runs || role === 'supplier').map(toRoleView),
    roles: runs ? (await siteMembers(db, on)).map(toRoleView) : null,
    removals: isCurator(actor) ? await countWaitingRemovals(db) : null,
    me: actor.personId as string,
    done: DONE.find((one) => one === done) ?? null,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  if (!isAdministrator(actor)) throw data(null, { status: 403 })
  const language = languageOf(new URL(request.url).pathname)
  const form = await request.formData()
  const changed = await changeSiteRole(context.get(programContext), actor, form)
  if (changed.ok)
    throw redirect(`${address(language, 'administration')}?gjort=${changed.value}`, { status: 303 })
  const { field, kind } = changed.failure
  if (kind === 'notAdministrator') throw data(null, { status: 403 })
  if (kind === 'membershipNotFound') throw data(null, { status: 404 })
  const errors = { [field]: messagesIn(language).t(`people.administration.error.${kind}`) }
  return data({ typed: typedIn(form), errors }, { status: 422 })
}

export default function AdministrationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { asks, roles, removals, me, done } = loaderData
  const errors = actionData?.errors ?? {}
  const typed = actionData?.typed ?? {}
  return (
    <>
      <PageHead title={t('people.administration.title')} unlisted />
      <PageTop title={t('people.administration.title')} lead={t('people.administration.lead')} />
      <div className="wide section stack">
        {done && <Done>{t(`people.administration.done.${done}`)}</Done>}
        <FormErrors errors={errors} />
        <PlatformAsks asks={asks} />
        {removals !== null && (
          <section aria-labelledby="redaksjon">
            <h2 id="redaksjon">{t('people.administration.editing')}</h2>
            <ul>
              <li>
                <To page="removalRequests">{t('people.administration.removals', { count: removals })}</To>
              </li>
              <li>
                <To page="curatorLog">{t('people.administration.log')}</To>
              </li>
            </ul>
          </section>
        )}
        {roles && (
          <>
            <SiteRoles roles={roles} me={me} typed={typed} errors={errors} />
            <GiveSiteRole typed={typed} errors={errors} />
          </>
        )}
      </div>
    </>
  )
}
