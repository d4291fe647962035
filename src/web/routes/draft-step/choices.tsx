import { useMessages } from '#src/web/ui/messages.ts'
import type { FieldView, OptionGroup } from './field-view.ts'

export function Options({ groups }: { groups: readonly OptionGroup[] }) {
  return groups.map(({ title, options }) => {
    const inner = options.map(({ value, text }) => (
      <option key={value} value={value}>
        {text}
      </option>
    ))
    return title ? (
      <optgroup key={title} label={title}>
        {inner}
      </optgroup>
    ) : (
      inner
    )
  })
}

export function OneOf({ field }: { field: FieldView }) {
  return <Choices field={field} type="radio" />
}

export function SeveralOf({ field }: { field: FieldView }) {
  return <Choices field={field} type="checkbox" />
}

function Choices({ field, type }: { field: FieldView; type: 'radio' | 'checkbox' }) {
  return field.options
    .flatMap(({ options }) => options)
    .map(({ value, text }, place) => {
      // The first one is where a link to the question leads.
      const id = place === 0 ? field.name : `${field.name}-${value}`
      return (
        <label className="choice" key={value} htmlFor={id}>
          <input
            className="ds-input"
            type={type}
            id={id}
            name={field.name}
            value={value}
            defaultChecked={field.values.includes(value)}
          />
          <span className="choice-label">{text}</span>
        </label>
      )
    })
}

/** Lists to choose from, where the first is the theme it is known by. */
export function Themes({ field }: { field: FieldView }) {
  const { t } = useMessages()
  const shown = Math.max(field.values.length, field.answers)
  return Array.from({ length: shown }, (_, place) => {
    const isFirst = place === 0
    const id = isFirst ? field.name : `${field.name}-${place}`
    return (
      <select
        key={id}
        className="ds-input"
        id={id}
        name={field.name}
        aria-label={isFirst ? field.label : t('sharing.themes.more', { number: place + 1 })}
        aria-invalid={field.error && isFirst ? true : undefined}
        defaultValue={field.values[place] ?? ''}
      >
        <option value="">{isFirst ? t('sharing.choose') : t('sharing.themes.none')}</option>
        <Options groups={field.options} />
      </select>
    )
  })
}
