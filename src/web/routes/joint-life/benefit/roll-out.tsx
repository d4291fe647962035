import { ROLL_OUT_STATUSES } from '#src/modules/joint-procurement/contract.ts'
import { FoldedForm } from '#src/web/routes/joint-life/folded-form.tsx'
import type { FormAnswer } from '#src/web/routes/joint-life/read-fields.ts'
import { Section } from '#src/web/ui/facts.tsx'
import { RadioGroup, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { BenefitPageData } from './page.tsx'

type Props = { readonly page: BenefitPageData; readonly answer: FormAnswer | null }

/** Where each stands in taking it into use; what nobody has told is not known. */
export function RollOut({ page, answer }: Props) {
  const { t } = useMessages()
  return (
    <Section title={t('jointBenefit.rollOut')} id="innforing-i-kommunene">
      <p>{t('jointBenefit.rollOut.all', { inUse: page.inUse, all: page.rows.length })}.</p>
      <table className="ds-table cards">
        <thead>
          <tr>
            <th scope="col">{t('jointBenefit.who')}</th>
            <th scope="col">{t('jointBenefit.status')}</th>
            <th scope="col">{t('jointBenefit.since')}</th>
            <th scope="col">{t('jointBenefit.words')}</th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              <td data-label={t('jointBenefit.status')}>
                {row.status ? (
                  t(`jointBenefit.status.${row.status}`)
                ) : (
                  <span className="unknown">{t('jointBenefit.unknown')}</span>
                )}
                {row.earlier.length > 0 && (
                  <span className="grade">
                    {t('jointBenefit.history')}: {row.earlier.join(', ')}
                  </span>
                )}
              </td>
              <td data-label={t('jointBenefit.since')}>{row.since ?? '–'}</td>
              <td data-label={t('jointBenefit.words')}>{row.words ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {page.voices.length > 0 && <RollOutForm page={page} answer={answer} />}
    </Section>
  )
}

function RollOutForm({ page, answer }: Props) {
  const { t } = useMessages()
  const isAnswered = answer?.form === 'innforing'
  const typed: Readonly<Record<string, string>> = isAnswered ? answer.typed : {}
  const errors = isAnswered ? answer.errors : {}
  return (
    <FoldedForm
      name="innforing"
      title={t('jointBenefit.rollOut.new')}
      button={t('jointBenefit.button.rollOut')}
      answer={answer}
      voices={page.voices}
    >
      <RadioGroup
        name="innforing-status"
        label={t('jointBenefit.status')}
        choices={ROLL_OUT_STATUSES.map((value) => ({ value, text: t(`jointBenefit.status.${value}`) }))}
        value={typed['innforing-status']}
        error={errors['innforing-status']}
      />
      <TextField
        name="innforing-on"
        type="date"
        label={t('jointBenefit.on')}
        value={typed['innforing-on'] ?? page.today}
        error={errors['innforing-on']}
        short
      />
      <TextAreaField
        name="innforing-words"
        label={t('jointBenefit.words')}
        help={t('jointBenefit.rollOut.words.help')}
        value={typed['innforing-words']}
        error={errors['innforing-words']}
        maxLength={5000}
        optional
      />
    </FoldedForm>
  )
}
