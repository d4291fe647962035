import { useMessages } from '#src/web/ui/messages.ts'
import type { GateView } from './gate-view.ts'

const MOST_ROWS = 18

/** The participants in the terms of the notice, to be copied into it. */
export function BlockPart({ view: { block } }: { view: GateView }) {
  const { t } = useMessages()
  return (
    <div className="ds-field form-field">
      <p>{t('gate.block.help')}</p>
      <label className="ds-label" htmlFor="blokk">
        {t('gate.block.text')}
      </label>
      <textarea
        className="ds-input gate-block"
        id="blokk"
        readOnly
        rows={Math.min(MOST_ROWS, block.split('\n').length + 1)}
        value={block}
      />
    </div>
  )
}
