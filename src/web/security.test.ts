import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApiToken, revokeApiToken, tokensOf } from '#src/modules/identity/index.ts'
import { newId } from '#src/platform/ids.ts'
import { type AccessSite, aToken, at, openAccessSite } from '#src/testing/access-site.ts'
import { aSession } from '#src/testing/session.ts'

const SITE = 'https://spydspiss.example'
const SETTINGS = {
  MODE: 'production',
  BASE_URL: SITE,
  SESSION_SECRET: 'a secret of this test, thirty-two characters long',
}
const DAY_MS = 24 * 60 * 60 * 1000

const logged: string[] = []
let site: AccessSite
beforeAll(async () => {
  site = await openAccessSite({ ...SETTINGS, LOG_LEVEL: 'info' }, logged)
})
afterAll(() => site.close())

const draftNow = () =>
  site.db.selectFrom('case_draft').selectAll().where('id', '=', site.records.draft).executeTakeFirstOrThrow()

const STEPS = ['', '/erfaring', '/behov', '/krav', '/se-gjennom', '/publiser', '/finnes-ikke']
const FORMS = [
  { do: 'publish', version: '2', note: '' },
  { do: 'submit', version: '2' },
  { do: 'discard', version: '2' },
  { do: 'grow', size: 'full', version: '2' },
  { version: '2', 'identity.title': 'Overtatt', approach: 'Overtatt' },
]

test('another organisation’s draft is as one that never was: on every page, by every form, and nothing is changed', async () => {
  const before = await draftNow()
  const pages = async (id: string) => {
    const answers: unknown[] = []
    for (const step of STEPS) {
      const opened = await site.ask(`/del/${id}${step}`, 'neighbour')
      answers.push([opened.status, alike(await opened.text(), id)])
      for (const form of FORMS) {
        const sent = await site.ask(`/del/${id}${step}`, 'neighbour', { form })
        answers.push([sent.status, alike(await sent.text(), id)])
      }
    }
    return answers
  }
  const [theirs, never] = [await pages(site.records.draft), await pages(newId())]
  expect(theirs).toEqual(never)
  expect(new Set(theirs.map((answer) => (answer as [number])[0]))).toEqual(new Set([404]))
  expect(await draftNow()).toEqual(before)
}, 120_000)

/** What differs from request to request, taken out. */
function alike(html: string, id: string): string {
  return html
    .replaceAll(id, 'ID')
    .replace(/nonce="[^"]*"/g, '')
    .replace(/[0-9a-f-]{36}/g, 'REQUEST')
}

test('over the API too: read, written, submitted, published', async () => {
  const before = await draftNow()
  const key = await aToken(site.db, site.people.neighbour)
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    'if-match': '"2"',
  }
  const ask = (id: string, [method, path, body]: readonly [string, string, string?]) =>
    site.ask(`/api/v1/drafts/${id}${path}`, 'nobody', { method, headers, ...(body && { body }) })
  for (const way of [
    ['GET', ''],
    ['PATCH', '', '{"content":{"approach":"Overtatt"}}'],
    ['POST', '/submit', '{}'],
    ['POST', '/publish', '{}'],
  ] as const) {
    const [theirs, never] = [await ask(site.records.draft, way), await ask(newId(), way)]
    expect([theirs.status, never.status], way.join(' ')).toEqual([404, 404])
  }
  const list = await site.ask('/api/v1/drafts', 'nobody', { headers })
  expect(await list.text()).not.toContain(site.records.draft)
  expect(await draftNow()).toEqual(before)
})

test('a session that is over opens nothing: signed out, too old, made up, or somebody’s key to the API', async () => {
  const cookie = await aSession(site.db, site.people.contributor, { at, config: site.program.config })
  const opens = async (sent: string) =>
    (await site.ask('/mine-utkast', 'nobody', { headers: { cookie: sent } })).status
  expect(await opens(cookie)).toBe(200)
  const out = await site.ask('/logg-ut', 'nobody', { form: {}, headers: { cookie } })
  expect(out.headers.getSetCookie().join('\n')).toMatch(
    /^__Host-spydspiss-okt=; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=0$/m,
  )
  expect(await opens(cookie), 'replayed').toBe(302)
  const long = new Date(at.getTime() - 2 * DAY_MS)
  expect(
    await opens(await aSession(site.db, site.people.contributor, { at: long, config: site.program.config })),
  ).toBe(302)
  const key = await aToken(site.db, site.people.contributor)
  const [name = ''] = cookie.split('=')
  for (const made of [key, 'a'.repeat(43), '', `${'a'.repeat(43)}' or 1=1--`, '%00'])
    expect(await opens(`${name}=${made}`), String(made)).toBe(302)
  expect(await opens(cookie.replace('__Host-', '')), 'without the prefix').toBe(302)
})

test('a key that is over opens nothing: revoked, too old, changed in one sign, or a session', async () => {
  const { db, people } = site
  const status = async (secret: string) => {
    const headers = { authorization: `Bearer ${secret}` }
    const [own, open] = [
      await site.ask('/api/v1/drafts', 'nobody', { headers }),
      await site.ask('/api/v1/cases', 'nobody', { headers }),
    ]
    expect(own.headers.get('cache-control')).toContain('no-store')
    return [own.status, open.status]
  }
  const key = (await aToken(db, people.contributor)) ?? ''
  expect(await status(key)).toEqual([200, 200])
  const changed = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A')
  const session = await aSession(db, people.contributor, { at, config: site.program.config })
  for (const wrong of [changed, key.slice(0, -1), `${key}A`, key.toLowerCase(), session.split('=')[1] ?? ''])
    expect(await status(wrong), wrong).toEqual([401, 401])
  const then = () => new Date(at.getTime() - 2 * DAY_MS)
  const old = await makeApiToken({ db, now: then }, people.contributor, {
    name: 'x',
    scopes: ['read'],
    days: 1,
  })
  expect(await status(old.ok ? old.value.secret : '')).toEqual([401, 401])
  for (const { id } of await tokensOf(db, people.contributor.personId))
    await revokeApiToken({ db, now: () => at }, people.contributor, { token: id })
  expect(await status(key)).toEqual([401, 401])
})

test('a key to read writes nothing, and nobody’s session lets them in to the API', async () => {
  const { db, people, records } = site
  const made = await makeApiToken({ db, now: () => at }, people.coordinator, {
    name: 'x',
    scopes: ['read'],
    days: 1,
  })
  const before = await draftNow()
  const write = (headers: Record<string, string>) =>
    site.ask(`/api/v1/drafts/${records.draft}`, 'nobody', {
      method: 'PATCH',
      body: '{"content":{"approach":"Endret"}}',
      headers: { 'content-type': 'application/json', 'if-match': `"${before.version}"`, ...headers },
    })
  const refused = await write({ authorization: `Bearer ${made.ok ? made.value.secret : ''}` })
  expect(refused.status).toBe(403)
  const cookie = await aSession(db, people.coordinator, { at, config: site.program.config })
  expect((await write({ cookie, origin: SITE })).status).toBe(401)
  expect(await draftNow()).toEqual(before)
})

const FOREIGN: readonly Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://spydspiss.example' },
  { origin: 'https://spydspiss.example.evil.example' },
  { origin: SITE, 'sec-fetch-site': 'cross-site' },
  { origin: SITE, 'sec-fetch-site': 'same-site' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'cross-site' },
  {},
]

test.each(FOREIGN)('a form with a session is refused when it says %o, and nothing is done', async (said) => {
  const cookie = await aSession(site.db, site.people.coordinator, { at, config: site.program.config })
  const count = () => site.db.selectFrom('case_draft').select('id').execute()
  const before = await count()
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/json']) {
      const headers = { cookie, 'content-type': type, ...said }
      const sent = await site.ask('/del', 'nobody', { method, body: 'size=short', headers })
      expect([sent.status, sent.headers.get('location')], `${method} ${type}`).toEqual([403, null])
    }
  expect(await count()).toEqual(before)
})

test('reading with a method in disguise changes nothing', async () => {
  const cookie = await aSession(site.db, site.people.coordinator, { at, config: site.program.config })
  const headers = { cookie, 'x-http-method-override': 'POST', 'x-method-override': 'POST' }
  const before = await site.db.selectFrom('case_draft').select('id').execute()
  await site.ask('/del?_method=POST&size=short', 'nobody', { headers })
  expect(await site.db.selectFrom('case_draft').select('id').execute()).toEqual(before)
})

test('what opens something by itself is not in the log: keys, sessions, and addresses that are secrets', async () => {
  const key = (await aToken(site.db, site.people.coordinator)) ?? ''
  const cookie = await aSession(site.db, site.people.coordinator, { at, config: site.program.config })
  const headers = { cookie, authorization: `Bearer ${key}` }
  await site.ask(`/nn/personvern/fjern/${site.records.secret}?sendt`, 'nobody', { headers })
  await site.ask(`/api/v1/drafts?key=${key}`, 'nobody', { headers })
  const log = logged.join('\n')
  expect(log).toContain('/personvern/fjern/:secret')
  for (const secret of [site.records.secret, key, cookie.split('=')[1] ?? ''])
    expect(log).not.toContain(secret)
})
