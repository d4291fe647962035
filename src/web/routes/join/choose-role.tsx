import { useMessages } from '#src/web/ui/messages.ts'
import { To, useAddress } from '#src/web/ui/to.tsx'
import { type JoinView, whoDecides } from './join-view.ts'

type View = Extract<JoinView, { step: 'role' }>

/** Every role there is in such an organisation, in plain words; one presses the one that fits. */
export function ChooseRole({ view: { organisation, roles, leaders } }: { view: View }) {
  const { t } = useMessages()
  const action = useAddress('join')
  return (
    <section aria-labelledby="rolle">
      <p className="chosen">
        <strong>{organisation.name}</strong> <To page="join">{t('people.join.change')}</To>
      </p>
      <h2 id="rolle">{t('people.join.role')}</h2>
      {leaders.length === 0 && !roles.every((role) => role === 'supplier') && (
        <p className="box" data-color="korn">
          {t('people.join.noLeader')}
        </p>
      )}
      <form action={action}>
        <input type="hidden" name="virksomhet" value={organisation.id} />
        <ul className="plain-list choice-list">
          {roles.map((role) => (
            <li key={role}>
              <button className="choice-button" type="submit" name="rolle" value={role}>
                <strong>{t(`identity.role.${role}`)}</strong>
                <span>{t(`people.role.means.${role}`)}</span>
                {whoDecides(role, leaders) === 'nobody' && (
                  <span className="ds-tag" data-color="korn">
                    {t('people.join.waits')}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      </form>
    </section>
  )
}
