import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { DraftPage } from './page.tsx'

const COLORS = { draft: 'neutral', submitted: 'fjord', 'changes-requested': 'korn' } as const

/** Where the draft stands, in a word, and what that means. */
export function Standing({ page }: { page: DraftPage }) {
  const { t, dateTime } = useMessages()
  const { status, caseId, isCorrection, fromNotice } = page
  const shown = status in COLORS ? (status as keyof typeof COLORS) : 'draft'
  return (
    <>
      <ul className="tags">
        <li>
          <span className="ds-tag" data-color={COLORS[shown]}>
            {t(`sharing.status.${shown}`)}
          </span>
        </li>
        <li className="quiet small">{t('sharing.savedAt', { at: dateTime(page.savedAt) })}</li>
      </ul>
      {isCorrection && caseId && (
        <p>
          {t('sharing.correction')}{' '}
          <To page="case" params={{ id: caseId }}>
            {t('sharing.correction.link')}
          </To>
        </p>
      )}
      {fromNotice && (
        <p>
          {t('sharing.fromNotice')}{' '}
          <To page="notice" params={{ id: fromNotice }}>
            {t('sharing.fromNotice.link')}
          </To>
        </p>
      )}
    </>
  )
}
