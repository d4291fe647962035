import { data, redirect } from 'react-router'
import { MembershipId } from '#src/modules/identity/contract.ts'
import { dayOf, leave, rolesOf } from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { toRoleView } from '#src/web/present/role-view.ts'
import { textIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { Done } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { type Refused, RoleRow } from './role-row.tsx'

const DONE = ['spurt', 'lagt-ned'] as const

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, now } = context.get(programContext)
  const actor = requireActor({ request, context })
  const roles = await rolesOf(db, { person: actor.personId, on: dayOf(now()) })
  const done = new URL(request.url).searchParams.get('gjort')
  return { roles: roles.map(toRoleView), done: DONE.find((one) => one === done) ?? null }
}

/** Lays down a role, or takes back what one has asked for. */
export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const form = await request.formData()
  const membership = MembershipId.safeParse(textIn(form, 'membership'))
  if (!membership.success) throw data(null, { status: 404 })
  const alone = textIn(form, 'alone') === 'ja'
  const left = await leave(context.get(programContext), actor, { membership: membership.data, alone })
  if (left.ok) {
    const language = languageOf(new URL(request.url).pathname)
    throw redirect(`${address(language, 'myRoles')}?gjort=lagt-ned`, { status: 303 })
  }
  switch (left.failure.kind) {
    case 'membershipNotFound':
      throw data(null, { status: 404 })
    case 'alreadyEnded':
    case 'lastCoordinator':
    case 'lastAdministrator': {
      const refused: Refused = { membership: membership.data, why: left.failure.kind }
      return data(refused, { status: 409 })
    }
  }
}

export default function MyRolesPage({ loaderData: { roles, done }, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  return (
    <>
      <PageHead title={t('people.roles.title')} unlisted />
      <PageTop title={t('people.roles.title')} lead={t('people.roles.lead')} />
      <div className="wide section stack">
        {done && <Done>{t(`people.roles.done.${done}`)}</Done>}
        {roles.length === 0 ? (
          <p>{t('people.roles.none')}</p>
        ) : (
          <ul className="plain-list lines">
            {roles.map((role) => (
              <RoleRow
                key={role.membership}
                role={role}
                refused={actionData?.membership === role.membership ? actionData : null}
              />
            ))}
          </ul>
        )}
        <p>
          <To page="join" className="ds-button">
            {t('people.roles.join')}
          </To>
        </p>
      </div>
    </>
  )
}
