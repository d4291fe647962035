import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import { Found } from './found.tsx'
import type { GateView } from './gate-view.ts'

/** What was found in the draft, and the way to read another. */
export function DraftPart({ view: { draft, leads, status }, id }: { view: GateView; id: string }) {
  const { t } = useMessages()
  const isChangeable = leads && (status === 'early' || status === 'open')
  return (
    <>
      {draft ? (
        <>
          <p>{t('gate.draft.read', { name: draft.name, date: draft.on })}</p>
          <Found found={draft.found} />
        </>
      ) : (
        <p>{t('gate.draft.none')}</p>
      )}
      {isChangeable && (
        <p>
          <To page="jointDraft" params={{ id }} className="ds-button">
            {t(draft ? 'gate.draft.again' : 'gate.draft.upload')}
          </To>
        </p>
      )}
      {isChangeable && draft && (
        <form method="post">
          <button className="ds-button" type="submit" name="do" value="forget-draft" data-variant="tertiary">
            {t('gate.draft.forget')}
          </button>
        </form>
      )}
      {!leads && <p className="small quiet">{t('gate.draft.leadOnly')}</p>}
    </>
  )
}
