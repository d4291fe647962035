import { useMessages } from '#src/web/ui/messages.ts'
import type { RowsView, RowView } from './field-view.ts'
import { Question } from './question.tsx'

/** A part that there may be several of; each can be taken away, and there is room for more. */
export function RowsOf({ part }: { part: RowsView }) {
  const [only] = part.rows
  if (!part.canAdd && part.rows.length === 1 && only) return <Alone row={only} part={part} />
  return (
    <fieldset className="rows" id={part.path}>
      <legend>
        <h2>{part.label}</h2>
      </legend>
      {part.help && <p className="help">{part.help}</p>}
      {part.rows.map((row) => (
        <Row key={row.key} row={row} part={part} />
      ))}
      {part.canAdd && (
        <button
          className="ds-button"
          type="submit"
          name="do"
          value={`add:${part.path}`}
          data-variant="secondary"
        >
          {part.addText}
        </button>
      )}
    </fieldset>
  )
}

/** Where only one is asked for, it is a question like any other. */
function Alone({ row, part }: { row: RowView; part: RowsView }) {
  return (
    <>
      <input type="hidden" name={`${part.path}.$key`} value={row.key} />
      {row.fields.map((field) => (
        <Question key={field.name} field={field} />
      ))}
    </>
  )
}

/** Stands open when something is told in it, or wrong. */
function More({ fields }: { fields: RowView['more'] }) {
  const { t } = useMessages()
  if (fields.length === 0) return null
  return (
    <details
      className="more"
      open={fields.some(({ values, error }) => error !== null || values.some(Boolean))}
    >
      <summary>{t('sharing.more')}</summary>
      <div>
        {fields.map((field) => (
          <Question key={field.name} field={field} />
        ))}
      </div>
    </details>
  )
}

function Row({ row, part }: { row: RowView; part: RowsView }) {
  const { t } = useMessages()
  return (
    <div className="row">
      <input type="hidden" name={`${part.path}.$key`} value={row.key} />
      <h2 className="row-title">{row.title}</h2>
      {row.fields.map((field) => (
        <Question key={field.name} field={field} />
      ))}
      <More fields={row.more} />
      {part.canAdd && (
        <button
          className="ds-button row-remove"
          type="submit"
          name="do"
          value={`remove:${part.path}:${row.key}`}
          data-variant="tertiary"
          data-color="danger"
        >
          {t('sharing.remove', { what: row.title.toLowerCase() })}
        </button>
      )}
    </div>
  )
}
