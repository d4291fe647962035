/** Pages that one does not come back to: signing in and out themselves. */
const NOWHERE = /^\/((nn|en)\/)?(logg-inn|logg-ut|demo-innlogging|velg-virksomhet)(\/|\?|#|$)/
const LONGEST = 1500

/**
 * Where on the site to go after signing in; `home` when what was asked for is not a page of ours.
 *
 * Browsers read `//evil.example`, `/\evil.example` and `/<tab>/evil.example` as another site, so the address is read
 * as they read it, and what comes of it is looked at once more: `/.//evil.example` becomes `//evil.example`.
 */
export function ownPath(asked: unknown, home = '/'): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.length > LONGEST) return home
  const base = 'http://own.invalid'
  if (!URL.canParse(asked, base)) return home
  const { origin, pathname, search, hash } = new URL(asked, base)
  const isOurs = origin === base && !pathname.startsWith('//') && !pathname.includes('\\')
  return isOurs && !NOWHERE.test(pathname) ? pathname + search + hash : home
}
