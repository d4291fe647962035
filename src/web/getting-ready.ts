import type { MiddlewareHandler } from 'hono'
import { messagesIn } from '#src/messages/index.ts'
import type { Program } from '#src/program.ts'
import { languageOf } from './paths.ts'

/** Until the database is prepared every page says so, calmly, and tries again by itself. */
export function gettingReady({ preparing }: Pick<Program, 'preparing'>): MiddlewareHandler {
  return async (c, next) => {
    if (preparing() === null) return next()
    const language = languageOf(c.req.path)
    const { t } = messagesIn(language)
    const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="3"><meta name="color-scheme" content="light dark">
<title>${t('site.preparing.title')}</title></head>
<body><main><h1>${t('site.preparing.title')}</h1><p>${t('site.preparing.text')}</p></main></body></html>`
    return c.html(html, 503, { 'retry-after': '3', 'cache-control': 'no-store' })
  }
}
