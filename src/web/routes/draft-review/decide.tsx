import { LONGEST_NOTE } from '#src/modules/sharing/contract.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { To, useAddress } from '#src/web/ui/to.tsx'
import type { ReviewAnswer } from './page.tsx'
import type { Review } from './read-review.ts'

type Props = {
  readonly review: Review
  readonly mayPublish: boolean
  readonly publishers: readonly string[]
  readonly answer: ReviewAnswer | null
}

/** What is in the way, or the button that hands it on. */
export function Decide({ review, mayPublish, publishers, answer }: Props) {
  if (review.problems.length > 0) return <Unfinished review={review} />
  return (
    <form method="post" className="stack decision">
      <Answer answer={answer} review={review} />
      <Remarks review={review} />
      <input type="hidden" name="version" value={review.version} />
      {review.isCorrection && <Note review={review} />}
      <Buttons mayPublish={mayPublish} publishers={publishers} review={review} />
    </form>
  )
}

function Unfinished({ review }: { review: Review }) {
  const { t } = useMessages()
  return (
    <div className="box" data-color="korn">
      <h2 className="box-title">{t('sharing.review.unfinished')}</h2>
      <ul>
        {review.problems.map((problem) => (
          <li key={problem.field}>
            <ToField id={review.id} {...problem} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type ToFieldProps = {
  readonly id: string
  readonly step: string
  readonly field: string
  readonly text: string
}

function ToField({ id, step, field, text }: ToFieldProps) {
  return <a href={`${useAddress('draftStep', { draft: id, step })}#${field}`}>{text}</a>
}

function Answer({ answer, review }: Pick<Props, 'answer' | 'review'>) {
  const { t } = useMessages()
  if (answer)
    return (
      <div className="box error-box" data-color="danger" role="alert">
        <p>{t(`sharing.review.${answer.kind}`)}</p>
      </div>
    )
  return review.isBehind ? <Behind /> : null
}

/** The case has been published anew since the correction was begun. */
function Behind() {
  const { t } = useMessages()
  return (
    <div className="box" data-color="korn">
      <p>{t('sharing.review.behind')}</p>
      <button className="ds-button" type="submit" name="do" value="rebase" data-variant="secondary">
        {t('sharing.review.rebase')}
      </button>
    </div>
  )
}

function Remarks({ review }: { review: Review }) {
  const { t } = useMessages()
  return (
    <>
      {review.holdsContactDetails && (
        <div className="box" data-color="korn">
          <p>{t('sharing.review.contacts')}</p>
        </div>
      )}
      {review.size === 'full' && review.level === 'short' && (
        <div className="box" data-color="fjord">
          <p>{t('sharing.review.asShort')}</p>
        </div>
      )}
    </>
  )
}

function Note({ review }: { review: Review }) {
  const { t } = useMessages()
  return (
    <div className="question">
      <label className="ds-label" htmlFor="note">
        {t('sharing.review.note')}
      </label>
      <p className="help" id="note-help">
        {t('sharing.review.note.help')}
      </p>
      <input
        className="ds-input"
        id="note"
        name="note"
        maxLength={LONGEST_NOTE}
        defaultValue={review.note}
        aria-describedby="note-help"
      />
    </div>
  )
}

function Buttons({ mayPublish, publishers, review }: Omit<Props, 'answer'>) {
  const { t, list } = useMessages()
  const hand = mayPublish ? 'secondary' : undefined
  return (
    <>
      <p>
        {t('sharing.review.open')}{' '}
        {!mayPublish &&
          (publishers.length > 0
            ? t('sharing.review.publishers', { names: list(publishers) })
            : t('sharing.review.nobody'))}
      </p>
      <div className="form-actions">
        {mayPublish && (
          <button className="ds-button" type="submit" name="do" value="publish" data-color="kobber">
            {t(review.isCorrection ? 'sharing.publish.version' : 'sharing.publish')}
          </button>
        )}
        <button
          className="ds-button"
          type="submit"
          name="do"
          value="submit"
          {...(hand ? { 'data-variant': hand } : { 'data-color': 'kobber' })}
        >
          {t('sharing.submit')}
        </button>
        <To page="draft" params={{ draft: review.id }}>
          {t('sharing.review.back')}
        </To>
      </div>
    </>
  )
}
