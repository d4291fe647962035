import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { readConfig } from '#src/platform/config.ts'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { aSession } from '#src/testing/session.ts'
import { type SessionVariables, sessions } from './sessions.ts'

const at = new Date('2026-11-22T12:00:00Z')
const https = readConfig({ BASE_URL: 'https://spydspiss.example' })

function aSite(db: Database, config = readConfig({}), now = at) {
  const app = new Hono<{ Variables: SessionVariables }>()
  app.use(sessions({ db, config, now: () => now }))
  app.get('*', (c) => c.html(c.get('signedIn')?.actor.name ?? 'nobody', 200, { 'cache-control': 'no-cache' }))
  return (cookie?: string) => app.request('/', cookie === undefined ? {} : { headers: { cookie } })
}

test('one who is signed in is known, and what is shown is kept by nobody', () =>
  withDatabase(async (db) => {
    const cookie = await aSession(db, await aPerson(db, { name: 'Kari Nordmann' }), { at })
    const answer = await aSite(db)(`language=nn; ${cookie}; other=1`)
    expect(await answer.text()).toBe('Kari Nordmann')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('vary')).toContain('cookie')
    expect(answer.headers.getSetCookie()).toEqual([])
  }))

test('without our cookie nothing is asked of the database, and the page is as it was', async () => {
  const db = new Proxy({} as Database, {
    get: () => {
      throw new Error('the database was asked')
    },
  })
  for (const cookie of [
    undefined,
    '',
    'language=nn',
    'spydspiss-okt=',
    'x-spydspiss-okt=a',
    'demo-innlogging=b',
  ]) {
    const answer = await aSite(db)(cookie)
    expect(await answer.text()).toBe('nobody')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
  }
})

test('a cookie of a session that is over is taken back', () =>
  withDatabase(async (db) => {
    const cookie = await aSession(db, await aPerson(db), { at })
    const dayAfter = new Date(at.getTime() + 25 * 3_600_000)
    const answer = await aSite(db, readConfig({}), dayAfter)(cookie)
    expect(await answer.text()).toBe('nobody')
    expect(answer.headers.getSetCookie()).toEqual([
      'spydspiss-okt=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    ])
  }))

test('over https the cookie has the prefix that no other host can set, and without it nobody is known', () =>
  withDatabase(async (db) => {
    const cookie = await aSession(db, await aPerson(db, { name: 'Kari Nordmann' }), { at, config: https })
    expect(cookie).toMatch(/^__Host-spydspiss-okt=[\w-]{43}$/)
    expect(await (await aSite(db, https)(cookie)).text()).toBe('Kari Nordmann')
    expect(await (await aSite(db, https)(cookie.replace('__Host-', ''))).text()).toBe('nobody')
  }))
