import type { Typed } from '#src/web/read-form.ts'
import { type FieldErrors, RadioGroup, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'

type Props = {
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  readonly q: string
  readonly today: string
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** First which body, among those one is known to be a member of, or any other by its name; then the terms. */
export function GiveMandateForm({ bodies, q, today, typed, errors }: Props) {
  const { t } = useMessages()
  const action = useAddress('mandates')
  const query = q === '' ? '' : `?${new URLSearchParams({ q })}`
  return (
    <section aria-labelledby="gi">
      <h2 id="gi">{t('people.mandates.give')}</h2>
      <FindBody q={q} isOpen={q !== '' || bodies.length === 0} />
      {bodies.length === 0 ? (
        <p className="after-lead">{t(q === '' ? 'people.mandates.noneKnown' : 'people.join.found.none')}</p>
      ) : (
        <form method="post" action={action + query} className="form-stack after-lead">
          <RadioGroup
            name="body"
            label={t(q === '' ? 'people.mandates.body' : 'people.mandates.body.found')}
            choices={bodies.map(({ id, name }) => ({ value: id, text: name }))}
            value={typed.body ?? (bodies.length === 1 ? bodies[0]?.id : undefined)}
            error={errors.body}
          />
          <TextField
            name="startsOn"
            type="date"
            label={t('people.mandates.from')}
            value={typed.startsOn ?? today}
            error={errors.startsOn}
            short
          />
          <TextField
            name="endsOn"
            type="date"
            label={t('people.mandates.to')}
            help={t('people.mandates.to.help')}
            value={typed.endsOn}
            error={errors.endsOn}
            short
            optional
          />
          <TextField
            name="decision"
            label={t('people.mandates.decision')}
            help={t('people.mandates.decision.help')}
            value={typed.decision}
            error={errors.decision}
            maxLength={300}
          />
          <p>
            <button className="ds-button" type="submit" data-color="kobber">
              {t('people.mandates.give.button')}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}

/** For one that is not known to be a cooperative of ours. */
function FindBody({ q, isOpen }: { q: string; isOpen: boolean }) {
  const { t } = useMessages()
  const action = useAddress('mandates')
  return (
    <details open={isOpen ? true : undefined}>
      <summary>{t('people.mandates.find')}</summary>
      <search aria-labelledby="gi">
        <form action={`${action}#gi`} className="search-line">
          <label className="ds-label" htmlFor="q">
            {t('people.join.find.label')}
          </label>
          <div className="field-with-button">
            <input className="ds-input" id="q" name="q" type="search" defaultValue={q} />
            <button className="ds-button" data-variant="secondary" type="submit">
              {t('people.join.find.button')}
            </button>
          </div>
        </form>
      </search>
    </details>
  )
}
