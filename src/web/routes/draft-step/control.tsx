import { useMessages } from '#src/web/ui/messages.ts'
import { Options } from './choices.tsx'
import { describedBy, type FieldView } from './field-view.ts'

const NARROW: readonly string[] = ['year', 'number', 'day']

/** Where the answer is typed. */
export function Control({ field }: { field: FieldView }) {
  const { name, kind, values, error } = field
  const attributes = {
    id: name,
    name,
    'aria-describedby': describedBy(field),
    'aria-invalid': error ? true : undefined,
    className: NARROW.includes(kind) ? 'ds-input narrow' : 'ds-input',
  }
  const [value = ''] = values
  switch (kind) {
    case 'text':
      return <textarea {...attributes} rows={linesOf(value, 3)} defaultValue={value} />
    case 'days':
    case 'lines':
      return <textarea {...attributes} rows={linesOf(value, 2)} defaultValue={value} />
    case 'choice':
      return <Choice field={field} attributes={attributes} />
    default:
      return <input type="text" {...attributes} {...hintsFor(field)} defaultValue={value} />
  }
}

/** The keyboard of a phone, and names to choose among. What is wrong is told by us, in words, and not by the browser. */
function hintsFor({ name, kind }: FieldView) {
  if (kind === 'year' || kind === 'number') return { inputMode: 'numeric' } as const
  if (kind === 'email' || kind === 'url') return { inputMode: kind } as const
  return name.startsWith('who.parties.') ? { list: PUBLIC_BODIES } : {}
}

/** The id of the list of municipalities and counties. */
export const PUBLIC_BODIES = 'public-bodies'

/** Room for what is written, and a line more. */
function linesOf(text: string, least: number): number {
  const lines = text.split('\n').reduce((count, line) => count + Math.ceil((line.length + 1) / 70), 1)
  return Math.min(Math.max(lines, least), 16)
}

type Attributes = { readonly id: string; readonly name: string; readonly className: string }

function Choice({ field, attributes }: { field: FieldView; attributes: Attributes }) {
  const { t } = useMessages()
  return (
    <select {...attributes} defaultValue={field.values[0] ?? ''}>
      <option value="">{t('sharing.choose')}</option>
      <Options groups={field.options} />
    </select>
  )
}
