import type { MiddlewareHandler } from 'hono'
import { messagesIn } from '#src/messages/index.ts'
import type { Program } from '#src/program.ts'
import { languageOf } from './paths.ts'
import { plainPage } from './plain-page.ts'

/** Until the database is prepared every page says so, calmly, and tries again by itself. */
export function gettingReady({ preparing }: Pick<Program, 'preparing'>): MiddlewareHandler {
  return async (c, next) => {
    if (preparing() === null) return next()
    const language = languageOf(c.req.path)
    const { t } = messagesIn(language)
    const html = plainPage(language, {
      title: t('site.preparing.title'),
      text: t('site.preparing.text'),
      refreshSeconds: 3,
    })
    return c.html(html, 503, { 'retry-after': '3', 'cache-control': 'no-store' })
  }
}
