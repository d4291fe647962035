import type { ReactNode } from 'react'
import { Section } from '#src/web/ui/facts.tsx'
import { SelectField, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { Refusal } from './overview-action.ts'
import type { OverviewView } from './overview-view.ts'

type Props = { readonly view: OverviewView; readonly today: string; readonly answer: Refusal | null }

/** Where the group is, what stands in the way, whose turn it is, and for the lead how to go on. */
export function Now({ view, today, answer }: Props) {
  const { t } = useMessages()
  const { now, isIn, may } = view
  return (
    <Section title={t(isIn ? 'joint.now' : 'joint.now.others', { step: now.step })} id="naa">
      <div className="stack">
        <p>
          {now.what} <span className="quiet">{t('joint.life.usually', { months: now.usually })}</span>
        </p>
        {isIn && <InTheWay view={view} />}
        {may.lead && now.mayGoOn && (!now.publishes || may.bind) && (
          <GoOn view={view} today={today} answer={answer} />
        )}
        {may.lead && now.mayGoOn && now.publishes && !may.bind && (
          <p className="box">{t('joint.takeStep.publishes')}</p>
        )}
        {may.lead && now.earlier.length > 0 && <GoBack view={view} today={today} answer={answer} />}
      </div>
    </Section>
  )
}

function InTheWay({ view: { now } }: { view: OverviewView }) {
  const { t } = useMessages()
  if (now.inTheWay.length === 0)
    return (
      <p className="box" data-color="mose">
        {t('joint.inTheWay.none', { next: now.nextName })}{' '}
        {now.turn && t('joint.waitsFor', { names: now.turn })}
      </p>
    )
  return (
    <div className="box" data-color="korn">
      <h3 className="box-title">{t('joint.inTheWay', { next: now.nextName })}</h3>
      <ul className="in-the-way plain-list">
        {now.inTheWay.map(({ condition, text, of, href }) => (
          <li key={condition}>
            <strong>{text}</strong>
            <span className="small">{t('joint.waitsFor', { names: of })}</span>
            {href && (
              <a href={href}>
                {t('joint.inTheWay.here')}
                <span className="ds-sr-only">: {text}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function GoOn({ view: { now }, today, answer }: Props) {
  const { t } = useMessages()
  const isEnd = now.next === 'closed'
  return (
    <form method="post" className="form-stack">
      <input type="hidden" name="do" value="step" />
      <input type="hidden" name="to" value={now.next} />
      {now.locks && <Warning>{t('joint.takeStep.locks')}</Warning>}
      {now.publishes && <Warning>{t('joint.takeStep.publishes')}</Warning>}
      <TextField
        name="on"
        type="date"
        label={t('joint.takeStep.on')}
        value={answer?.typed.on ?? today}
        error={answer?.errors.on}
        short
      />
      <div>
        <button type="submit" className="ds-button">
          {isEnd ? t('joint.takeStep.close') : t('joint.takeStep', { next: now.nextName })}
        </button>
      </div>
    </form>
  )
}

function GoBack({ view: { now }, today, answer }: Props) {
  const { t } = useMessages()
  const { typed, errors } = answer ?? { typed: {}, errors: {} }
  return (
    <details className="folded-task" open={typed.do === 'back'}>
      <summary>{t('joint.goBack')}</summary>
      <form method="post" className="form-stack">
        <input type="hidden" name="do" value="back" />
        {now.reopens && <Warning>{t('joint.goBack.opens')}</Warning>}
        <SelectField
          name="backTo"
          label={t('joint.goBack.to')}
          value={typed.backTo}
          choices={now.earlier}
          error={errors.backTo}
        />
        <TextAreaField
          name="backReason"
          label={t('joint.goBack.reason')}
          value={typed.backReason}
          error={errors.backReason}
          rows={3}
          maxLength={5000}
        />
        <TextField
          name="backOn"
          type="date"
          label={t('joint.takeStep.on')}
          value={typed.backOn ?? today}
          error={errors.backOn}
          short
        />
        <div>
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('joint.goBack.button')}
          </button>
        </div>
      </form>
    </details>
  )
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <p className="box" data-color="korn">
      {children}
    </p>
  )
}

/** How it ended, where it has. */
export function Ended({ view: { ended, may } }: { view: OverviewView }) {
  const { t } = useMessages()
  if (!ended) return null
  return (
    <Section title={t('joint.ended')} id="slutt">
      <p>
        <strong>{ended.name}</strong>
      </p>
      {ended.reason && <p className="as-written">{ended.reason}</p>}
      {ended.isEarly && may.tellStop && (
        <p className="box">
          {t('joint.ended.lesson')} <To page="stopNew">{t('joint.ended.tell')}</To>
        </p>
      )}
    </Section>
  )
}
