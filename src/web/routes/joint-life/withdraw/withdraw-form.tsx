import { type FormAnswer, nameIn } from '#src/web/routes/joint-life/read-fields.ts'
import { FormErrors, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'

type Props = {
  readonly name: string
  readonly leaving: string
  /** Where it was when what follows was shown. */
  readonly step: string
  readonly answer: FormAnswer | null
}

export function WithdrawForm({ name, leaving, step, answer }: Props) {
  const { t } = useMessages()
  const { typed, errors } = answer ?? { typed: {} as FormAnswer['typed'], errors: {} as FormAnswer['errors'] }
  const field = (one: 'decidedOn' | 'decidedBy' | 'reason' | 'archiveReference') => ({
    name: nameIn(name, one),
    label: t(`jointWithdraw.${one}`),
    value: typed[nameIn(name, one)],
    error: errors[nameIn(name, one)],
  })
  return (
    <section aria-labelledby="vedtaket" className="part">
      <h3 id="vedtaket">{t('jointWithdraw.form')}</h3>
      <form method="post" className="form-stack">
        <FormErrors errors={errors} title={t('jointWithdraw.wrong')} />
        <input type="hidden" name="organisation" value={leaving} />
        <input type="hidden" name={nameIn(name, 'seenStep')} value={step} />
        <TextField {...field('decidedOn')} type="date" short />
        <TextField {...field('decidedBy')} help={t('jointWithdraw.decidedBy.help')} maxLength={300} />
        <TextAreaField {...field('reason')} help={t('jointWithdraw.reason.help')} maxLength={5000} />
        <TextField {...field('archiveReference')} maxLength={120} optional />
        <p>{t('jointWithdraw.form.told')}</p>
        <p>
          <button className="ds-button" type="submit" data-color="danger">
            {t('jointWithdraw.button')}
          </button>
        </p>
      </form>
    </section>
  )
}
