import type { StepName } from '#src/modules/sharing/contract.ts'
import { useMessages } from '#src/web/ui/messages.ts'

/** What should be changed, and in which part. */
export function AskForm({ blocks }: { blocks: readonly StepName[] }) {
  const { t } = useMessages()
  return (
    <form method="post" className="form box">
      <h2 className="box-title">{t('sharing.ask')}</h2>
      <p>{t('sharing.ask.text')}</p>
      <div className="question">
        <label className="ds-label" htmlFor="block">
          {t('sharing.ask.block')}
        </label>
        <select className="ds-input" id="block" name="block">
          {blocks.map((block) => (
            <option key={block} value={block}>
              {t(`sharing.step.${block}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="question">
        <label className="ds-label" htmlFor="text">
          {t('sharing.ask.what')}
        </label>
        <textarea className="ds-input" id="text" name="text" rows={3} maxLength={2000} required />
      </div>
      <div className="form-actions">
        <button className="ds-button" type="submit" name="do" value="ask" data-variant="secondary">
          {t('sharing.ask.button')}
        </button>
      </div>
    </form>
  )
}
