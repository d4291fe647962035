import { SITE_ROLES } from '#src/modules/identity/contract.ts'
import type { RoleView } from '#src/web/present/role-view.ts'
import type { Typed } from '#src/web/read-form.ts'
import { type FieldErrors, RadioGroup, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'

type Given = { readonly typed: Typed; readonly errors: FieldErrors }

export function SiteRoles({ roles, me, typed, errors }: Given & { roles: readonly RoleView[]; me: string }) {
  const { t, date } = useMessages()
  return (
    <section aria-labelledby="roller">
      <h2 id="roller">{t('people.administration.roles')}</h2>
      <ul className="plain-list lines">
        {roles.map((one) => (
          <li key={one.membership}>
            <strong>{one.name}</strong>{' '}
            {one.person === me && <span className="quiet">{t('people.organisation.you')}</span>}
            <p className="small quiet">
              {t(`identity.role.${one.role}`)} · {t('people.roles.since', { day: date(one.since) })}
            </p>
            {one.person !== me && <TakeRole role={one} typed={typed} errors={errors} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function TakeRole({ role, typed, errors }: Given & { role: RoleView }) {
  const { t } = useMessages()
  const action = useAddress('administration')
  const isThis = typed.membership === role.membership
  const field = `reason-${role.membership}`
  return (
    <details open={isThis ? true : undefined} className="folded-task">
      <summary>{t('people.administration.take', { name: role.name })}</summary>
      <form method="post" action={action} className="form-stack">
        <input type="hidden" name="membership" value={role.membership} />
        <TextAreaField
          name={field}
          label={t('people.ask.reason')}
          help={t('people.ask.reason.help')}
          value={typed[field]}
          error={errors[field]}
          maxLength={1000}
        />
        <p>
          <button
            className="ds-button"
            data-variant="secondary"
            data-color="danger"
            type="submit"
            name="do"
            value="take"
          >
            {t('people.administration.take.button')}
          </button>
        </p>
      </form>
    </details>
  )
}

export function GiveSiteRole({ typed, errors }: Given) {
  const { t } = useMessages()
  const action = useAddress('administration')
  return (
    <section aria-labelledby="gi">
      <h2 id="gi">{t('people.administration.give')}</h2>
      <form method="post" action={action} className="form-stack">
        <TextField
          name="email"
          type="email"
          label={t('people.administration.email')}
          help={t('people.administration.email.help')}
          value={typed.email}
          error={errors.email}
          maxLength={200}
        />
        <RadioGroup
          name="role"
          label={t('people.administration.role')}
          value={typed.role}
          error={errors.role}
          choices={SITE_ROLES.map((role) => ({
            value: role,
            text: t(`identity.role.${role}`),
            help: t(`people.role.means.${role}`),
          }))}
        />
        <p>
          <button className="ds-button" type="submit" name="do" value="give">
            {t('people.administration.give.button')}
          </button>
        </p>
      </form>
    </section>
  )
}
