import type { JoinableRole } from '#src/modules/identity/index.ts'
import type { Typed } from '#src/web/read-form.ts'
import { type FieldErrors, TextAreaField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { RoleFields } from '#src/web/ui/role-fields.tsx'
import { To, useAddress } from '#src/web/ui/to.tsx'
import { type JoinView, whoDecides } from './join-view.ts'

type Props = {
  readonly view: Extract<JoinView, { step: 'details' }>
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** What has to be said to have the role, and who reads it. */
export function RoleDetails({ view: { organisation, role, leaders }, typed, errors }: Props) {
  const { t } = useMessages()
  const query = new URLSearchParams({ virksomhet: organisation.id, rolle: role })
  return (
    <section aria-labelledby="si">
      <p className="chosen">
        <strong>
          {t('people.join.as', { role: t(`identity.role.${role}`), organisation: organisation.name })}
        </strong>{' '}
        <To page="join" query={`virksomhet=${organisation.id}`}>
          {t('people.join.change')}
        </To>
      </p>
      <h2 id="si">{t('people.join.details')}</h2>
      <form method="post" action={`${useAddress('join')}?${query}`} className="form-stack">
        <input type="hidden" name="organisation" value={organisation.id} />
        <input type="hidden" name="role" value={role} />
        <RoleFields of={role} typed={typed} errors={errors} />
        <TextAreaField
          name="message"
          label={t('people.join.message')}
          help={t('people.join.message.help')}
          value={typed.message}
          maxLength={1000}
          optional
        />
        <WhoDecides role={role} leaders={leaders} />
        <p>
          <button className="ds-button" type="submit" data-color="kobber">
            {t('people.join.send')}
          </button>
        </p>
      </form>
    </section>
  )
}

function WhoDecides({ role, leaders }: { role: JoinableRole; leaders: readonly string[] }) {
  const { t, list } = useMessages()
  const who = whoDecides(role, leaders)
  return (
    <p className={who === 'nobody' ? 'box' : 'quiet'} data-color={who === 'nobody' ? 'korn' : undefined}>
      {t(`people.join.decides.${who}`, { names: list(leaders), count: leaders.length })}
    </p>
  )
}
