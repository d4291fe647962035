import type { Role } from '#src/modules/identity/contract.ts'
import type { RoleView } from '#src/web/present/role-view.ts'
import type { Typed } from '#src/web/read-form.ts'
import { FactList } from '#src/web/ui/facts.tsx'
import { type FieldErrors, RadioGroup, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { RoleFields } from '#src/web/ui/role-fields.tsx'

type Props = {
  readonly member: RoleView
  /** The roles the person may be given instead; nothing for those who may only end it. */
  readonly roles: readonly Role[]
  readonly action: string
  readonly typed: Typed
  readonly errors: FieldErrors
}

const MAY_TAKE_OVER: readonly Role[] = ['reader', 'contributor', 'network-leader', 'coordinator']

export function MemberForms(props: Props) {
  const { t, date } = useMessages()
  const { member, roles } = props
  const facts = [
    { name: t('people.ask.email'), value: member.email ?? t('people.ask.email.none') },
    member.title ? { name: t('people.role.title'), value: member.title } : null,
    member.delegation ? { name: t('people.role.delegation'), value: member.delegation } : null,
    member.endsOn ? { name: t('people.role.endsOn'), value: date(member.endsOn) } : null,
    { name: t('people.member.since'), value: date(member.since) },
  ]
  return (
    <>
      <FactList facts={facts} />
      {roles.length > 0 && <ChangeRole {...props} />}
      {roles.length > 0 && MAY_TAKE_OVER.includes(member.role) && <HandOver {...props} />}
      <EndRole {...props} />
    </>
  )
}

function ChangeRole({ roles, action, typed, errors }: Props) {
  const { t } = useMessages()
  const isWrong = ['role', 'title', 'independent', 'endsOn'].some((field) => errors[field])
  return (
    <details open={isWrong ? true : undefined} className="folded-task">
      <summary>{t('people.member.change')}</summary>
      <form method="post" action={action} className="form-stack">
        <RadioGroup
          name="role"
          label={t('people.member.newRole')}
          value={typed.role}
          error={errors.role}
          choices={roles.map((role) => ({
            value: role,
            text: t(`identity.role.${role}`),
            help: t(`people.role.means.${role}`),
          }))}
        />
        {roles.includes('coordinator') && (
          <fieldset className="form-stack nested">
            <legend>{t('people.member.ifCoordinator')}</legend>
            <RoleFields of="coordinator" typed={typed} errors={errors} />
          </fieldset>
        )}
        {roles.includes('consultant') && (
          <fieldset className="form-stack nested">
            <legend>{t('people.member.ifConsultant')}</legend>
            <RoleFields of="consultant" typed={typed} errors={errors} />
          </fieldset>
        )}
        <p>
          <button className="ds-button" type="submit" name="do" value="change">
            {t('people.member.change.button')}
          </button>
        </p>
      </form>
    </details>
  )
}

function HandOver({ member, action, typed, errors }: Props) {
  const { t } = useMessages()
  const leadsAlready = member.role === 'coordinator'
  return (
    <details open={errors.newTitle ? true : undefined} className="folded-task">
      <summary>{t('people.member.handOver')}</summary>
      <p>{t('people.member.handOver.what', { name: member.name })}</p>
      <form method="post" action={action} className="form-stack">
        <input type="hidden" name="person" value={member.person} />
        {!leadsAlready && (
          <>
            <TextField
              name="newTitle"
              label={t('people.member.theirTitle', { name: member.name })}
              value={typed.newTitle ?? member.title ?? ''}
              error={errors.newTitle}
              maxLength={120}
            />
            <TextField
              name="newDelegation"
              label={t('people.role.delegation')}
              help={t('people.role.delegation.help')}
              value={typed.newDelegation}
              maxLength={200}
              optional
            />
          </>
        )}
        <p>
          <button className="ds-button" type="submit" name="do" value="hand-over">
            {t('people.member.handOver.button', { name: member.name })}
          </button>
        </p>
      </form>
    </details>
  )
}

function EndRole({ member, action, typed, errors }: Props) {
  const { t } = useMessages()
  return (
    <details open={errors.endReason ? true : undefined} className="folded-task">
      <summary>{t('people.member.end')}</summary>
      <p>{t('people.member.end.what')}</p>
      <form method="post" action={action} className="form-stack">
        <TextAreaField
          name="endReason"
          label={t('people.ask.reason')}
          help={t('people.ask.reason.help')}
          value={typed.endReason}
          error={errors.endReason}
          maxLength={1000}
        />
        <p>
          <button
            className="ds-button"
            data-variant="secondary"
            data-color="danger"
            type="submit"
            name="do"
            value="end"
          >
            {t('people.member.end.button', { name: member.name })}
          </button>
        </p>
      </form>
    </details>
  )
}
