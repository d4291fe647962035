import type { Typed } from '#src/web/read-form.ts'
import { FactList } from '#src/web/ui/facts.tsx'
import { type FieldErrors, RadioGroup, SelectField, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { DAYS, fieldName, STANDING_FIELDS, type StandingField } from './read-standing.ts'
import type { PartView } from './standing-view.ts'

type Props = {
  readonly view: PartView
  readonly version: number
  /** What was typed and wrong, where it was this part. */
  readonly answer: { readonly typed: Typed; readonly errors: FieldErrors } | null
  readonly role: string
}

/** One part of what a participant tells: a form for those who may tell it, facts for the others. */
export function Part(props: Props) {
  const { t } = useMessages()
  const { part, isTold, isAwaited, mayWrite, needsCoordinator } = props.view
  return (
    <section className="part" aria-labelledby={`del-${part}`}>
      <h2 id={`del-${part}`}>{t(`joint.standing.${part}`)}</h2>
      {mayWrite ? (
        <details className="folded-task" open={isAwaited || props.answer !== null}>
          <summary>{isTold ? <Told view={props.view} /> : t('joint.standing.none')}</summary>
          <p className="small quiet">
            {t(`joint.standing.${part}.help`)} {needsCoordinator && t('joint.standing.coordinator')}
          </p>
          <PartForm {...props} />
        </details>
      ) : (
        <Facts view={props.view} />
      )}
    </section>
  )
}

/** The one line that says what was told. */
function Told({ view: { part, values } }: { view: PartView }) {
  const { t, date } = useMessages()
  const day = values.decidedOn || values.signedOn || values.on || values.requirementsApprovedOn
  const until = day || values.independenceOn || values.meetingOn
  const who = values.signedBy || (values.body ? t(`joint.body.${values.body as 'council'}`) : '')
  const signer = part === 'share' && values.signer ? t(`joint.signer.${values.signer as 'self'}`) : ''
  const said = [who || signer, until ? date(until) : ''].filter(Boolean).join(', ')
  return <>{said || t('joint.participants.see')}</>
}

function Facts({ view: { part, values, isTold } }: { view: PartView }) {
  const { t } = useMessages()
  const word = useWord()
  if (!isTold) return <p className="quiet">{t('joint.standing.none')}</p>
  const told = STANDING_FIELDS[part].filter((field) => values[field])
  return (
    <FactList
      facts={told.map((field) => ({
        name: t(`joint.standing.field.${field}`),
        value: word(field, values[field] ?? ''),
      }))}
    />
  )
}

function useWord() {
  const { t, date } = useMessages()
  return (field: StandingField, value: string) => {
    if (DAYS.has(field)) return date(value)
    if (field === 'body') return t(`joint.body.${value as 'council'}`)
    if (field === 'signer') return t(`joint.signer.${value as 'self'}`)
    if (field === 'documentUrl')
      return (
        <a href={value} rel="external nofollow">
          {value}
        </a>
      )
    return value
  }
}

function PartForm({ view: { part, values }, version, answer, role }: Props) {
  const { t } = useMessages()
  const fields = STANDING_FIELDS[part].filter((field) => field !== 'optionUntil' || role === 'option')
  return (
    <form method="post" className="form-stack">
      <input type="hidden" name="part" value={part} />
      <input type="hidden" name="from" value={version} />
      {fields.map((field) => {
        const name = fieldName(part, field)
        return (
          <StandingInput
            key={field}
            field={field}
            name={name}
            value={answer?.typed[name] ?? values[field] ?? ''}
            error={answer?.errors[name]}
          />
        )
      })}
      <div>
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('joint.save')}
          <span className="ds-sr-only">: {t(`joint.standing.${part}`)}</span>
        </button>
      </div>
    </form>
  )
}

type InputProps = {
  readonly field: StandingField
  readonly name: string
  readonly value: string
  readonly error: string | undefined
}

const BODIES = ['council', 'executive-board', 'committee', 'chief-executive', 'delegated'] as const

function StandingInput({ field, ...input }: InputProps) {
  const { t } = useMessages()
  const label = t(`joint.standing.field.${field}`)
  switch (field) {
    case 'words':
      return <TextAreaField {...input} label={label} rows={3} maxLength={300} optional />
    case 'body':
      return (
        <RadioGroup
          {...input}
          label={label}
          choices={BODIES.map((body) => ({ value: body, text: t(`joint.body.${body}`) }))}
        />
      )
    case 'signer':
      return (
        <SelectField
          {...input}
          label={label}
          choices={[
            { value: '', text: t('joint.notSaid') },
            ...(['self', 'lead', 'host'] as const).map((one) => ({
              value: one,
              text: t(`joint.signer.${one}`),
            })),
          ]}
        />
      )
    case 'mailbox':
      return (
        <TextField {...input} label={label} type="email" help={t('joint.standing.mailbox.help')} optional />
      )
    case 'delegation':
      return <TextField {...input} label={label} help={t('joint.standing.delegation.help')} optional />
    default:
      return DAYS.has(field) ? (
        <TextField {...input} label={label} type="date" short />
      ) : (
        <TextField {...input} label={label} optional={OPTIONAL.has(field)} />
      )
  }
}

const OPTIONAL: ReadonlySet<StandingField> = new Set([
  'documentUrl',
  'archiveReference',
  'amount',
  'unit',
  'costShare',
  'contactRole',
])
