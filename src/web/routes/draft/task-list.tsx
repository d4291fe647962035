import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { DraftPage } from './page.tsx'

const COLORS = { done: 'mose', missing: 'korn', wrong: 'danger', empty: 'neutral' } as const

/** Every page of the form, in an order of one's own, with what is done and what is not. */
export function TaskList({ page }: { page: DraftPage }) {
  const { t } = useMessages()
  const done = page.steps.filter(({ state }) => state === 'done').length
  return (
    <div>
      <h2>{t('sharing.tasks')}</h2>
      <p>{t('sharing.tasks.done', { done, of: page.steps.length })}</p>
      <ol className="tasks plain-list">
        {page.steps.map((step) => (
          <Task key={step.slug} step={step} page={page} />
        ))}
      </ol>
      {page.isWritable ? <Onwards page={page} /> : <Waiting page={page} />}
    </div>
  )
}

type Step = DraftPage['steps'][number]

function Task({ step, page }: { step: Step; page: DraftPage }) {
  const { t } = useMessages()
  const name = t(`sharing.step.${step.name}`)
  return (
    <li>
      <div className="task">
        {page.isWritable ? (
          <To page="draftStep" params={{ draft: page.id, step: step.slug }}>
            {name}
          </To>
        ) : (
          <span>{name}</span>
        )}
        <span className="ds-tag" data-color={COLORS[step.state]}>
          {t(`sharing.state.${step.state}`)}
        </span>
      </div>
      {step.isUnsettled && page.isWritable && <p className="small">{t('sharing.conflict.kept')}</p>}
      {step.asked.map((asked) => (
        <Asked key={asked.id} id={asked.id} text={asked.text} />
      ))}
    </li>
  )
}

/** What a reader asked for, until somebody has looked at it. */
function Asked({ id, text }: { id: string; text: string }) {
  const { t } = useMessages()
  return (
    <form method="post" className="box asked" data-color="korn">
      <p>
        <strong>{t('sharing.asked')}</strong> {text}
      </p>
      <input type="hidden" name="comment" value={id} />
      <button className="ds-button" type="submit" name="do" value="answer" data-variant="tertiary">
        {t('sharing.asked.done')}
      </button>
    </form>
  )
}

function Onwards({ page }: { page: DraftPage }) {
  const { t } = useMessages()
  return (
    <div className="form-actions">
      <To page="draftReview" params={{ draft: page.id }} className="ds-button">
        {t(page.isComplete ? 'sharing.review.go' : 'sharing.review.look')}
      </To>
    </div>
  )
}

function Waiting({ page }: { page: DraftPage }) {
  const { t, list } = useMessages()
  return (
    <form method="post" className="box" data-color="fjord">
      <h3>{t('sharing.waiting')}</h3>
      <p>{t('sharing.waiting.text')}</p>
      <p>
        {page.publishers.length > 0
          ? t('sharing.review.publishers', { names: list(page.publishers) })
          : t('sharing.review.nobody')}
      </p>
      <div className="form-actions">
        <To page="draftPublish" params={{ draft: page.id }} className="ds-button">
          {t('sharing.waiting.read')}
        </To>
        <button className="ds-button" type="submit" name="do" value="take-back" data-variant="secondary">
          {t('sharing.takeBack')}
        </button>
      </div>
    </form>
  )
}
