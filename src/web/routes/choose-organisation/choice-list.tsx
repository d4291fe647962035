import type { Role } from '#src/modules/identity/contract.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'

export type ChoiceView = {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly principals: number
  readonly isCurrent: boolean
}

export function ChoiceList({ choices, returnTo }: { choices: readonly ChoiceView[]; returnTo: string }) {
  return (
    <form method="post" action={useAddress('chooseOrganisation')}>
      <input type="hidden" name="til" value={returnTo} />
      <ul className="plain-list choice-list">
        {choices.map((choice) => (
          <Choice key={choice.id} choice={choice} />
        ))}
      </ul>
    </form>
  )
}

function Choice({ choice }: { choice: ChoiceView }) {
  const { t, list } = useMessages()
  const roles = list(choice.roles.map((role) => t(`identity.role.${role}`).toLowerCase()))
  return (
    <li>
      <button
        className="choice-button"
        type="submit"
        name="organisation"
        value={choice.id}
        aria-current={choice.isCurrent ? 'true' : undefined}
      >
        <strong>{choice.name}</strong>
        <span>{t('identity.choose.roles', { roles })}</span>
        {choice.principals > 0 && (
          <span>{t('identity.choose.principals', { count: choice.principals })}</span>
        )}
        {choice.isCurrent && <span className="ds-tag">{t('identity.choose.current')}</span>}
      </button>
    </li>
  )
}
