import { FoldedForm } from '#src/web/routes/joint-life/folded-form.tsx'
import { type FormAnswer, nameIn } from '#src/web/routes/joint-life/read-fields.ts'
import { TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { ContractView } from './contract-view.ts'

type Props = {
  readonly contract: ContractView
  readonly deviation: string
  readonly answer: FormAnswer | null
}

/** What was not as agreed, and how it was settled; each notes of its own. */
export function Deviations({ contract, deviation, answer }: Props) {
  const { t } = useMessages()
  return (
    <>
      <h4>{t('jointContract.deviations')}</h4>
      {contract.deviations.length === 0 && <p>{t('jointContract.deviations.none')}</p>}
      <ul className="draft-list plain-list">
        {contract.deviations.map((one) => (
          <li key={one.id}>
            <p className="hit-facts">
              <span>{one.on}</span>
              <span>{one.who}</span>
              {!one.settled && (
                <span className="ds-tag" data-color="korn">
                  {t('jointContract.deviation.open')}
                </span>
              )}
            </p>
            <p className="as-written">{one.words}</p>
            {one.settled ? (
              <p>{t('jointContract.deviation.settled', one.settled)}</p>
            ) : (
              one.isTheirs && <SettleOne one={one} contract={contract.id} answer={answer} />
            )}
          </li>
        ))}
      </ul>
      {contract.bound.length > 0 && (
        <NewDeviation contract={contract} deviation={deviation} answer={answer} />
      )}
    </>
  )
}

function NewDeviation({ contract, deviation, answer }: Props) {
  const { t } = useMessages()
  const name = `avvik-${contract.id}`
  const field = fieldOf(name, answer)
  return (
    <FoldedForm
      name={name}
      intent="avvik"
      title={t('jointContract.deviation.new')}
      button={t('jointContract.deviation.button')}
      answer={answer}
      voices={contract.bound}
      hidden={{ contract: contract.id, note: deviation }}
    >
      <TextField {...field('happenedOn')} type="date" label={t('jointContract.deviation.on')} short />
      <TextAreaField {...field('words')} label={t('jointContract.deviation.words')} maxLength={5000} />
    </FoldedForm>
  )
}

type SettleProps = {
  readonly one: ContractView['deviations'][number]
  readonly contract: string
  readonly answer: FormAnswer | null
}

function SettleOne({ one, contract, answer }: SettleProps) {
  const { t } = useMessages()
  const name = `lost-${one.id}`
  const field = fieldOf(name, answer)
  return (
    <FoldedForm
      name={name}
      intent="lost"
      title={t('jointContract.settle')}
      button={t('jointContract.settle.button')}
      answer={answer}
      hidden={{ contract, note: one.id, organisation: one.organisation }}
    >
      <TextField {...field('settledOn')} type="date" label={t('jointContract.settle.on')} short />
      <TextAreaField {...field('how')} label={t('jointContract.settle.how')} maxLength={5000} />
    </FoldedForm>
  )
}

function fieldOf(form: string, answer: FormAnswer | null) {
  const isAnswered = answer?.form === form
  return (one: string) => {
    const name = nameIn(form, one)
    return {
      name,
      value: isAnswered ? answer.typed[name] : undefined,
      error: isAnswered ? answer.errors[name] : undefined,
    }
  }
}
