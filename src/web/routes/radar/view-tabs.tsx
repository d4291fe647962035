import { type AskedRadar, RADAR_VIEWS, radarAddress } from '#src/web/present/radar-address.ts'
import { useMessages } from '#src/web/ui/messages.ts'

/** The same, seen in three ways; each has its own address. */
export function ViewTabs({ asked }: { asked: AskedRadar }) {
  const { t, language } = useMessages()
  return (
    <nav className="view-tabs no-print" aria-label={t('radar.views')}>
      <ul className="plain-list">
        {RADAR_VIEWS.map((view) => (
          <li key={view}>
            <a
              className="plain"
              href={radarAddress(language, { ...asked, view, page: 1 })}
              aria-current={view === asked.view ? 'true' : undefined}
            >
              {t(`radar.view.${view}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
