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

type Kind = readonly [what: string, path: () => string, status: number, who?: Who, form?: object]

const KINDS: readonly Kind[] = [
  ['a page', () => '/', 200],
  ['a page of one’s own', () => '/mine-utkast', 200, 'contributor'],
  ['a way to sign in', () => '/mine-utkast', 302],
  ['a page one may not open', () => '/redaksjon', 403, 'reader'],
  ['nothing', () => '/finnes-ikke', 404],
  ['a form that is wrong', () => '/personvern/fjern', 422, 'nobody', {}],
  ['a form where there is none', () => '/om', 405, 'nobody', {}],
  ['a form from nobody', () => '/mine-utkast', 401, 'nobody', {}],
  ['data of a page', () => '/om.data', 200],
  ['the API', () => '/api/v1/cases', 200],
  ['the documentation of the API', () => '/api/v1/docs', 200],
  ['nothing in the API', () => '/api/v1/finnes-ikke', 404],
  ['a key that is missing', () => '/api/v1/drafts', 401],
  ['a paper', () => '/anskaffelser/case-016/papir.pdf', 200],
  ['a document', () => `/dokumenter/${site.records.open}/1/krav.pdf`, 200],
  ['the log as a file', () => '/virksomhet/logg/fil', 200, 'coordinator'],
  ['my data as a file', () => '/mine-data/fil', 200, 'reader'],
  ['a file for robots', () => '/robots.txt', 200],
  ['the map of the site', () => '/sitemap.xml', 200],
  ['health', () => '/health/live', 200],
  ['a picture', () => '/favicon.svg', 200],
  ['no such asset', () => '/assets/..%2f..%2fpackage.json', 404],
]

test.each(KINDS)(
  '%s is sent with everything that protects the reader',
  async (_, path, status, who, form) => {
    const answer = await site.ask(path(), who, form ? { form: {} } : {})
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
    if (who && who !== 'nobody') expect(headers['cache-control']).toContain('no-store')
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
