import { useMessages } from '#src/web/ui/messages.ts'

/** Why, in one's own words; several forms of a page have it, so each has an id of its own. */
export function ReasonField({ id, label }: { id: string; label: string }) {
  const { t } = useMessages()
  return (
    <div className="ds-field form-field">
      <label className="ds-label" htmlFor={id}>
        {label} <span className="quiet">{t('people.form.optional')}</span>
      </label>
      <textarea className="ds-input" id={id} name="reason" rows={2} maxLength={1000} />
    </div>
  )
}
