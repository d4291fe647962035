import type { Typed } from '#src/web/read-form.ts'
import { type FieldErrors, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To, useAddress } from '#src/web/ui/to.tsx'

/** Who sells is told by its number, since the register here holds only those that have been met. */
export function SupplierForm({ typed, errors }: { typed: Typed; errors: FieldErrors }) {
  const { t } = useMessages()
  return (
    <section aria-labelledby="leverandor">
      <h2 id="leverandor">{t('people.join.supplier')}</h2>
      <p>{t('people.join.supplier.what')}</p>
      <form method="post" action={`${useAddress('join')}?leverandor`} className="form-stack">
        <input type="hidden" name="role" value="supplier" />
        <TextField
          name="organisasjonsnummer"
          label={t('people.join.supplier.number')}
          help={t('people.join.supplier.number.help')}
          value={typed.organisasjonsnummer}
          error={errors.organisasjonsnummer ?? errors.role}
          inputMode="numeric"
          maxLength={30}
          short
        />
        <TextField
          name="name"
          label={t('people.join.supplier.name')}
          value={typed.name}
          error={errors.name}
          maxLength={200}
          autoComplete="organization"
        />
        <TextAreaField
          name="message"
          label={t('people.join.message')}
          help={t('people.join.supplier.message.help')}
          value={typed.message}
          maxLength={1000}
          optional
        />
        <p className="quiet">{t('people.join.decides.administrator')}</p>
        <p>
          <button className="ds-button" type="submit" data-color="kobber">
            {t('people.join.send')}
          </button>
        </p>
      </form>
      <p>
        <To page="join">{t('people.join.supplier.not')}</To>
      </p>
    </section>
  )
}
