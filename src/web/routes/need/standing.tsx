import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { NeedPageData } from './page.tsx'

/** That it is not told to others yet, or no longer is a need. */
export function Standing({ page }: { page: NeedPageData }) {
  const { t, date } = useMessages()
  const { need, status, closed, isTheirs } = page
  if (status === 'draft')
    return (
      <div className="box" data-color="korn">
        <p>{t('needs.one.draft')}</p>
        {isTheirs && (
          <p>
            <To page="needAnnounce" params={{ id: need.id }} className="ds-button">
              {t('needs.one.go')}
            </To>
          </p>
        )}
      </div>
    )
  if (!closed) return null
  return (
    <div className="box">
      <p>
        {t('needs.one.closed', {
          date: date(closed.at),
          cause: t(`needs.closed.${closed.cause}`).toLowerCase(),
        })}
      </p>
      {closed.reason && (
        <p className="as-written" lang={need.language}>
          {closed.reason}
        </p>
      )}
    </div>
  )
}
