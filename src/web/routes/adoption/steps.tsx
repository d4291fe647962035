import type { Typed } from '#src/web/read-form.ts'
import { type FieldErrors, FormErrors, RadioGroup, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { StepView } from './adoption-page-view.ts'
import type { AdoptionPageData } from './page.tsx'

/** Where one stands: each step with its day, and what is left of the ordinary way. */
export function StepLine({ steps }: { steps: readonly StepView[] }) {
  const { t, date } = useMessages()
  return (
    <ol className="way plain-list">
      {steps.map(({ status, on, reason, isNow }) => (
        <li
          key={`${status} ${on}`}
          className={on ? undefined : 'ahead'}
          aria-current={isNow ? 'step' : undefined}
        >
          <strong>{t(`adoptions.status.${status}`)}</strong>
          <span className="quiet">{on ? date(on) : t('adoptions.one.ahead')}</span>
          {isNow && (
            <span className="ds-tag" data-color="fjord">
              {t('adoptions.one.now')}
            </span>
          )}
          {reason && <p className="as-written">{reason}</p>}
        </li>
      ))}
    </ol>
  )
}

type Answer = { readonly typed: Typed; readonly errors: FieldErrors }

/** For those who write for the organisation; where it has ended, how to begin again. */
export function NextStep({ page, answer }: { page: AdoptionPageData; answer: Answer | null }) {
  const { t } = useMessages()
  if (!page.isTheirs) return null
  if (page.hasEnded)
    return (
      <p className="box">
        {t('adoptions.one.ended')}{' '}
        <To page="takeIntoUse" params={{ id: page.caseId }}>
          {t('adoptions.take')}
        </To>
      </p>
    )
  return (
    <section className="part" aria-labelledby="neste">
      <h2 id="neste">{t('adoptions.one.next')}</h2>
      <StepFields page={page} typed={answer?.typed ?? {}} errors={answer?.errors ?? {}} />
    </section>
  )
}

function StepFields({ page, typed, errors }: Answer & { page: AdoptionPageData }) {
  const { t } = useMessages()
  return (
    <form method="post" className="form-stack">
      <FormErrors errors={errors} title={t('adoptions.wrong.title')} />
      <RadioGroup
        name="status"
        label={t('adoptions.one.next.status')}
        choices={page.next.map((value) => ({ value, text: t(`adoptions.status.${value}`) }))}
        value={typed.status}
        error={errors.status}
      />
      <TextField
        name="on"
        type="date"
        label={t('adoptions.one.next.on')}
        value={typed.on ?? page.today}
        error={errors.on}
        short
      />
      <TextAreaField
        name="reason"
        label={t('adoptions.one.next.reason')}
        help={t('adoptions.one.next.reason.help')}
        value={typed.reason}
        error={errors.reason}
        maxLength={5000}
        optional
      />
      <p>
        <button className="ds-button" type="submit">
          {t('adoptions.one.next.button')}
        </button>
      </p>
    </form>
  )
}
