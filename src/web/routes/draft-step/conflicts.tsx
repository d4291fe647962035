import { useMessages } from '#src/web/ui/messages.ts'
import type { ConflictView } from './conflict-views.ts'

type Props = { readonly version: number; readonly conflicts: readonly ConflictView[] }

/** Both texts of each question that two have answered at once, for the one who came last to choose. */
export function Conflicts({ version, conflicts }: Props) {
  const { t } = useMessages()
  return (
    <form method="post" className="form">
      <input type="hidden" name="version" value={version} />
      <div className="box" data-color="korn" role="alert">
        <h2 className="box-title">{t('sharing.conflict.title')}</h2>
        <p>{t('sharing.conflict.text', { count: conflicts.length })}</p>
      </div>
      {conflicts.map((conflict) => (
        <OneConflict key={conflict.path} conflict={conflict} />
      ))}
      <div className="form-actions">
        <button className="ds-button" type="submit" name="do" value="resolve" data-color="kobber">
          {t('sharing.conflict.save')}
        </button>
      </div>
    </form>
  )
}

function OneConflict({ conflict }: { conflict: ConflictView }) {
  const { t, dateTime } = useMessages()
  const { path, label, by, at, theirs, sends } = conflict
  return (
    <fieldset className="conflict">
      <legend className="ds-label">{label}</legend>
      <input type="hidden" name="conflict" value={path} />
      <div className="conflict-side">
        <label className="choice" htmlFor={`theirs-${path}`}>
          <input
            className="ds-input"
            type="radio"
            id={`theirs-${path}`}
            name={`choice:${path}`}
            value="theirs"
            defaultChecked
          />
          <span className="choice-label">{t('sharing.conflict.theirs', { by, at: dateTime(at) })}</span>
        </label>
        <p className="as-written">{theirs || <em>{t('sharing.conflict.empty')}</em>}</p>
      </div>
      <div className="conflict-side">
        <label className="choice" htmlFor={`mine-${path}`}>
          <input className="ds-input" type="radio" id={`mine-${path}`} name={`choice:${path}`} value="mine" />
          <span className="choice-label">
            {t('text' in sends ? 'sharing.conflict.mine' : 'sharing.conflict.mineChosen')}
          </span>
        </label>
        <Mine conflict={conflict} />
      </div>
    </fieldset>
  )
}

function Mine({ conflict: { path, label, mine, sends } }: { conflict: ConflictView }) {
  if ('text' in sends && sends.isLong)
    return (
      <textarea
        className="ds-input"
        name={`mine:${path}`}
        aria-label={label}
        rows={5}
        defaultValue={sends.text}
      />
    )
  const hidden =
    'text' in sends
      ? [{ name: `mine:${path}`, value: sends.text }]
      : ['', ...sends.several].map((value) => ({ name: `several:${path}`, value }))
  return (
    <>
      <p className="as-written">{mine}</p>
      {hidden.map(({ name, value }) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
