import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIdentityProvider } from '#src/modules/identity/index.ts'
import { type Config, readConfig } from '#src/platform/config.ts'
import { openOwnDatabase } from '#src/testing/database.ts'
import { SITE, startProvider, type TestProvider } from '#src/testing/oidc-provider.ts'
import { aWebProgram } from '#src/testing/web-program.ts'
import { createWeb } from './server.ts'

const KARI = { sub: 'kari', name: 'Kari Nordmann', pid: '05066512345' }
const PRODUCTION = {
  MODE: 'production',
  BASE_URL: 'https://spydspiss.example',
  SESSION_SECRET: 'a secret of this test, thirty-two characters long',
}

let there: TestProvider
let database: Awaited<ReturnType<typeof openOwnDatabase>>
beforeAll(async () => {
  there = await startProvider({ BASE_URL: SITE })
  database = await openOwnDatabase()
})
afterAll(async () => {
  await there.stop()
  await database.close()
})

/** A browser that keeps cookies and sends what browsers send, at a site with the provider of the test. */
async function aBrowser(config: Config = there.config) {
  const logged: string[] = []
  const program = aWebProgram({ db: database.db, config, now: () => new Date() }, logged)
  const web = await createWeb(program, { provider: await openIdentityProvider(program) })
  const cookies = new Map<string, string>()
  const ask = async (
    path: string,
    init: { form?: Record<string, string>; headers?: Record<string, string> } = {},
  ) => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const headers = { ...(cookie && { cookie }), ...(init.form && { origin: SITE }), ...init.headers }
    const body = init.form && new URLSearchParams(init.form)
    const answer = await web.request(new URL(path, SITE), {
      method: body ? 'POST' : 'GET',
      headers,
      ...(body && { body }),
    })
    for (const one of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
      if (/Max-Age=0/.test(one)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  const begin = async (til = '/om', path = '/logg-inn') => {
    const html = await (await ask(path, { form: { til } })).text()
    const to = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(html)?.[1] ?? ''
    return new URL(to.replaceAll('&amp;', '&'))
  }
  const come = async (callback: URL) => ask(callback.pathname + callback.search)
  const signIn = async (til?: string) => come(await there.follow(await begin(til)))
  return { ask, begin, come, signIn, cookies, logged }
}

test('signing in begins with a page that sends the browser on, and ends where one was, known by name', async () => {
  there.next(KARI)
  const { ask, signIn } = await aBrowser()
  const begun = await ask('/logg-inn', { form: { til: '/om' } })
  expect(begun.status).toBe(200)
  expect(begun.headers.get('cache-control')).toContain('no-store')
  expect(begun.headers.get('content-security-policy')).toContain("form-action 'self';")
  expect(begun.headers.getSetCookie()[0]).toMatch(
    /^spydspiss-inn-[\w-]+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/,
  )
  const back = await signIn('/om')
  expect([back.status, back.headers.get('location')]).toEqual([303, '/velg-virksomhet?til=%2Fom'])
  const page = await ask('/om')
  expect(await page.text()).toContain('Kari Nordmann')
  expect(page.headers.get('cache-control')).toBe('private, no-store')
})

test('what is shown to one who is signed in is given to nobody else, and the other way around', async () => {
  there.next(KARI)
  const [kari, reader] = [await aBrowser(), await aBrowser()]
  expect(await (await kari.ask('/om')).text()).toContain('Logg inn')
  await kari.signIn()
  expect(await (await kari.ask('/om')).text()).toContain('Kari Nordmann')
  expect(await (await reader.ask('/om')).text()).not.toContain('Kari Nordmann')
})

test('a session that one came with is over when one signs in anew', async () => {
  there.next(KARI)
  const { ask, signIn, cookies } = await aBrowser()
  await signIn()
  const before = cookies.get('spydspiss-okt') ?? ''
  await signIn()
  expect(cookies.get('spydspiss-okt')).not.toBe(before)
  const stale = await ask('/om', { headers: { cookie: `spydspiss-okt=${before}` } })
  expect(await stale.text()).not.toContain('Kari Nordmann')
})

test('a cookie that somebody planted is not what one is known by afterwards', async () => {
  there.next(KARI)
  const { cookies, signIn } = await aBrowser()
  cookies.set('spydspiss-okt', 'a'.repeat(43))
  await signIn()
  expect(cookies.get('spydspiss-okt')).not.toBe('a'.repeat(43))
})

test('an address that was sent to somebody else is answered in the language it began in, and signs nobody in', async () => {
  there.next(KARI)
  const [mallory, victim] = [await aBrowser(), await aBrowser()]
  const callback = await there.follow(await mallory.begin('/nn/om', '/nn/logg-inn'))
  const answer = await victim.come(callback)
  expect(answer.headers.get('location')).toBe('/nn/logg-inn?feil=otherBrowser&til=%2Fnn%2Fom')
  expect(victim.cookies.has('spydspiss-okt')).toBe(false)
  const page = await victim.ask('/nn/logg-inn?feil=otherBrowser&til=%2Fnn%2Fom')
  expect(await page.text()).toContain('Innlogginga byrja i ein annan nettlesar')
})

test('a state that nobody knows is answered in the language of the browser', async () => {
  const { ask } = await aBrowser()
  for (const [accepted, location] of [
    ['nn-NO,nn;q=0.9', '/nn/logg-inn?feil=unknownSignIn'],
    ['en-GB,en;q=0.8', '/en/logg-inn?feil=unknownSignIn'],
    ['de', '/logg-inn?feil=unknownSignIn'],
  ] as const) {
    const answer = await ask('/logg-inn/tilbake?code=x&state=y', { headers: { 'accept-language': accepted } })
    expect(answer.headers.get('location')).toBe(location)
  }
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/.//evil.example', '/logg-ut'])(
  'one who is to be sent to %s is sent home',
  async (til) => {
    there.next(KARI)
    const { signIn, ask } = await aBrowser()
    expect((await signIn(til)).headers.get('location')).toBe('/velg-virksomhet?til=%2F')
    const page = await ask(`/logg-inn?til=${encodeURIComponent(til)}`)
    expect([page.status, page.headers.get('location')]).toEqual([302, '/'])
  },
)

test('signing out here signs out there, and tells the provider who', async () => {
  there.next(KARI)
  const { ask, signIn, cookies } = await aBrowser()
  await signIn()
  const html = await (await ask('/logg-ut', { form: { language: 'nn' } })).text()
  const to = new URL(/content="0;url=([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '')
  expect(to.origin).toBe(there.issuer)
  expect(to.searchParams.get('id_token_hint')).toMatch(/^eyJ/)
  expect(to.searchParams.get('post_logout_redirect_uri')).toBe(`${SITE}/logg-ut`)
  expect([...cookies.keys()].filter((name) => /okt|bevis/.test(name))).toEqual([])
  const back = await ask(`/logg-ut?state=${to.searchParams.get('state')}`)
  expect(back.headers.get('location')).toBe('/nn/logg-ut')
  expect(await (await ask('/om')).text()).not.toContain('Kari Nordmann')
})

test('a form with a session is taken only from our own pages', async () => {
  there.next(KARI)
  const { ask, signIn } = await aBrowser()
  await signIn()
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }]) {
    expect((await ask('/logg-ut', { form: {}, headers })).status).toBe(403)
  }
  expect(await (await ask('/om')).text()).toContain('Kari Nordmann')
})

test('the provider may end the sessions it began, and nobody else may', async () => {
  there.next({ ...KARI, sid: 'their-session' })
  const { ask, signIn } = await aBrowser()
  await signIn()
  const end = (iss: string, sid: string) =>
    ask(`/logg-ut/fra-leverandor?${new URLSearchParams({ iss, sid })}`)
  expect((await end('https://evil.example', 'their-session')).status).toBe(404)
  expect(await (await ask('/om')).text()).toContain('Kari Nordmann')
  expect((await end(there.issuer, 'their-session')).status).toBe(200)
  expect(await (await ask('/om')).text()).not.toContain('Kari Nordmann')
})

test('the log tells that somebody signed in, and nothing that could be used', async () => {
  there.next({ ...KARI, name: undefined })
  const { begin, come, logged } = await aBrowser()
  const callback = await there.follow(await begin())
  await come(callback)
  await come(callback)
  const log = logged.join('\n')
  expect(log).toContain('a sign-in failed')
  for (const secret of ['code', 'state'].map((name) => callback.searchParams.get(name) ?? '')) {
    expect(log).not.toContain(secret)
  }
  expect(log).not.toContain(KARI.pid)
})

test('in production without a provider nobody signs in, and there are no demo people', async () => {
  const { ask } = await aBrowser(readConfig(PRODUCTION))
  expect(await (await ask('/logg-inn')).text()).toContain('Innlogging er ikke satt opp her')
  const headers = { origin: PRODUCTION.BASE_URL }
  expect((await ask('/logg-inn', { form: { til: '/' }, headers })).status).toBe(404)
  for (const path of ['/demo-innlogging/abc', '/demo-innlogging/oidc/auth', '/demo-innlogging/oidc/token']) {
    expect((await ask(path)).status, path).toBe(404)
  }
})
