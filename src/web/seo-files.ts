import { Hono } from 'hono'
import { listCases, listSolutions } from '#src/modules/catalogue/index.ts'
import { counties, municipalities, readRegister } from '#src/modules/organisations/index.ts'
import { themes } from '#src/modules/vocabulary/index.ts'
import { LANGUAGES } from '#src/platform/language.ts'
import type { WebProgram } from './context.ts'
import { address, inLanguage, PAGES } from './paths.ts'
import { publicOrigin } from './public-origin.ts'

const MOST_AT_ONCE = 100

/** What search engines ask for: which pages there are, and which to leave alone. */
export function seoFiles(program: WebProgram): Hono {
  const files = new Hono()
  files.get('/robots.txt', (c) => {
    const origin = publicOrigin(program.config, new URL(c.req.url))
    return c.text(`User-agent: *\nDisallow: /api/\nDisallow: /*?*offset=\nSitemap: ${origin}/sitemap.xml\n`)
  })
  files.get('/sitemap.xml', async (c) => {
    const origin = publicOrigin(program.config, new URL(c.req.url))
    const paths = await sitemapPaths(program)
    return c.body(sitemap(origin, paths), 200, {
      'content-type': 'application/xml; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    })
  })
  return files
}

/** Every page worth finding, in bokmål; the other languages follow from the address. */
async function sitemapPaths({ db }: WebProgram): Promise<readonly string[]> {
  const register = await readRegister(db)
  return [
    ...Object.values(PAGES)
      .filter((page) => page.sitemap)
      .map((page) => page.path),
    ...(await allCaseIds(db)).map((id) => address('nb', 'case', { id })),
    ...(await listSolutions(db, { limit: MOST_AT_ONCE, offset: 0 })).solutions.map(({ id }) =>
      address('nb', 'solution', { id }),
    ),
    ...counties(register).map(({ fylkesnummer }) => address('nb', 'county', { number: fylkesnummer })),
    ...municipalities(register).map(({ kommunenummer }) =>
      address('nb', 'municipality', { number: kommunenummer }),
    ),
    ...themes().map(({ id }) => address('nb', 'theme', { id })),
  ]
}

async function allCaseIds(db: WebProgram['db']): Promise<readonly string[]> {
  const ids: string[] = []
  for (let offset = 0; ; offset += MOST_AT_ONCE) {
    const { cases, total } = await listCases(db, { sort: 'title', limit: MOST_AT_ONCE, offset })
    ids.push(...cases.map(({ id }) => id))
    if (cases.length === 0 || ids.length >= total) return ids
  }
}

function sitemap(origin: string, paths: readonly string[]): string {
  const urls = paths.flatMap((path) => LANGUAGES.map((language) => url(origin, path, language)))
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
}

function url(origin: string, path: string, language: (typeof LANGUAGES)[number]): string {
  const others = LANGUAGES.map(
    (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${origin}${inLanguage(path, other)}"/>`,
  )
  return `<url><loc>${origin}${inLanguage(path, language)}</loc>${others.join('')}</url>`
}
