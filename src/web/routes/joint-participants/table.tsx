import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { ParticipantsView, ParticipantView } from './participants-view.ts'

/** Everybody with how far each has come; cards on a phone. */
export function ParticipantTable({ id, view }: { id: string; view: ParticipantsView }) {
  const { t } = useMessages()
  const { isIn, participants } = view
  return (
    <table className="ds-table cards" aria-label={t('joint.participants.title')}>
      <thead>
        <tr>
          <th scope="col">{t('joint.participants.name')}</th>
          <th scope="col">{t('joint.participants.role')}</th>
          {isIn && <th scope="col">{t('joint.participants.standing')}</th>}
          {isIn && <th scope="col">{t('joint.participants.missing')}</th>}
        </tr>
      </thead>
      <tbody>
        {participants.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              {one.href ? <a href={one.href}>{one.name}</a> : one.name}
              {one.number && <span className="small quiet beneath">{one.number}</span>}
            </th>
            <td data-label={t('joint.participants.role')}>
              {one.roleName}
              {one.mayChangeRole && <ChangeRole one={one} />}
            </td>
            {isIn && (
              <td data-label={t('joint.participants.standing')}>
                <span className="ds-tag" data-color={COLOUR[one.status]}>
                  {one.statusName}
                </span>
                {one.mayTakeBack && <TakeBack one={one} />}
              </td>
            )}
            {isIn && (
              <td data-label={t('joint.participants.missing')}>
                <Missing id={id} one={one} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const COLOUR = {
  interested: 'mose',
  invited: 'korn',
  declined: 'neutral',
  uninvited: 'neutral',
  withdrawn: 'neutral',
} as const satisfies Record<ParticipantView['status'], string>

function Missing({ id, one }: { id: string; one: ParticipantView }) {
  const { t, list } = useMessages()
  if (one.status !== 'interested') return <span className="quiet">{list(one.missing)}</span>
  return (
    <>
      <span className={one.missing.length > 0 ? undefined : 'quiet'}>
        {list(one.missing) || t('joint.participants.nothing')}
      </span>
      <span className="beneath">
        <To page="jointParticipant" params={{ id, organisation: one.id }}>
          {t(one.mayFillIn ? 'joint.participants.see' : 'joint.participants.seeOnly')}
          <span className="ds-sr-only">: {one.name}</span>
        </To>
      </span>
    </>
  )
}

function TakeBack({ one }: { one: ParticipantView }) {
  const { t } = useMessages()
  return (
    <form method="post">
      <input type="hidden" name="do" value="take-back" />
      <input type="hidden" name="organisation" value={one.id} />
      <button type="submit" className="ds-button" data-variant="tertiary" data-size="sm">
        {t('joint.invite.takeBack')}
        <span className="ds-sr-only">: {one.name}</span>
      </button>
    </form>
  )
}

function ChangeRole({ one }: { one: ParticipantView }) {
  const { t } = useMessages()
  return (
    <details>
      <summary className="small">
        {t('joint.role.change')}
        <span className="ds-sr-only">: {one.name}</span>
      </summary>
      <form method="post" className="role-form">
        <input type="hidden" name="do" value="role" />
        <input type="hidden" name="organisation" value={one.id} />
        <select
          className="ds-input"
          name="newRole"
          defaultValue={one.role}
          aria-label={`${t('joint.participants.role')}: ${one.name}`}
        >
          {(['host', 'participant', 'option', 'follower'] as const).map((role) => (
            <option key={role} value={role}>
              {t(`joint.role.${role}`)}
            </option>
          ))}
        </select>
        <button type="submit" className="ds-button" data-variant="secondary" data-size="sm">
          {t('joint.save')}
        </button>
      </form>
    </details>
  )
}
