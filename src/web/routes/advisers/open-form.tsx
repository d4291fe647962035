import { ADVISER_SCOPES } from '#src/modules/identity/contract.ts'
import type { Typed } from '#src/web/read-form.ts'
import { type FieldErrors, RadioGroup, SelectField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'

type Props = {
  readonly advisers: readonly { readonly id: string; readonly name: string; readonly organisation: string }[]
  readonly years: number
  readonly typed: Typed
  readonly errors: FieldErrors
}

export function OpenForm({ advisers, years, typed, errors }: Props) {
  const { t } = useMessages()
  const action = useAddress('advisers')
  return (
    <section aria-labelledby="apne">
      <h2 id="apne">{t('people.advisers.open')}</h2>
      {advisers.length === 0 ? (
        <p>{t('people.advisers.nobody')}</p>
      ) : (
        <form method="post" action={action} className="form-stack">
          <SelectField
            name="adviser"
            label={t('people.advisers.who')}
            value={typed.adviser}
            error={errors.adviser}
            choices={[
              { value: '', text: t('people.form.choose') },
              ...advisers.map(({ id, name, organisation }) => ({
                value: id,
                text: `${name}, ${organisation}`,
              })),
            ]}
          />
          <RadioGroup
            name="scope"
            label={t('people.advisers.what')}
            value={typed.scope}
            error={errors.scope}
            choices={[
              ...ADVISER_SCOPES.map((scope) => ({
                value: scope,
                text: t(`people.advisers.scope.${scope}`),
                help: t(`people.advisers.scope.${scope}.means`),
              })),
              {
                value: 'one',
                text: t('people.advisers.scope.one'),
                help: t('people.advisers.scope.one.means'),
              },
            ]}
          />
          <TextField
            name="one"
            label={t('people.advisers.one')}
            help={t('people.advisers.one.help')}
            value={typed.one}
            error={errors.one}
            maxLength={80}
            short
            optional
          />
          <TextField
            name="purpose"
            label={t('people.advisers.purpose')}
            help={t('people.advisers.purpose.help')}
            value={typed.purpose}
            error={errors.purpose}
            maxLength={300}
          />
          <TextField
            name="endsOn"
            type="date"
            label={t('people.advisers.endsOn')}
            help={t('people.advisers.endsOn.help', { years })}
            value={typed.endsOn}
            error={errors.endsOn}
            short
          />
          <p>
            <button className="ds-button" type="submit" data-color="kobber">
              {t('people.advisers.open.button')}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}
