import { ErrorSummary } from '#src/web/ui/error-summary.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { BlockView } from './block-views.ts'
import type { ConfirmAnswer, ConfirmPage } from './page.tsx'

/** Each part that tells anything, to say yes or no to. */
export function ConfirmForm({ page, answer }: { page: ConfirmPage; answer: ConfirmAnswer | null }) {
  const { t } = useMessages()
  const problems = (answer?.unanswered ?? []).map((step) => ({
    field: `answer-${step}`,
    text: t('sharing.confirm.unanswered', { part: t(`sharing.step.${step}`) }),
  }))
  return (
    <form method="post" className="form">
      <ErrorSummary title={t('sharing.wrong.title')} problems={problems} />
      {answer?.kind === 'changed' && (
        <p className="box" data-color="korn" role="alert">
          {t('sharing.confirm.changed')}
        </p>
      )}
      <input type="hidden" name="version" value={page.version} />
      {page.blocks.map((block) => (
        <Block key={block.step} block={block} language={page.language} mayCorrect={page.mayCorrect} />
      ))}
      <div className="form-actions">
        <button className="ds-button" type="submit" data-color="kobber">
          {t('sharing.confirm.button')}
        </button>
      </div>
    </form>
  )
}

type BlockProps = { readonly block: BlockView; readonly language: string; readonly mayCorrect: boolean }

function Block({ block: { step, answers }, language, mayCorrect }: BlockProps) {
  const { t } = useMessages()
  const choices = [
    { value: 'right', text: t('sharing.confirm.right') },
    ...(mayCorrect ? [{ value: 'wrong', text: t('sharing.confirm.wrong') }] : []),
  ]
  return (
    <fieldset className="confirm-block">
      <legend>{t(`sharing.step.${step}`)}</legend>
      <dl className="facts">
        {answers.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="as-written" lang={language}>
              {text}
            </dd>
          </div>
        ))}
      </dl>
      <div className="choices">
        {choices.map(({ value, text }, place) => {
          const id = place === 0 ? `answer-${step}` : `answer-${step}-${value}`
          return (
            <label className="choice" key={value} htmlFor={id}>
              <input className="ds-input" type="radio" id={id} name={`answer:${step}`} value={value} />
              <span className="choice-label">{text}</span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

/** Who could say it, and what to do when it is wrong all the same. */
export function NotTheirs({ page }: { page: ConfirmPage }) {
  const { t } = useMessages()
  return (
    <>
      <p>{page.owner ? t('sharing.confirm.owner', { name: page.owner }) : t('sharing.confirm.notParty')}</p>
      <p>
        <To page="case" params={{ id: page.id }}>
          {t('sharing.confirm.back')}
        </To>
      </p>
    </>
  )
}
