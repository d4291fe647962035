import type { ReactNode } from 'react'
import { ErrorSummary } from './error-summary.tsx'
import { useMessages } from './messages.ts'

/** What is wrong with what was typed, by the name of the field. */
export type FieldErrors = Readonly<Partial<Record<string, string>>>

type Common = {
  readonly name: string
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly error?: string | undefined
  readonly optional?: boolean
}

/** Everything that is wrong, each where it can be put right; goes above the form. */
export function FormErrors({ errors, title }: { errors: FieldErrors; title?: string }) {
  const { t } = useMessages()
  const problems = Object.entries(errors).flatMap(([field, text]) =>
    text === undefined ? [] : [{ field, text }],
  )
  return <ErrorSummary title={title ?? t('people.form.wrong')} problems={problems} />
}

/** That something was done, told once after it. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <p className="box" data-color="mose" role="status">
      {children}
    </p>
  )
}

type TextField = Common & {
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'date' | 'search'
  readonly maxLength?: number
  readonly autoComplete?: string
  readonly inputMode?: 'numeric'
  readonly short?: boolean
}

export function TextField({ value, type = 'text', short = false, ...field }: TextField) {
  const { maxLength, autoComplete, inputMode } = field
  return (
    <Field field={field} short={short}>
      <input
        {...controlOf(field)}
        type={type}
        defaultValue={value}
        maxLength={maxLength}
        autoComplete={autoComplete}
        inputMode={inputMode}
      />
    </Field>
  )
}

type TextAreaField = Common & {
  readonly value?: string | undefined
  readonly rows?: number
  readonly maxLength?: number
}

export function TextAreaField({ value, rows = 4, maxLength, ...field }: TextAreaField) {
  return (
    <Field field={field}>
      <textarea {...controlOf(field)} rows={rows} defaultValue={value} maxLength={maxLength} />
    </Field>
  )
}

export type Choice = { readonly value: string; readonly text: string; readonly help?: string }

type SelectField = Common & { readonly value?: string | undefined; readonly choices: readonly Choice[] }

export function SelectField({ value, choices, ...field }: SelectField) {
  return (
    <Field field={field} short>
      <select {...controlOf(field)} defaultValue={value}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** One of a few, each with what it means. */
export function RadioGroup({ value, ...group }: SelectField) {
  return <Group kind="radio" isChosen={(one) => one === value} {...group} />
}

type CheckGroup = Common & { readonly values: readonly string[]; readonly choices: readonly Choice[] }

/** Any number of a few. */
export function CheckGroup({ values, ...group }: CheckGroup) {
  return <Group kind="checkbox" isChosen={(one) => values.includes(one)} {...group} />
}

type GroupProps = Common & {
  readonly kind: 'radio' | 'checkbox'
  readonly choices: readonly Choice[]
  readonly isChosen: (value: string) => boolean
}

/** The summary of errors leads to the first. */
function Group({ kind, choices, isChosen, ...field }: GroupProps) {
  const { name, label, help, error } = field
  return (
    <fieldset className="form-field choices-field" aria-describedby={describedBy(field)}>
      <legend className="ds-label">{label}</legend>
      <Help name={name} help={help} />
      {choices.map((choice, place) => (
        <Option
          key={choice.value}
          kind={kind}
          choice={choice}
          name={name}
          place={place}
          checked={isChosen(choice.value)}
        />
      ))}
      <FieldError name={name} error={error} />
    </fieldset>
  )
}

/** Something that is so or not; sent as «ja». */
export function CheckField({ name, label, help, error, checked }: Common & { readonly checked?: boolean }) {
  const choice = { value: 'ja', text: '', ...(typeof help === 'string' ? { help } : {}) }
  return (
    <div className="form-field choices-field">
      <Option
        kind="checkbox"
        choice={choice}
        label={label}
        name={name}
        place={0}
        checked={checked ?? false}
        error={error}
      />
      <FieldError name={name} error={error} />
    </div>
  )
}

type OptionProps = {
  readonly kind: 'radio' | 'checkbox'
  readonly choice: Choice
  readonly label?: ReactNode
  readonly name: string
  readonly place: number
  readonly checked: boolean
  readonly error?: string | undefined
}

function Option({ kind, choice, label, name, place, checked, error }: OptionProps) {
  const id = place === 0 ? name : `${name}-${choice.value}`
  const described = [choice.help && `${id}-means`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div className="option">
      <input
        className="ds-input"
        type={kind}
        id={id}
        name={name}
        value={choice.value}
        defaultChecked={checked}
        aria-describedby={described || undefined}
      />
      <label htmlFor={id}>{label ?? choice.text}</label>
      {choice.help && (
        <p className="small quiet" id={`${id}-means`}>
          {choice.help}
        </p>
      )}
    </div>
  )
}

/** A control with what it is called above it and what is wrong below. */
function Field({ field, short = false, children }: { field: Common; short?: boolean; children: ReactNode }) {
  const { t } = useMessages()
  const { name, label, help, error, optional = false } = field
  return (
    <div className={`ds-field form-field${short ? ' short-field' : ''}`}>
      <label className="ds-label" htmlFor={name}>
        {label}
        {optional && <span className="quiet"> {t('people.form.optional')}</span>}
      </label>
      <Help name={name} help={help} />
      {children}
      <FieldError name={name} error={error} />
    </div>
  )
}

function controlOf(field: Common) {
  const { name, error } = field
  return {
    className: 'ds-input',
    id: name,
    name,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy(field),
  }
}

function Help({ name, help }: Pick<Common, 'name' | 'help'>) {
  if (!help) return null
  return (
    <p className="small quiet" id={`${name}-help`}>
      {help}
    </p>
  )
}

function FieldError({ name, error }: Pick<Common, 'name' | 'error'>) {
  if (!error) return null
  return (
    <p className="field-error" id={`${name}-error`}>
      {error}
    </p>
  )
}

function describedBy({ name, help, error }: Common): string | undefined {
  return [help && `${name}-help`, error && `${name}-error`].filter(Boolean).join(' ') || undefined
}
