import type { LeaveFailure } from '#src/modules/identity/index.ts'
import type { RoleView } from '#src/web/present/role-view.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'

export type Refused = {
  readonly membership: string
  readonly why: Exclude<LeaveFailure['kind'], 'membershipNotFound'>
}

export function RoleRow({ role, refused }: { role: RoleView; refused: Refused | null }) {
  const { t } = useMessages()
  return (
    <li>
      <strong>{roleThere(role, t)}</strong>{' '}
      {role.isAsked && (
        <span className="ds-tag" data-color="korn">
          {t('people.roles.asked')}
        </span>
      )}
      <RoleFacts role={role} />
      {refused && (
        <p className="box error-box" data-color="danger" role="alert">
          {t(`people.roles.refused.${refused.why}`)}
        </p>
      )}
      <LeaveForm role={role} mustKnow={refused?.why === 'lastCoordinator'} />
    </li>
  )
}

function roleThere({ role, organisation }: RoleView, t: ReturnType<typeof useMessages>['t']): string {
  const name = t(`identity.role.${role}`)
  return organisation === null
    ? `${name} ${t('people.roles.platform')}`
    : t('people.join.as', { role: name, organisation })
}

function RoleFacts({ role: { title, delegation, endsOn, since, isAsked } }: { role: RoleView }) {
  const { t, date } = useMessages()
  const facts = [
    t(isAsked ? 'people.roles.askedOn' : 'people.roles.since', { day: date(since) }),
    endsOn && t('people.roles.until', { day: date(endsOn) }),
    title,
    delegation,
  ].filter(Boolean)
  return <p className="small quiet">{facts.join(' · ')}</p>
}

function LeaveForm({ role, mustKnow }: { role: RoleView; mustKnow: boolean }) {
  const { t } = useMessages()
  const button = role.isAsked
    ? 'people.roles.takeBack'
    : mustKnow
      ? 'people.roles.leaveAnyway'
      : 'people.roles.leave'
  return (
    <form method="post" action={useAddress('myRoles')}>
      <input type="hidden" name="membership" value={role.membership} />
      {mustKnow && <input type="hidden" name="alone" value="ja" />}
      <button
        className="ds-button"
        data-variant="secondary"
        data-size="sm"
        type="submit"
        aria-label={`${t(button)}: ${roleThere(role, t)}`}
      >
        {t(button)}
      </button>
    </form>
  )
}
