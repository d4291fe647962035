import {
  AgainField,
  AudienceField,
  HeightField,
} from '#src/web/routes/joint-procurement-new/beginning-form.tsx'
import { FactList } from '#src/web/ui/facts.tsx'
import { SelectField, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { FACT_DAYS, FACT_FIELDS, type FactField } from './read-facts.ts'
import type { Answer } from './settings-action.ts'
import type { FactPartView } from './settings-view.ts'

type Props = {
  readonly view: FactPartView
  readonly version: number
  readonly mayWrite: boolean
  readonly answer: Answer | null
}

/** One part of what is common: a form for the lead, facts for the others and for what is published. */
export function FactPartSection({ view, version, mayWrite, answer }: Props) {
  const { t } = useMessages()
  const { part, open, values, isAwaited } = view
  const here = answer?.typed.part === part ? answer : null
  return (
    <section className="part" aria-labelledby={`del-${part}`}>
      <h2 id={`del-${part}`}>{t(`joint.part.${part}`)}</h2>
      <Facts fields={FACT_FIELDS[part]} values={values} />
      {mayWrite && open.length > 0 && (
        <details className="folded-task" open={here !== null || isAwaited}>
          <summary>{t('joint.change')}</summary>
          <form method="post" className="form-stack">
            <input type="hidden" name="do" value="facts" />
            <input type="hidden" name="part" value={part} />
            <input type="hidden" name="from" value={version} />
            {open.map((field) => (
              <FactInput
                key={field}
                field={field}
                value={here?.typed[field] ?? values[field] ?? ''}
                error={here?.errors[field]}
              />
            ))}
            <div>
              <button type="submit" className="ds-button" data-variant="secondary">
                {t('joint.save')}
                <span className="ds-sr-only">: {t(`joint.part.${part}`)}</span>
              </button>
            </div>
          </form>
        </details>
      )}
    </section>
  )
}

function Facts({ fields, values }: { fields: readonly FactField[]; values: FactPartView['values'] }) {
  const { t } = useMessages()
  const word = useWord()
  const told = fields.filter((field) => values[field])
  if (told.length === 0) return <p className="quiet">{t('joint.standing.none')}</p>
  return (
    <FactList
      facts={told.map((field) => ({
        name: t(`joint.field.${field}`),
        value: word(field, values[field] ?? ''),
      }))}
    />
  )
}

function useWord() {
  const { t, date, money } = useMessages()
  return (field: FactField, value: string) => {
    if (FACT_DAYS.has(field)) return date(value)
    switch (field) {
      case 'estimate':
      case 'maximum':
        return money(value, 'NOK')
      case 'innovationHeight':
        return t(`joint.height.${value as 'exists'}`)
      case 'buysAgain':
        return t(value === 'ja' ? 'joint.yes' : 'joint.no')
      case 'audience':
        return t(`joint.audience.${value as 'own'}`)
      case 'costKey':
        return t(`joint.costKey.${value as 'equal'}`)
      case 'dialogueSummaryUrl':
      case 'requirementsUrl':
        return (
          <a href={value} rel="external nofollow">
            {value}
          </a>
        )
      default:
        return <span className="as-written">{value}</span>
    }
  }
}

type InputProps = { readonly field: FactField; readonly value: string; readonly error: string | undefined }

function FactInput({ field, value, error }: InputProps) {
  const { t } = useMessages()
  const common = { name: field, label: t(`joint.field.${field}`), value, error }
  if (FACT_DAYS.has(field)) {
    const help = field === 'publishOn' ? t('joint.help.publishOn') : undefined
    return <TextField {...common} type="date" help={help} short optional />
  }
  switch (field) {
    case 'purpose':
    case 'strategy':
    case 'agreementWords':
    case 'exitTerms':
    case 'independence':
    case 'indicators':
      return <TextAreaField {...common} maxLength={5000} />
    case 'innovationHeight':
      return <HeightField value={value} error={error} />
    case 'buysAgain':
      return <AgainField value={value} error={error} />
    case 'audience':
      return <AudienceField value={value} error={error} />
    case 'estimate':
    case 'maximum':
      return <TextField {...common} help={t(`joint.help.${field}`)} inputMode="numeric" short />
    case 'costKey':
      return (
        <SelectField
          {...common}
          choices={[
            { value: '', text: t('joint.notSaid') },
            ...(['equal', 'inhabitants', 'volume', 'agreed'] as const).map((key) => ({
              value: key,
              text: t(`joint.costKey.${key}`),
            })),
          ]}
        />
      )
    case 'followUpMonths':
      return <TextField {...common} inputMode="numeric" short />
    default:
      return <TextField {...common} optional={field !== 'title'} />
  }
}
