import { LANGUAGES } from '#src/platform/language.ts'
import { inLanguage } from './paths.ts'

/** A sitemap has at most 50 000 addresses, and each page has one in every language. */
export const PAGES_A_SITEMAP = Math.floor(45_000 / LANGUAGES.length)

export type ListedPage = {
  /** In bokmål; the other languages follow from it. */
  readonly path: string
  readonly changedAt?: Date
}

export type SitemapPart = { readonly path: string; readonly changedAt?: Date }

/** The list of the sitemaps that there are. */
export function sitemapIndex(origin: string, parts: readonly SitemapPart[]): string {
  const listed = parts.map(
    ({ path, changedAt }) => `<sitemap><loc>${origin}${path}</loc>${lastChange(changedAt)}</sitemap>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${listed.join('\n')}
</sitemapindex>
`
}

/** A sitemap piece by piece, so that a large one is never held in memory. */
export async function* sitemapText(
  origin: string,
  pages: AsyncIterable<readonly ListedPage[]>,
): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
`
  for await (const some of pages) yield some.map((page) => entries(origin, page)).join('')
  yield '</urlset>\n'
}

function entries(origin: string, { path, changedAt }: ListedPage): string {
  const others = LANGUAGES.map(
    (language) =>
      `<xhtml:link rel="alternate" hreflang="${language}" href="${origin}${inLanguage(path, language)}"/>`,
  ).join('')
  return LANGUAGES.map(
    (language) =>
      `<url><loc>${origin}${inLanguage(path, language)}</loc>${lastChange(changedAt)}${others}</url>\n`,
  ).join('')
}

function lastChange(at: Date | undefined): string {
  return at ? `<lastmod>${at.toISOString()}</lastmod>` : ''
}
