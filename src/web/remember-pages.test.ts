import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { rememberPages } from './remember-pages.ts'

function siteThatCounts() {
  let [version, minute, rendered] = [1, 0, 0]
  const app = new Hono()
  app.use(
    rememberPages({
      version: () => version,
      now: () => new Date(Date.UTC(2026, 10, 21, 12, minute)),
      isPersonal: (headers) => headers.get('cookie')?.includes('session=') === true,
    }),
  )
  app.get('/missing', (c) => c.html('gone', 404))
  app.get('/personal', (c) => c.html(`yours ${++rendered}`, 200, { 'set-cookie': 'a=b' }))
  app.all('*', (c) => c.html(`rendered ${++rendered}`))
  const ask = async (path: string, init?: RequestInit) => (await app.request(path, init)).text()
  return { ask, change: () => version++, wait: () => minute++, rendered: () => rendered }
}

test('a page is rendered once while nothing changes, and each address is its own', async () => {
  const { ask } = siteThatCounts()
  expect(await ask('/a')).toBe('rendered 1')
  expect(await ask('/a')).toBe('rendered 1')
  expect(await ask('/a?lang=nn')).toBe('rendered 2')
})

test('a change, or half a minute, and it is rendered anew', async () => {
  const { ask, change, wait } = siteThatCounts()
  await ask('/a')
  change()
  expect(await ask('/a')).toBe('rendered 2')
  wait()
  expect(await ask('/a')).toBe('rendered 3')
})

test('what belongs to somebody is never kept, nor given to somebody', async () => {
  const { ask, rendered } = siteThatCounts()
  await ask('/a')
  expect(await ask('/a', { headers: { cookie: 'session=1' } })).toBe('rendered 2')
  expect(await ask('/a', { headers: { authorization: 'Bearer x' } })).toBe('rendered 3')
  expect(await ask('/a', { method: 'POST' })).toBe('rendered 4')
  expect(await ask('/a')).toBe('rendered 1')
  await ask('/personal')
  await ask('/personal')
  expect(rendered()).toBe(6)
})

test('an error is not kept as a page', async () => {
  const { ask } = siteThatCounts()
  expect(await ask('/missing')).toBe('gone')
  expect(await ask('/missing')).toBe('gone')
})

test('it is bounded: the page asked for longest ago goes first', async () => {
  const { ask } = siteThatCounts()
  for (let page = 1; page <= 401; page++) await ask(`/${page}`)
  expect(await ask('/401')).toBe('rendered 401')
  expect(await ask('/1')).toBe('rendered 402')
})
