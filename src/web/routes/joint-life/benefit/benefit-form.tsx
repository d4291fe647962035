import { BENEFIT_MONTHS } from '#src/modules/joint-procurement/contract.ts'
import { FoldedForm } from '#src/web/routes/joint-life/folded-form.tsx'
import { type FormAnswer, nameIn } from '#src/web/routes/joint-life/read-fields.ts'
import type { Voice } from '#src/web/routes/joint-life/read-life.ts'
import { type Choice, RadioGroup, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'

type Props = {
  readonly voices: readonly Voice[]
  readonly today: string
  readonly grades: readonly Choice[]
  readonly answer: FormAnswer | null
}

const NAME = 'gevinst'

/** What somebody found, or why nobody measured. */
export function BenefitForm({ voices, today, grades, answer }: Props) {
  const { t } = useMessages()
  const isAnswered = answer?.form === NAME
  const field = (one: string) => ({
    name: nameIn(NAME, one),
    value: isAnswered ? answer.typed[nameIn(NAME, one)] : undefined,
    error: isAnswered ? answer.errors[nameIn(NAME, one)] : undefined,
  })
  const on = field('on')
  return (
    <FoldedForm
      name={NAME}
      title={t('jointBenefit.new')}
      button={t('jointBenefit.button')}
      answer={answer}
      voices={voices}
    >
      <RadioGroup
        {...field('months')}
        label={t('jointBenefit.field.months')}
        choices={BENEFIT_MONTHS.map((months) => ({
          value: `${months}`,
          text: t('jointBenefit.after', { months }),
        }))}
      />
      <TextField {...on} type="date" label={t('jointBenefit.on')} value={on.value ?? today} short />
      <RadioGroup
        {...field('isMeasured')}
        label={t('jointBenefit.field.isMeasured')}
        choices={(['ja', 'nei'] as const).map((value) => ({
          value,
          text: t(`jointBenefit.field.isMeasured.${value}`),
        }))}
      />
      <TextField
        {...field('what')}
        label={t('jointBenefit.field.what')}
        help={t('jointBenefit.field.what.help')}
        maxLength={300}
        optional
      />
      <TextField {...field('baseline')} label={t('jointBenefit.field.baseline')} maxLength={300} optional />
      <TextField {...field('target')} label={t('jointBenefit.field.target')} maxLength={300} optional />
      <TextField {...field('value')} label={t('jointBenefit.field.value')} maxLength={300} short optional />
      <TextField {...field('unit')} label={t('jointBenefit.field.unit')} maxLength={300} short optional />
      <RadioGroup {...field('grade')} label={t('jointBenefit.grade')} choices={grades} />
      <TextAreaField {...field('method')} label={t('jointBenefit.field.method')} maxLength={5000} optional />
      <TextAreaField {...field('why')} label={t('jointBenefit.field.why')} maxLength={5000} optional />
    </FoldedForm>
  )
}
