import type { ReactNode } from 'react'
import { useMessages } from '#src/web/ui/messages.ts'
import { OneOf, SeveralOf, Themes } from './choices.tsx'
import { Control } from './control.tsx'
import { describedBy, type FieldView } from './field-view.ts'

const MOST_TO_SHOW = 5

/** One question: what is asked, what helps to answer, what is typed. */
export function Question({ field }: { field: FieldView }) {
  if (field.kind === 'tick') return <Tick field={field} />
  const chooses = choicesFor(field)
  if (chooses) return <Fieldset field={field}>{chooses}</Fieldset>
  return (
    <div className="question" data-invalid={field.error ? true : undefined}>
      <label className="ds-label" htmlFor={field.name}>
        <Label field={field} />
      </label>
      <Help field={field} />
      <FieldError field={field} />
      <Control field={field} />
      <Hints field={field} />
    </div>
  )
}

/** What may be worth a second look; it stops nobody. */
function Hints({ field: { hints, name } }: { field: FieldView }) {
  if (hints.length === 0) return null
  return (
    <div className="box" data-color="korn" id={`${name}-hint`}>
      {hints.map((hint) => (
        <p key={hint}>{hint}</p>
      ))}
    </div>
  )
}

/** A question that need not be answered has a list to choose from, where one can choose nothing again. */
function choicesFor(field: FieldView): ReactNode {
  if (field.kind === 'themes') return <Themes field={field} />
  if (field.kind === 'choices') return <SeveralOf field={field} />
  const count = field.options.flatMap(({ options }) => options).length
  return field.kind === 'choice' && field.isNeeded && count <= MOST_TO_SHOW ? <OneOf field={field} /> : null
}

function Label({ field: { label, isNeeded } }: { field: FieldView }) {
  const { t } = useMessages()
  return (
    <>
      {label}
      {isNeeded && <span className="needed"> {t('sharing.needed')}</span>}
    </>
  )
}

function Help({ field: { name, help, example } }: { field: FieldView }) {
  const { t } = useMessages()
  if (!help && !example) return null
  return (
    <div className="help" id={`${name}-help`}>
      {help && <p>{help}</p>}
      {example && (
        <p className="example">
          <span>{t('sharing.example')}</span> {example}
        </p>
      )}
    </div>
  )
}

function FieldError({ field: { name, error } }: { field: FieldView }) {
  if (!error) return null
  return (
    <p className="field-error" id={`${name}-error`}>
      {error}
    </p>
  )
}

function Fieldset({ field, children }: { field: FieldView; children: ReactNode }) {
  return (
    <fieldset
      className="question"
      data-invalid={field.error ? true : undefined}
      aria-describedby={describedBy(field)}
    >
      <legend className="ds-label">
        <Label field={field} />
      </legend>
      <Help field={field} />
      <FieldError field={field} />
      {children}
    </fieldset>
  )
}

function Tick({ field }: { field: FieldView }) {
  return (
    <div className="question" data-invalid={field.error ? true : undefined}>
      <FieldError field={field} />
      <label className="choice" htmlFor={field.name}>
        <input
          className="ds-input"
          type="checkbox"
          id={field.name}
          name={field.name}
          value="true"
          defaultChecked={field.values[0] === 'true'}
          aria-describedby={describedBy(field)}
        />
        <span className="choice-label">{field.label}</span>
      </label>
      <Help field={field} />
    </div>
  )
}
