import type { FormAnswer } from '#src/web/routes/joint-life/read-fields.ts'
import { FactList } from '#src/web/ui/facts.tsx'
import type { Choice } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { ContractForm } from './contract-form.tsx'
import type { ContractView } from './contract-view.ts'
import { Deviations } from './deviations.tsx'

type Props = {
  readonly contract: ContractView
  readonly whose: readonly Choice[]
  /** For a deviation that is noted now. */
  readonly deviation: string
  readonly answer: FormAnswer | null
}

export function ContractOne({ contract, whose, deviation, answer }: Props) {
  const { t } = useMessages()
  const { signedOn, ahead } = contract
  return (
    <article className="part" aria-labelledby={`kontrakt-${contract.id}`}>
      <h3 id={`kontrakt-${contract.id}`}>{contract.supplier}</h3>
      <p className="hit-facts">
        <span>{contract.whose ?? t('jointContract.forAll')}</span>
        <span>{signedOn ? t('jointContract.signed', { date: signedOn }) : t('jointContract.unsigned')}</span>
      </p>
      {contract.isSigningStopped && (
        <p className="box" data-color="korn">
          {t('jointContract.complaintOpen')}
        </p>
      )}
      <ContractFacts contract={contract} />
      {ahead.length > 0 && (
        <>
          <h4>{t('jointContract.ahead')}</h4>
          <ul>
            {ahead.map(({ kind, on }) => (
              <li key={kind}>
                {t(`jointContract.ahead.${kind}`)}: {on}
              </li>
            ))}
          </ul>
        </>
      )}
      <Deviations contract={contract} deviation={deviation} answer={answer} />
      {contract.mayChange && (
        <ContractForm
          name={`endre-${contract.id}`}
          intent="endre"
          title={t('jointContract.change')}
          whose={whose}
          typed={contract.typed}
          hidden={{ note: contract.id, version: `${contract.version}` }}
          answer={answer}
        />
      )}
    </article>
  )
}

function ContractFacts({ contract }: { contract: ContractView }) {
  const { t } = useMessages()
  const { from, to, latest, options, months, nextFollowUp, indicators } = contract
  const next = nextFollowUp ? `, ${t('jointContract.followUp.next', { date: nextFollowUp })}` : ''
  return (
    <FactList
      facts={[
        { name: t('jointContract.period'), value: t('jointContract.period.fromTo', { from, to }) },
        latest ? { name: t('jointContract.latest'), value: latest } : null,
        options ? { name: t('jointContract.options'), value: options } : null,
        months
          ? {
              name: t('jointContract.followUp'),
              value: `${t('jointContract.followUp.every', { months })}${next}`,
            }
          : null,
        indicators ? { name: t('jointContract.indicators'), value: indicators } : null,
      ]}
    />
  )
}
