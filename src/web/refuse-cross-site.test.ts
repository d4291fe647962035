import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { readConfig } from '#src/platform/config.ts'
import { refuseCrossSite } from './refuse-cross-site.ts'

const production = readConfig({
  MODE: 'production',
  BASE_URL: 'https://spydspiss.example',
  SESSION_SECRET: 'a secret of this test, thirty-two characters long',
})
const SESSION = '__Host-spydspiss-okt=abc'

/** The site behind a proxy: it is asked at an inner address. */
async function send(headers: Record<string, string>, method = 'POST', config = production) {
  const app = new Hono()
  app.use(refuseCrossSite(config))
  app.all('*', (c) => c.text('taken'))
  const answer = await app.request('http://10.0.0.7:3000/nn/mine-okter', { method, headers })
  return answer.status
}

test.each([
  [
    'a form of our own',
    { origin: 'https://spydspiss.example', 'sec-fetch-site': 'same-origin', cookie: SESSION },
  ],
  ['a browser that tells only the origin', { origin: 'https://spydspiss.example', cookie: SESSION }],
  ['a browser that tells only the site', { 'sec-fetch-site': 'same-origin', cookie: SESSION }],
  ['a program without a session', {}],
  ['a program with cookies of others', { cookie: 'language=nn' }],
])('%s is taken', async (_, headers) => expect(await send(headers)).toBe(200))

test.each([
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', cookie: SESSION }],
  ['another site, also without a session', { origin: 'https://evil.example' }],
  ['the inner address', { origin: 'http://10.0.0.7:3000', cookie: SESSION }],
  ['plain http', { origin: 'http://spydspiss.example', cookie: SESSION }],
  ['another port', { origin: 'https://spydspiss.example:8443', cookie: SESSION }],
  ['a name that begins alike', { origin: 'https://spydspiss.example.evil.example', cookie: SESSION }],
  ['a neighbour under the same name', { 'sec-fetch-site': 'same-site', cookie: SESSION }],
  ['a frame without an origin', { origin: 'null', cookie: SESSION }],
  [
    'one who calls itself ours by one name only',
    { origin: 'https://spydspiss.example', 'sec-fetch-site': 'cross-site' },
  ],
  [
    'one who calls itself ours by the other only',
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  ],
  ['one with a session who does not say', { cookie: SESSION }],
  ['a newcomer who does not say', { cookie: '__Host-spydspiss-ny=abc' }],
])('%s is refused', async (_, headers) => {
  expect(await send(headers)).toBe(403)
  expect(await send({ ...headers, 'content-type': 'application/json' })).toBe(403)
  expect(await send(headers, 'DELETE')).toBe(403)
})

test('reading is for everybody, from anywhere', async () => {
  expect(await send({ origin: 'https://evil.example', cookie: SESSION }, 'GET')).toBe(200)
})

test('the refusal is in the language of the page', async () => {
  const app = new Hono()
  app.use(refuseCrossSite(production))
  const answer = await app.request('/nn/mine-okter', {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
  })
  expect(await answer.text()).toContain('Dette vart ikkje teke imot')
})
