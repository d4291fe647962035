import { useLocation } from 'react-router'
import { LANGUAGES, type Language } from '#src/platform/language.ts'
import { inLanguage, type PageName } from '#src/web/paths.ts'
import { useMessages } from './messages.ts'
import { PersonMenu, type PersonView, SignInLink } from './person-menu.tsx'
import { To, useAddress } from './to.tsx'

/** Only rooms that exist; each with the pages that belong to it. */
const ROOMS = [
  { page: 'search', text: 'site.nav.search', with: ['/sok', '/kunngjoringer'] },
  { page: 'cases', text: 'site.nav.cases', with: ['/anskaffelser', '/losninger', '/dokumenter'] },
  { page: 'needs', text: 'needs.nav', with: ['/behov', '/radar', '/felles-behov', '/mine-behov'] },
  { page: 'jointProcurements', text: 'joint.nav', with: ['/fellesanskaffelser'] },
  { page: 'themes', text: 'site.nav.themes', with: ['/tema'] },
  { page: 'municipalities', text: 'site.nav.places', with: ['/kommuner', '/fylker'] },
  { page: 'share', text: 'sharing.nav', with: ['/del', '/mine-utkast'] },
  { page: 'about', text: 'site.nav.about', with: ['/om'] },
] as const satisfies readonly { page: PageName; text: string; with: readonly string[] }[]

const OWN_NAMES: Record<Language, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' }

export function SiteHeader({ person }: { person: PersonView | null }) {
  const { t, language } = useMessages()
  const { pathname, search } = useLocation()
  const bare = inLanguage(pathname, 'nb')
  return (
    <header className="site-header">
      <div className="wide">
        <a className="site-name plain" href={useAddress('front')}>
          <Mark />
          Spydspiss
        </a>
        <nav className="site-nav" aria-label={t('site.nav.label')}>
          <ul>
            {ROOMS.map((room) => (
              <li key={room.page}>
                <NavLink
                  room={room}
                  current={room.with.some((path) => bare === path || bare.startsWith(`${path}/`))}
                />
              </li>
            ))}
          </ul>
        </nav>
        <ul className="language-switch" aria-label={t('site.languages')}>
          {LANGUAGES.filter((other) => other !== language).map((other) => (
            <li key={other}>
              <a href={inLanguage(pathname, other) + search} lang={other} hrefLang={other}>
                <span className="language-short" aria-hidden="true">
                  {other.toUpperCase()}
                </span>
                <span className="language-name">{OWN_NAMES[other]}</span>
              </a>
            </li>
          ))}
        </ul>
        {person ? <PersonMenu person={person} /> : <SignInLink />}
      </div>
    </header>
  )
}

function NavLink({ room, current }: { room: (typeof ROOMS)[number]; current: boolean }) {
  const { t } = useMessages()
  return (
    <a className="plain" href={useAddress(room.page)} aria-current={current ? 'true' : undefined}>
      {t(room.text)}
    </a>
  )
}

function Mark() {
  return (
    <svg viewBox="0 0 24 28" aria-hidden="true">
      <path d="M12 1 17.5 11 13.6 9.4V27h-3.2V9.4L6.5 11Z" fill="currentColor" />
    </svg>
  )
}

export function DemoBanner() {
  const { t } = useMessages()
  return (
    <aside className="demo-banner" aria-label={t('site.demo.label')}>
      <p className="wide">{t('site.demo')}</p>
    </aside>
  )
}

export function SiteFooter() {
  const { t } = useMessages()
  return (
    <footer className="site-footer">
      <div className="wide">
        <div>
          <strong>Spydspiss</strong>
          <p>{t('site.footer.what')}</p>
          <p>{t('site.footer.licence')}</p>
        </div>
        <ul>
          <li>
            <To page="data">{t('site.footer.data')}</To>
          </li>
          <li>
            <a href="/api/v1/">{t('site.footer.api')}</a>
          </li>
          <li>
            <To page="innovationCheck">{t('innovation.check.link')}</To>
          </li>
          <li>
            <To page="privacy">{t('site.footer.privacy')}</To>
          </li>
          <li>
            <To page="accessibility">{t('site.footer.accessibility')}</To>
          </li>
        </ul>
      </div>
    </footer>
  )
}
