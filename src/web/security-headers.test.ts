import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessSite, at, openAccessSite, type Who } from '#src/testing/access-site.ts'
import { aSession } from '#src/testing/session.ts'

const SITE = 'https://spydspiss.example'

let site: AccessSite
beforeAll(async () => {
  const SESSION_SECRET = 'a secret of this test, thirty-two characters long'
  site = await openAccessSite({ MODE: 'production', BASE_URL: SITE, SESSION_SECRET })
})
afterAll(() => site.close())

type Kind = {
  readonly what: string
  readonly path: () => string
  readonly status: number
  readonly who?: Who
  readonly sends?: true
}

const KINDS: readonly Kind[] = [
  { what: 'a page', path: () => '/', status: 200 },
  { what: 'a page of one’s own', path: () => '/mine-utkast', status: 200, who: 'contributor' },
  { what: 'a way to sign in', path: () => '/mine-utkast', status: 302 },
  { what: 'a page one may not open', path: () => '/redaksjon', status: 403, who: 'reader' },
  { what: 'nothing', path: () => '/finnes-ikke', status: 404 },
  { what: 'a form that is wrong', path: () => '/personvern/fjern', status: 422, sends: true },
  { what: 'a form where there is none', path: () => '/om', status: 405, sends: true },
  { what: 'a form from nobody', path: () => '/mine-utkast', status: 401, sends: true },
  { what: 'data of a page', path: () => '/om.data', status: 200 },
  { what: 'the API', path: () => '/api/v1/cases', status: 200 },
  { what: 'the documentation of the API', path: () => '/api/v1/docs', status: 200 },
  { what: 'nothing in the API', path: () => '/api/v1/finnes-ikke', status: 404 },
  { what: 'a key that is missing', path: () => '/api/v1/drafts', status: 401 },
  { what: 'a paper', path: () => '/anskaffelser/case-016/papir.pdf', status: 200 },
  { what: 'a document', path: () => `/dokumenter/${site.records.open}/1/krav.pdf`, status: 200 },
  { what: 'the log as a file', path: () => '/virksomhet/logg/fil', status: 200, who: 'coordinator' },
  { what: 'my data as a file', path: () => '/mine-data/fil', status: 200, who: 'reader' },
  { what: 'a file for robots', path: () => '/robots.txt', status: 200 },
  { what: 'the map of the site', path: () => '/sitemap.xml', status: 200 },
  { what: 'health', path: () => '/health/live', status: 200 },
  { what: 'a picture', path: () => '/favicon.svg', status: 200 },
  { what: 'no such asset', path: () => '/assets/..%2f..%2fpackage.json', status: 404 },
]

test.each(KINDS)(
  '$what is sent with everything that protects the reader',
  async ({ path, status, who, sends }) => {
    const answer = await site.ask(path(), who, sends ? { form: {} } : {})
    const headers = Object.fromEntries(answer.headers)
    expect(answer.status).toBe(status)
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
    })
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/)
    expect(headers['x-powered-by'] ?? headers.server).toBeUndefined()
    if (who) expect(headers['cache-control']).toContain('no-store')
  },
)

test('the nonce of the scripts is new for each page, and every script of a page has it or comes from us', async () => {
  const nonces = new Set<string>()
  for (const path of ['/', '/anskaffelser/case-016', '/sok?q=alarm']) {
    const answer = await site.ask(path, 'contributor')
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? ''
    nonces.add(nonce)
    const html = await answer.text()
    for (const [, attributes = ''] of html.matchAll(/<script\b([^>]*)>/g))
      expect(attributes).toMatch(/ src="\/assets\/| type="application\/ld\+json"|nonce="/)
    expect(html).not.toMatch(/\son\w+="|\sstyle="|javascript:/)
  }
  expect(nonces.size).toBe(3)
})

test.each([
  '//evil.example',
  '/nn//evil.example',
  '/api/v1//evil.example/',
  '/api/v1/https://evil.example/',
  '/\\evil.example',
  '/%2f%2fevil.example/',
  '/logg-inn?til=//evil.example',
  '/logg-inn?til=https%3A%2F%2Fevil.example',
  '/velg-virksomhet?til=//evil.example',
  '/om%0d%0aSet-Cookie:%20stjaalet=1',
  '/logg-inn?til=/om%0d%0aSet-Cookie:%20stjaalet=1',
])('%s leads nobody away from the site, and puts nothing in a header', async (path) => {
  for (const who of ['nobody', 'contributor'] as const) {
    const answer = await site.web.request(`${SITE}${path}`, {
      headers: who === 'nobody' ? {} : await cookieOf(),
    })
    const location = answer.headers.get('location')
    if (location) expect(new URL(location, SITE).origin).toBe(SITE)
    expect(answer.headers.getSetCookie().join()).not.toContain('stjaalet')
    expect(answer.status).toBeLessThan(500)
  }
})

async function cookieOf(): Promise<{ cookie: string }> {
  const { db, people, program } = site
  return { cookie: await aSession(db, people.contributor, { at, config: program.config }) }
}

test('where we are is what the settings say, whatever host the request names', async () => {
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' }
  for (const path of [
    '/sitemap.xml',
    '/robots.txt',
    '/api/v1',
    '/api/v1/cases?limit=1',
    '/anskaffelser/case-016',
  ])
    expect(await (await site.ask(path, 'nobody', { headers })).text(), path).not.toContain('evil.example')
})
