import { TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { GateView } from './gate-view.ts'
import type { GateAnswer } from './page.tsx'
import type { PointView } from './point-views.ts'

const COLOUR = {
  missing: 'danger',
  judge: 'warning',
  fulfilled: 'success',
  'not-applicable': 'neutral',
} as const

/** Every point in its group, what is missing first, with why it is there and what it rests on. */
export function Points({ view: { groups, vouched } }: { view: GateView }) {
  const { t } = useMessages()
  return (
    <>
      {groups.map(({ group, points }) => (
        <section key={group} className="gate-group">
          <h3>{t(`gate.group.${group}`)}</h3>
          <ul className="gate-points plain-list">
            {points.map((point) => (
              <Point key={point.id} point={point} />
            ))}
          </ul>
        </section>
      ))}
      <p className="small quiet">{vouched}</p>
    </>
  )
}

function Point({ point }: { point: PointView }) {
  const { t } = useMessages()
  const { title, why, state, problems, turn, laws } = point
  const isOpen = state === 'missing' || state === 'judge'
  return (
    <li data-state={state}>
      <p className="gate-point">
        <strong>{title}</strong>
        <span className="ds-tag" data-color={COLOUR[state]}>
          {t(`gate.state.${state}`)}
        </span>
      </p>
      {problems.length > 0 && (
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {turn && state === 'missing' && <p className="small">{turn}</p>}
      {isOpen && <p className="small quiet">{why}</p>}
      <details className="small">
        <summary>{t('gate.sources')}</summary>
        {!isOpen && <p>{why}</p>}
        <ul>
          {laws.map(({ reference, says, url, note }) => (
            <li key={reference}>
              <a href={url} rel="external">
                {reference}
              </a>
              : {says} <span className="quiet">{note}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

/** For those whose number the register lacks: filled in here by themselves. */
export function Numbers({ view: { numbers }, answer }: { view: GateView; answer: GateAnswer }) {
  const { t } = useMessages()
  return numbers.map(({ id, name }) => (
    <form key={id} method="post" className="box form-stack" data-color="korn">
      <input type="hidden" name="do" value="number" />
      <input type="hidden" name="organisation" value={id} />
      <TextField
        name="number"
        label={t('gate.number', { organisation: name })}
        help={t('gate.number.help')}
        value={answer.typed.number}
        error={answer.errors.number}
        inputMode="numeric"
        maxLength={40}
        short
      />
      <p>
        <button className="ds-button" type="submit">
          {t('gate.number.button')}
        </button>
      </p>
    </form>
  ))
}
