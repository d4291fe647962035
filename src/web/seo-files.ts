import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { listCases, listSolutions } from '#src/modules/catalogue/index.ts'
import { documentsAfter } from '#src/modules/documents/index.ts'
import { noticeSpans, noticesOfSpan } from '#src/modules/notices/index.ts'
import { counties, municipalities, readRegister } from '#src/modules/organisations/index.ts'
import { readableStops } from '#src/modules/stops/index.ts'
import { concepts } from '#src/modules/vocabulary/index.ts'
import type { WebProgram } from './context.ts'
import { address, PAGES } from './paths.ts'
import { publicOrigin } from './public-origin.ts'
import { type ListedPage, PAGES_A_SITEMAP, type SitemapPart, sitemapIndex, sitemapText } from './sitemap.ts'

const MOST_AT_ONCE = 100

/** What search engines ask for: which pages there are, and which to leave alone. */
export function seoFiles(program: WebProgram, pagesASitemap = PAGES_A_SITEMAP): Hono {
  const files = new Hono()
  const originOf = (c: Context) => publicOrigin(program.config, new URL(c.req.url))
  files.get('/robots.txt', (c) =>
    c.text(`User-agent: *\nDisallow: /api/\nDisallow: /*?*offset=\nSitemap: ${originOf(c)}/sitemap.xml\n`),
  )
  files.get('/.well-known/security.txt', (c) => {
    const text = securityText(program, originOf(c))
    return text ? c.text(text, 200, { 'cache-control': 'public, max-age=86400' }) : c.text('Not found', 404)
  })
  files.get('/sitemap.xml', async (c) =>
    c.body(sitemapIndex(originOf(c), await sitemapParts(program, pagesASitemap)), 200, HEADERS),
  )
  files.get('/:name{sitemap-(pages|notices)-[1-9][0-9]{0,5}\\.xml}', async (c) => {
    const [, kind, number] = /^sitemap-(pages|notices)-(\d+)\.xml$/.exec(c.req.param('name')) ?? []
    const at = { place: Number(number) - 1, size: pagesASitemap }
    const pages = kind === 'pages' ? await pagesPart(program, at) : await noticesPart(program, at)
    if (!pages) return c.text('Not found', 404)
    const text = Readable.from(sitemapText(originOf(c), pages), { objectMode: false })
    return c.body(Readable.toWeb(text) as ReadableStream, 200, HEADERS)
  })
  return files
}

/** Where faults are told (RFC 9116); null where the one who runs the site has not said. It is good for half a year from now. */
function securityText({ config, now }: WebProgram, origin: string): string | null {
  if (!config.SECURITY_CONTACT) return null
  const expires = new Date(now().getTime() + HALF_A_YEAR_MS)
  return [
    `Contact: ${config.SECURITY_CONTACT}`,
    `Expires: ${expires.toISOString().slice(0, 10)}T00:00:00Z`,
    'Preferred-Languages: nb, nn, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n')
}

const HALF_A_YEAR_MS = 180 * 24 * 60 * 60 * 1000

const HEADERS = {
  'content-type': 'application/xml; charset=utf-8',
  'cache-control': 'public, max-age=3600',
}

async function sitemapParts(program: WebProgram, size: number): Promise<readonly SitemapPart[]> {
  const pages = Math.ceil((await sitemapPaths(program)).length / size)
  const notices = await noticeSpans(program.db, size)
  return [
    ...Array.from({ length: pages }, (_, place) => ({ path: `/sitemap-pages-${place + 1}.xml` })),
    ...notices.map(({ lastChangedAt }, place) => ({
      path: `/sitemap-notices-${place + 1}.xml`,
      changedAt: lastChangedAt,
    })),
  ]
}

type Part = { readonly place: number; readonly size: number }
type Pages = AsyncIterable<readonly ListedPage[]>

async function pagesPart(program: WebProgram, { place, size }: Part): Promise<Pages | null> {
  const paths = (await sitemapPaths(program)).slice(place * size, (place + 1) * size)
  if (paths.length === 0) return null
  return (async function* () {
    yield paths.map((path) => ({ path }))
  })()
}

async function noticesPart({ db }: WebProgram, { place, size }: Part): Promise<Pages | null> {
  const span = (await noticeSpans(db, size))[place]
  if (!span) return null
  return (async function* () {
    for await (const some of noticesOfSpan(db, span, size)) {
      yield some.map(({ id, changedAt }) => ({ path: address('nb', 'notice', { id }), changedAt }))
    }
  })()
}

/** Every page worth finding but the notices, in bokmål; the other languages follow from the address. */
async function sitemapPaths({ db, now }: WebProgram): Promise<readonly string[]> {
  const register = await readRegister(db)
  return [
    ...Object.values(PAGES)
      .filter((page) => page.sitemap)
      .map((page) => page.path),
    ...(await allCaseIds(db)).map((id) => address('nb', 'case', { id })),
    ...(await allSolutionIds(db)).map((id) => address('nb', 'solution', { id })),
    ...(await readableStops({ db, now }, null)).map(({ id }) => address('nb', 'stop', { id })),
    ...(await openDocumentIds(db)).map((id) => address('nb', 'document', { id })),
    ...counties(register).map(({ fylkesnummer }) => address('nb', 'county', { number: fylkesnummer })),
    ...municipalities(register).map(({ kommunenummer }) =>
      address('nb', 'municipality', { number: kommunenummer }),
    ),
    ...concepts().map(({ id }) => address('nb', 'theme', { id })),
  ]
}

function allCaseIds(db: WebProgram['db']): Promise<readonly string[]> {
  return allOf(async (offset) => {
    const { cases, total } = await listCases(db, { sort: 'title', limit: MOST_AT_ONCE, offset })
    return { ids: cases.map(({ id }) => id), total }
  })
}

function allSolutionIds(db: WebProgram['db']): Promise<readonly string[]> {
  return allOf(async (offset) => {
    const { solutions, total } = await listSolutions(db, { limit: MOST_AT_ONCE, offset })
    return { ids: solutions.map(({ id }) => id), total }
  })
}

async function openDocumentIds(db: WebProgram['db']): Promise<readonly string[]> {
  const found: string[] = []
  for (;;) {
    const page = await documentsAfter(db, null, { limit: MOST_AT_ONCE, after: found.at(-1) })
    const ids = page?.documents.map(({ id }) => id) ?? []
    found.push(...ids)
    if (ids.length < MOST_AT_ONCE) return found
  }
}

type ListPage = { readonly ids: readonly string[]; readonly total: number }

async function allOf(pageFrom: (offset: number) => Promise<ListPage>): Promise<readonly string[]> {
  const found: string[] = []
  for (;;) {
    const { ids, total } = await pageFrom(found.length)
    found.push(...ids)
    if (ids.length === 0 || found.length >= total) return found
  }
}
