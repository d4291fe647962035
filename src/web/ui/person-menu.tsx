import { useLocation } from 'react-router'
import type { MessageKey } from '#src/messages/index.ts'
import type { Role } from '#src/modules/identity/contract.ts'
import { PAGES, type PageFacts, type PageName } from '#src/web/paths.ts'
import { useMessages } from './messages.ts'
import { To, useAddress } from './to.tsx'

export type PersonView = {
  readonly name: string
  /** For whom the person acts now. */
  readonly organisation: string | null
  readonly roles: readonly Role[]
  /** Whether there is somebody else to act for. */
  readonly mayChange: boolean
  /** How many notifications the person has not seen. */
  readonly unread: number
}

/** What is the person's own, in the order of the menu; each shown to those its page lets in. */
const OWN_PAGES: readonly { readonly page: PageName; readonly text: MessageKey }[] = [
  { page: 'notifications', text: 'notifications.menu' },
  { page: 'myDrafts', text: 'sharing.mine.title' },
  { page: 'myNeeds', text: 'needs.mine.title' },
  { page: 'editorial', text: 'sharing.editorial.title' },
  { page: 'organisation', text: 'people.organisation.menu' },
  { page: 'adviser', text: 'people.adviser.title' },
  { page: 'administration', text: 'people.administration.title' },
  { page: 'myRoles', text: 'people.roles.title' },
  { page: 'apiTokens', text: 'people.tokens.title' },
  { page: 'myData', text: 'people.data.title' },
  { page: 'sessions', text: 'identity.session.menu' },
]

/** The one address of signing out, in whatever language: the cookie with the proof for the provider goes only there. */
export const SIGN_OUT_FORM = { method: 'post', action: '/logg-ut' } as const

function mayOpen(page: PageName, roles: readonly Role[]): boolean {
  const { access }: PageFacts = PAGES[page]
  return typeof access === 'string' || access.some((role) => roles.includes(role))
}

/** Always shown: who is signed in, and for whom; opened it leads to what is the person's own. */
export function PersonMenu({ person }: { person: PersonView }) {
  const { t, list, language } = useMessages()
  const { pathname, search } = useLocation()
  const { name, organisation, roles, mayChange, unread } = person
  const asWhat = list(roles.map((role) => t(`identity.role.${role}`))) || t('identity.menu.noOrganisation')
  return (
    <details className="person-menu">
      <summary>
        <Figure />
        <span className="person-menu-who">
          <span className="person-menu-name">{name}</span>
          <span className="person-menu-for">{organisation ?? asWhat}</span>
        </span>
        {unread > 0 && (
          <span className="person-menu-unread">
            <span aria-hidden="true">{unread}</span>
            <span className="ds-sr-only">{t('notifications.menu.unread', { count: unread })}</span>
          </span>
        )}
      </summary>
      <nav aria-label={t('identity.menu.label')}>
        {organisation && <p className="small">{t('identity.menu.actingFor', { organisation })}</p>}
        <ul>
          {mayChange && (
            <li>
              <To page="chooseOrganisation" query={`til=${encodeURIComponent(pathname + search)}`}>
                {t('identity.choose.menu')}
              </To>
            </li>
          )}
          {OWN_PAGES.filter(({ page }) => mayOpen(page, roles)).map(({ page, text }) => (
            <li key={page}>
              <To page={page}>{t(text)}</To>
            </li>
          ))}
        </ul>
        <form {...SIGN_OUT_FORM}>
          <input type="hidden" name="language" value={language} />
          <button type="submit" className="ds-button" data-variant="secondary" data-size="sm">
            {t('identity.signOut.button')}
          </button>
        </form>
      </nav>
    </details>
  )
}

export function SignInLink() {
  const { t } = useMessages()
  const { pathname, search } = useLocation()
  return (
    <a className="sign-in-link" href={`${useAddress('signIn')}?til=${encodeURIComponent(pathname + search)}`}>
      {t('identity.signIn.title')}
    </a>
  )
}

function Figure() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="8" r="4" fill="currentColor" />
      <path d="M4 21c0-4.4 3.6-7 8-7s8 2.6 8 7Z" fill="currentColor" />
    </svg>
  )
}
