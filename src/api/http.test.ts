import fc from 'fast-check'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { readConfig } from '#src/platform/config.ts'
import { createLog } from '#src/platform/log.ts'
import { ALARMS, now, seededApi } from '#src/testing/api-program.ts'
import { withDatabase } from '#src/testing/database.ts'
import { createApi } from './index.ts'
import { Problem } from './problem.ts'

async function problemOf(answer: Response): Promise<Problem> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const problem = Problem.parse(await answer.json())
  expect(problem.status).toBe(answer.status)
  return problem
}

test('an answer that has not changed is not sent again', async () => {
  const { ask } = await seededApi()
  const first = await ask('/themes')
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^W\/"[0-9a-f]+"$/)
  expect(first.headers.get('cache-control')).toContain('max-age=60')

  const again = await ask('/themes', { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  expect(again.headers.get('etag')).toBe(etag)
  expect(again.headers.get('access-control-allow-origin')).toBe('*')

  expect((await ask('/themes?lang=nn', { headers: { 'if-none-match': etag } })).status).toBe(200)
})

test('HEAD answers as GET does, without the body', async () => {
  const { ask } = await seededApi()
  const get = await ask('/cases/case-016')
  const head = await ask('/cases/case-016', { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect(await head.text()).toBe('')
  expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
})

test('a page on another site may ask', async () => {
  const { ask } = await seededApi()
  const preflight = await ask('/search', {
    method: 'OPTIONS',
    headers: {
      origin: 'https://example.no',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
  expect(preflight.headers.get('access-control-allow-methods')).toBe('GET,HEAD,OPTIONS,POST,PATCH')
  expect(preflight.headers.get('access-control-allow-headers')).toBe('if-none-match')

  const answer = await ask('/search?q=alarm', { headers: { origin: 'https://example.no' } })
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('access-control-expose-headers')).toContain('ETag')
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
})

test('bad parameters are told, all of them, in plain English', async () => {
  const { ask } = await seededApi()
  const answer = await ask('/search?county=460&type=tender&limit=1000&sida=2&sort=newest&sort=value')
  expect(answer.status).toBe(400)
  const problem = await problemOf(answer)
  expect(problem.type).toMatch(/\/api\/v1\/docs#problem-bad-parameters$/)
  expect(problem.parameters?.map(({ name }) => name).sort()).toEqual([
    'county',
    'limit',
    'sida',
    'sort',
    'type',
  ])
  expect(problem.detail).toContain('county must be a fylkesnummer, two digits such as 46.')
  expect(problem.detail).toContain('type must be one of: case, document, need, notice, stop.')
})

test.each(['/nothing', '/cases/case-016/more', '/'.repeat(5)])('nothing is at %s', async (path) => {
  const { ask } = await seededApi()
  const answer = await ask(path, { redirect: 'manual' })
  expect([404, 308]).toContain(answer.status)
  if (answer.status === 404)
    expect(await problemOf(answer)).toMatchObject({ title: 'There is nothing at this address' })
})

test.each([
  '/cases/case-9999',
  '/cases/nonsense',
  '/cases/%00',
  '/notices/nonsense',
  '/notices/%27%3B--/original',
  `/notices/${ALARMS}-01/original?sha256=${'0'.repeat(64)}`,
  '/municipalities/0000',
  '/municipalities/Bergen',
  '/organisations/00000000-0000-4000-8000-000000000000',
  '/organisations/1',
])('%s has never been', async (path) => {
  const { ask } = await seededApi()
  const answer = await ask(path)
  expect(answer.status).toBe(404)
  expect(await problemOf(answer)).toMatchObject({ title: 'There is nothing with this id' })
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is not possible where one only reads', async (method) => {
  const { ask } = await seededApi()
  const answer = await ask('/cases/case-016', { method })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  await problemOf(answer)
})

test('a slash too many leads to the right address', async () => {
  const { ask } = await seededApi()
  const answer = await ask('/cases/?limit=1')
  expect(answer.status).toBe(308)
  expect(answer.headers.get('location')).toMatch(/\/api\/v1\/cases\?limit=1$/)
})

const config = readConfig({ LOG_LEVEL: 'silent' })
const unused = () => Promise.reject(new Error('secret: select * from person'))
const search = {
  search: unused,
  suggest: unused,
  similar: unused,
  countConcepts: unused,
  aboutConcept: unused,
  refresh: unused,
  generation: () => 0,
  rebuild: unused,
  ensureBuilt: unused,
  status: unused,
  close: async () => {},
}

test('a fault of ours is told calmly, without what is inside', () =>
  withDatabase(async (db) => {
    const api = createApi({ db, now, search, config, log: createLog(config), preparing: () => null })
    const site = new Hono<{ Variables: { requestId: string } }>()
    site.use(async (context, next) => {
      context.set('requestId', 'request-0001')
      await next()
    })
    const answer = await site.route('/api/v1', api).request('/api/v1/search?q=x')
    expect(answer.status).toBe(500)
    const problem = await problemOf(answer)
    expect(problem.requestId).toBe('request-0001')
    expect(JSON.stringify(problem)).not.toMatch(/secret|select|stack|\.ts/)
  }))

test('while the program prepares itself, it says so and when to ask again', () =>
  withDatabase(async (db) => {
    const api = createApi({ db, now, search, config, log: createLog(config), preparing: () => 'indexing' })
    const site = new Hono().route('/api/v1', api)
    const answer = await site.request('/api/v1/search')
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    await problemOf(answer)
    expect((await site.request('/api/v1/openapi.json')).status).toBe(200)
  }))

test('in production links have the address that people use, not the one inside', () =>
  withDatabase(async (db) => {
    const production = readConfig({
      MODE: 'production',
      BASE_URL: 'https://spydspiss.no',
      SESSION_SECRET: 's'.repeat(40),
    })
    const api = createApi({
      db,
      now,
      search,
      config: production,
      log: createLog(config),
      preparing: () => null,
    })
    const answer = await new Hono().route('/api/v1', api).request('http://10.0.0.7:3000/api/v1')
    expect(await answer.json()).toMatchObject({ openapi: 'https://spydspiss.no/api/v1/openapi.json' })
    expect(answer.headers.get('link')).toContain('<https://spydspiss.no/api/v1/docs>; rel="service-doc"')
  }))

test.each([
  '/search?q=%00',
  '/search?q=%22',
  '/search?q=-',
  `/search?q=${'%F0%9F%9A%8C'.repeat(30)}`,
  '/search?q=%E0%A4%A',
  '/cases?theme=nothing&municipality=9999',
  '/cases?after=%00',
  '/notices?procedureId=%00',
  '/notices?after=%00',
  '/notices?since=2026-02-30',
  '/notices?since=99999-01-01',
  '/notices/%00',
  '/notices/%E0%A4%A',
  '/notices/%00/original',
  '/organisations?q=%00%25_',
  '/organisations?q=%25',
  '/organisations?organisationNumber=%00',
  '/municipalities/%00',
  '/municipalities?after=%00',
  '/suggest?q=%00',
  '/suggest?q=%22-%25_%F0%9F%9A%8C',
  '/themes/%00',
  '/cases/%00/similar',
  '/notices/%E0%A4%A/similar',
])('hostile or broken input is no fault of ours: %s', async (path) => {
  const { ask } = await seededApi()
  expect((await ask(path)).status).toBeLessThan(500)
})

test('whatever is asked, the answer is never a fault of ours', async () => {
  const { ask } = await seededApi()
  const name = fc.constantFrom(
    'q',
    'type',
    'theme',
    'county',
    'cpv',
    'year',
    'joint',
    'sort',
    'limit',
    'offset',
    'after',
    'lang',
  )
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('46', 'case', 'newest', 'true', '100', '72'),
  )
  const path = fc.constantFrom(
    '/search',
    '/cases',
    '/notices',
    '/organisations',
    '/municipalities',
    '/themes',
    '/suggest',
  )
  await fc.assert(
    fc.asyncProperty(path, fc.array(fc.tuple(name, value), { maxLength: 4 }), async (where, pairs) => {
      expect((await ask(`${where}?${new URLSearchParams(pairs)}`)).status).toBeLessThan(500)
    }),
    { numRuns: 150 },
  )
})
