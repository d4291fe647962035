import type { Context } from 'hono'
import { messagesIn } from '#src/messages/index.ts'
import { inLanguage, languageOf, PAGES } from './paths.ts'
import { plainPage } from './plain-page.ts'

/** A file of four megabytes, the largest that can be uploaded, with the form around it. */
export const LARGEST_FORM = 5_000_000

/**
 * The answer to a form that is larger than any may be. It is refused before it is read, so that what was typed cannot
 * stand in the form again, and the page says so.
 */
export function tooLarge(c: Context): Response {
  const language = languageOf(c.req.path)
  const { t } = messagesIn(language)
  const html = plainPage(language, {
    title: t('error.tooLarge.title'),
    text: t('error.tooLarge.text', { max: LARGEST_FORM / 1_000_000 }),
    link: { text: t('error.tooLarge.again'), href: formAt(c.req.path) ?? inLanguage('/', language) },
  })
  return c.html(html, 413, { 'cache-control': 'no-store' }) as Response
}

/** Only an address of ours is led back to: what was asked for may be anything. */
function formAt(path: string): string | null {
  const language = languageOf(path)
  const page = Object.values(PAGES).find((one) => inLanguage(one.path, language) === path)
  return page ? path : null
}
