import type { Role } from '#src/modules/identity/contract.ts'
import { CheckField, type FieldErrors, TextField } from './fields.tsx'
import { useMessages } from './messages.ts'

type Props = {
  readonly of: Role
  readonly typed: Readonly<Record<string, string>>
  readonly errors: FieldErrors
}

/** What a role asks of the one who is to have it; most ask nothing. */
export function RoleFields({ of: role, typed, errors }: Props) {
  const { t } = useMessages()
  if (role === 'coordinator') {
    return (
      <>
        <TextField
          name="title"
          label={t('people.role.title')}
          help={t('people.role.title.help')}
          value={typed.title}
          error={errors.title}
          maxLength={120}
          autoComplete="organization-title"
        />
        <TextField
          name="delegation"
          label={t('people.role.delegation')}
          help={t('people.role.delegation.help')}
          value={typed.delegation}
          maxLength={200}
          optional
        />
      </>
    )
  }
  if (role !== 'consultant') return null
  return (
    <>
      <CheckField
        name="independent"
        label={t('people.role.independent')}
        help={t('people.role.independent.help')}
        checked={typed.independent === 'ja'}
        error={errors.independent}
      />
      <TextField
        name="endsOn"
        type="date"
        label={t('people.role.endsOn')}
        help={t('people.role.endsOn.help')}
        value={typed.endsOn}
        error={errors.endsOn}
        short
      />
    </>
  )
}
