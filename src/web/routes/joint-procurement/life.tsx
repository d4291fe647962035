import { Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { OverviewView } from './overview-view.ts'

type Steps = OverviewView['life']

/** The whole way with where the group is: as a drawing, and the same in words. */
export function Life({ steps, history }: { steps: Steps; history: OverviewView['history'] }) {
  const { t, date } = useMessages()
  const hasContract = steps.some(({ step }) => step === 'contract')
  return (
    <Section title={t(hasContract ? 'joint.life' : 'joint.life.signal')} id="veien">
      <Drawing steps={steps} />
      <ol className="way joint-way plain-list">
        {steps.map(({ step, place, name, on, usually }) => (
          <li
            key={step}
            className={place === 'ahead' ? 'ahead' : undefined}
            aria-current={place === 'now' ? 'step' : undefined}
          >
            <strong>{name}</strong>
            <span className="quiet">
              {on ? date(on) : place === 'ahead' ? usually : t('joint.life.done')}
            </span>
            {place === 'now' && (
              <span className="ds-tag" data-color="kobber">
                {t('joint.life.now')}
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className="small quiet">{t('joint.life.assumed')}</p>
      {history.some(({ reason }) => reason) && (
        <details className="folded-task">
          <summary>{t('joint.history')}</summary>
          <ol>
            {history.map(({ key, name, on, reason }) => (
              <li key={key}>
                {name}, {date(on)}
                {reason && <p className="as-written small">{reason}</p>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </Section>
  )
}

const [APART, MIDDLE, SMALL, LARGE] = [40, 20, 6, 11]

function Drawing({ steps }: { steps: Steps }) {
  const { t } = useMessages()
  const done = steps.filter(({ place }) => place === 'done').length
  const here = steps.find(({ place }) => place === 'now') ?? steps.at(-1)
  const width = steps.length * APART
  const at = (place: number) => APART / 2 + place * APART
  const reached = at(Math.min(done, steps.length - 1))
  return (
    <svg
      className="joint-life"
      viewBox={`0 0 ${width} ${MIDDLE * 2}`}
      role="img"
      aria-label={t('joint.life.drawing', { done, all: steps.length, step: here?.name ?? '' })}
    >
      <path className="ahead" d={`M${at(0)} ${MIDDLE}H${at(steps.length - 1)}`} />
      <path className="done" d={`M${at(0)} ${MIDDLE}H${reached}`} />
      {steps.map(({ step, place }, index) => (
        <circle key={step} className={place} cx={at(index)} cy={MIDDLE} r={place === 'now' ? LARGE : SMALL} />
      ))}
    </svg>
  )
}
