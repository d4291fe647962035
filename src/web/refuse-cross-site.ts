import type { MiddlewareHandler } from 'hono'
import { messagesIn } from '#src/messages/index.ts'
import type { Config } from '#src/platform/config.ts'
import { cookiesOf } from './cookies.ts'
import { languageOf } from './paths.ts'
import { plainPage } from './plain-page.ts'
import { publicOrigin } from './public-origin.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])
/** The browser says that the page which sent the form was ours, or that nobody but the person did. */
const OURS = new Set(['same-origin', 'none'])

/**
 * Takes forms from pages of the site only.
 *
 * Browsers tell where a form comes from, in `Origin` and `Sec-Fetch-Site`. What either of them calls foreign is refused,
 * whatever it holds; Hono's own `csrf` lets through what one of them calls ours, and what is no form. A request that
 * says neither comes from no browser of today: it may read and send what anybody may, but not with a session.
 */
export function refuseCrossSite(config: Pick<Config, 'MODE' | 'BASE_URL'>): MiddlewareHandler {
  const { session, newcomer } = cookiesOf(config)
  return async (c, next) => {
    const { method, headers, url } = c.req.raw
    if (READS.has(method)) return next()
    const [origin, site] = [headers.get('origin'), headers.get('sec-fetch-site')]
    const isForeign =
      (origin !== null && origin !== publicOrigin(config, new URL(url))) || (site !== null && !OURS.has(site))
    const isSilent = origin === null && site === null
    const isPersonal = session.read(headers) !== null || newcomer.read(headers) !== null
    if (!isForeign && !(isSilent && isPersonal)) return next()
    const language = languageOf(c.req.path)
    const { t } = messagesIn(language)
    const html = plainPage(language, {
      title: t('site.refused.crossSite.title'),
      text: t('site.refused.crossSite'),
    })
    return c.html(html, 403, { 'cache-control': 'no-store' })
  }
}
