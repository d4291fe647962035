import type { RoleView } from '#src/web/present/role-view.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'

/** Who waits for an answer. */
export function AskList({ asks }: { asks: readonly RoleView[] }) {
  const { t, date } = useMessages()
  return (
    <section className="box" data-color="korn" aria-labelledby="venter">
      <h2 id="venter">{t('people.organisation.asks', { count: asks.length })}</h2>
      <ul className="plain-list lines">
        {asks.map((ask) => (
          <li key={ask.membership} className="session">
            <div>
              <strong>{ask.name}</strong>
              <p className="small">
                {t('people.organisation.wants', { role: t(`identity.role.${ask.role}`).toLowerCase() })} ·{' '}
                {date(ask.since)}
              </p>
            </div>
            <To page="member" params={{ id: ask.membership }} className="ds-button">
              {t('people.organisation.answer')}
              <span className="ds-sr-only"> {ask.name}</span>
            </To>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Props = { readonly members: readonly RoleView[]; readonly mayManage: boolean; readonly me: string }

export function MemberTable({ members, mayManage, me }: Props) {
  const { t, date } = useMessages()
  return (
    <section aria-labelledby="medlemmer">
      <h2 id="medlemmer">{t('people.organisation.members', { count: members.length })}</h2>
      <table className="ds-table cards">
        <thead>
          <tr>
            <th scope="col">{t('people.organisation.name')}</th>
            <th scope="col">{t('people.organisation.role')}</th>
            <th scope="col">{t('people.organisation.about')}</th>
            {mayManage && <th scope="col">{t('people.organisation.change')}</th>}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.membership}>
              <th scope="row">
                {member.name}
                {member.person === me && <span className="quiet"> {t('people.organisation.you')}</span>}
              </th>
              <td data-label={t('people.organisation.role')}>{t(`identity.role.${member.role}`)}</td>
              <td>{aboutMember(member, { t, date })}</td>
              {mayManage && (
                <td>
                  {member.person !== me && (
                    <To page="member" params={{ id: member.membership }}>
                      {t('people.organisation.change')}
                      <span className="ds-sr-only"> {member.name}</span>
                    </To>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function aboutMember(
  { title, delegation, endsOn, independenceOn, role }: RoleView,
  { t, date }: Pick<ReturnType<typeof useMessages>, 't' | 'date'>,
): string {
  return [
    title,
    delegation,
    role === 'coordinator' && !delegation && t('people.organisation.noDelegation'),
    independenceOn && t('people.organisation.independent', { day: date(independenceOn) }),
    endsOn && t('people.roles.until', { day: date(endsOn) }),
  ]
    .filter(Boolean)
    .join(' · ')
}
