import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Actor, SignedIn } from '#src/modules/identity/index.ts'
import { LIMITS, rateLimits } from './rate-limits.ts'
import type { SessionVariables } from './sessions.ts'

function aSite() {
  const limits = rateLimits({ TRUSTED_PROXIES: ['10.0.0.1'] })
  const app = new Hono<{ Variables: SessionVariables }>()
  app.use('/api/v1/*', limits.api)
  app.use('*', limits.forms)
  app.use('*', async (c, next) => {
    const person = c.req.header('x-person')
    c.set('signedIn', person ? ({ actor: { personId: person } as Actor } as SignedIn) : null)
    await next()
  })
  app.use('*', limits.formsOfPerson)
  app.all('*', (c) => c.text('taken'))
  const env = { incoming: { socket: { remoteAddress: '10.0.0.1', remoteFamily: 'IPv4' } } }
  return (path: string, { method = 'POST', from = '203.0.113.9', person = '' } = {}) =>
    app.request(path, { method, headers: { 'x-forwarded-for': from, 'x-person': person } }, env)
}

async function times(count: number, ask: () => Promise<Response> | Response): Promise<Map<number, number>> {
  const seen = new Map<number, number>()
  for (let time = 0; time < count; time += 1) {
    const { status } = await ask()
    seen.set(status, (seen.get(status) ?? 0) + 1)
  }
  return seen
}

test('of a thousand sign-ins a minute from one address a few are let through, and another address is not disturbed', async () => {
  const ask = aSite()
  expect(await times(1000, () => ask('/logg-inn'))).toEqual(
    new Map([
      [200, LIMITS.signIns],
      [429, 1000 - LIMITS.signIns],
    ]),
  )
  expect((await ask('/nn/logg-inn')).status).toBe(429)
  expect((await ask('/logg-inn', { from: '203.0.113.10' })).status).toBe(200)
  expect((await ask('/logg-inn', { method: 'GET' })).status).toBe(200)
})

test('coming back from the provider counts too, whatever it comes back with', async () => {
  const ask = aSite()
  const seen = await times(200, () => ask('/logg-inn/tilbake?state=guess', { method: 'GET' }))
  expect(seen.get(200)).toBe(LIMITS.signIns)
})

test("one person's forms are counted together, wherever they are sent from", async () => {
  const ask = aSite()
  let place = 0
  const seen = await times(250, () => ask('/mine-okter', { person: 'kari', from: `203.0.113.${place++}` }))
  expect(seen.get(200)).toBe(LIMITS.formsOfPerson)
  expect((await ask('/mine-okter', { person: 'ola' })).status).toBe(200)
})

test('reading is not limited', async () => {
  const ask = aSite()
  expect((await times(1000, () => ask('/anskaffelser', { method: 'GET' }))).get(429)).toBeUndefined()
})

test('the refusal says how long to wait, in the language of the page', async () => {
  const ask = aSite()
  await times(LIMITS.signIns, () => ask('/logg-inn'))
  const answer = await ask('/nn/logg-inn')
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60)
  expect(await answer.text()).toContain('Det gjekk litt fort')
})

test('the API says it as the API says things', async () => {
  const ask = aSite()
  const get = () => ask('/api/v1/cases', { method: 'GET' })
  expect((await times(LIMITS.api, get)).get(200)).toBe(LIMITS.api)
  const answer = await get()
  expect(answer.status).toBe(429)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(await answer.json()).toMatchObject({ status: 429 })
})

test('one sender asks for a few removals in an hour, in whatever language', async () => {
  const ask = aSite()
  expect(await times(30, () => ask('/personvern/fjern'))).toEqual(
    new Map([
      [200, LIMITS.removals],
      [429, 30 - LIMITS.removals],
    ]),
  )
  expect((await ask('/en/personvern/fjern')).status).toBe(429)
  expect((await ask('/personvern/fjern', { method: 'GET' })).status).toBe(200)
  expect((await ask('/personvern/fjern', { from: '203.0.113.10' })).status).toBe(200)
})
