import type { Typed } from '#src/web/read-form.ts'
import { FoldedForm } from '#src/web/routes/joint-life/folded-form.tsx'
import { type FormAnswer, nameIn } from '#src/web/routes/joint-life/read-fields.ts'
import { type Choice, SelectField, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'

type Props = {
  readonly name: string
  readonly intent: string
  readonly title: string
  readonly whose: readonly Choice[]
  /** What is noted of it now, by field. */
  readonly typed: Typed
  readonly hidden: Readonly<Record<string, string>>
  readonly answer: FormAnswer | null
}

export function ContractForm({ name, intent, title, whose, typed, hidden, answer }: Props) {
  const { t } = useMessages()
  const isAnswered = answer?.form === name
  const field = (one: Field) => ({
    name: nameIn(name, one),
    label: t(`jointContract.field.${one}`),
    value: isAnswered ? answer.typed[nameIn(name, one)] : typed[one],
    error: isAnswered ? answer.errors[nameIn(name, one)] : undefined,
  })
  return (
    <FoldedForm
      name={name}
      intent={intent}
      title={title}
      button={t('jointContract.button')}
      answer={answer}
      hidden={hidden}
    >
      <TextField {...field('supplier')} maxLength={300} />
      <SelectField {...field('whose')} choices={whose} />
      <TextField {...field('startsOn')} type="date" short />
      <TextField {...field('endsOn')} type="date" short />
      <TextField {...field('latestEndsOn')} type="date" short optional />
      <TextAreaField {...field('options')} maxLength={5000} rows={2} optional />
      <TextField {...field('optionNoticeOn')} type="date" short optional />
      <TextField {...field('signedOn')} type="date" short optional />
      <TextField {...field('followUpMonths')} inputMode="numeric" maxLength={2} short optional />
      <TextAreaField {...field('indicators')} maxLength={5000} rows={2} optional />
      <p className="small quiet">{t('jointContract.radar')}</p>
    </FoldedForm>
  )
}

type Field =
  | 'supplier'
  | 'whose'
  | 'signedOn'
  | 'startsOn'
  | 'endsOn'
  | 'latestEndsOn'
  | 'options'
  | 'optionNoticeOn'
  | 'followUpMonths'
  | 'indicators'
