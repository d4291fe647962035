import { STEP_PHASES } from '#src/modules/catalogue/contract.ts'
import { type BankFilter, DOCUMENT_KINDS } from '#src/modules/documents/contract.ts'
import type { Choice } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'

type Props = { readonly filter: BankFilter; readonly themes: readonly Choice[] }

/** What the bank is narrowed by; an ordinary form, so that the address can be shared. */
export function BankFilterForm({ filter, themes }: Props) {
  const { t } = useMessages()
  const kinds = DOCUMENT_KINDS.map((kind) => ({ value: kind, text: t(`document.kind.${kind}`) }))
  const steps = STEP_PHASES.map((step) => ({ value: step, text: t(`case.phase.${step}`) }))
  return (
    <search>
      <form className="bank-filter" action={useAddress('documents')}>
        {filter.organisation && <input type="hidden" name="organisation" value={filter.organisation} />}
        <div className="bank-words">
          <label className="ds-label" htmlFor="q">
            {t('document.bank.search')}
          </label>
          <input className="ds-input" id="q" name="q" type="search" defaultValue={filter.q} maxLength={200} />
        </div>
        <Narrow
          name="kind"
          label={t('document.field.kind')}
          all={t('document.bank.all.kind')}
          value={filter.kind}
          choices={kinds}
        />
        <Narrow
          name="step"
          label={t('document.field.step')}
          all={t('document.bank.all.step')}
          value={filter.step}
          choices={steps}
        />
        <Narrow
          name="theme"
          label={t('document.field.theme')}
          all={t('document.bank.all.theme')}
          value={filter.theme}
          choices={themes}
        />
        <button className="ds-button" type="submit">
          {t('document.bank.show')}
        </button>
      </form>
    </search>
  )
}

type NarrowProps = {
  readonly name: string
  readonly label: string
  readonly all: string
  readonly value: string | undefined
  readonly choices: readonly Choice[]
}

function Narrow({ name, label, all, value, choices }: NarrowProps) {
  return (
    <div>
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      <select className="ds-input" id={name} name={name} defaultValue={value ?? ''}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  )
}
