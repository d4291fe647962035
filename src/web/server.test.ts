import { expect, test } from 'vitest'
import { readConfig } from '#src/platform/config.ts'
import { aWebProgram, failingSearch } from '#src/testing/web-program.ts'
import { createWeb, startWeb } from './server.ts'

const production = {
  MODE: 'production',
  BASE_URL: 'https://spydspiss.example',
  SESSION_SECRET: 'a secret of this test, thirty-two characters long',
}

test('while the program prepares, a page says so and tries again, and health says what it is doing', async () => {
  const web = await createWeb(aWebProgram({ preparing: () => 'indexing' }))
  const page = await web.request('/nn/sok')
  expect(page.status).toBe(503)
  expect(page.headers.get('retry-after')).toBe('3')
  expect(await page.text()).toContain('Spydspiss blir gjord klar')
  const ready = await web.request('/health/ready')
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'preparing', doing: 'indexing' }])
  expect((await web.request('/health/live')).status).toBe(200)
})

test('when something fails the page is calm, without a word of the failure, and the log has it once', async () => {
  const logged: string[] = []
  const web = await createWeb(aWebProgram({ search: failingSearch('the index is on fire') }, logged))
  const answer = await web.request('/sok?q=vann')
  const html = await answer.text()
  expect(answer.status).toBe(500)
  expect(html).toContain('Noe gikk galt hos oss')
  expect(html).not.toMatch(/on fire|\.ts:|node_modules/)
  const errors = logged.filter((line) => line.includes('on fire'))
  expect(errors).toHaveLength(1)
  expect(errors[0]).toContain(answer.headers.get('x-request-id') ?? 'no id')
})

test('behind a proxy, links lead to the public address and browsers are told to stay on https', async () => {
  const web = await createWeb(aWebProgram({ config: readConfig({ ...production, LOG_LEVEL: 'silent' }) }))
  const answer = await web.request('http://10.0.0.7:3000/om')
  expect(await answer.text()).toContain('<link rel="canonical" href="https://spydspiss.example/om"/>')
  expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000')
})

test('a request keeps the id a proxy gave it, unless it is not one', async () => {
  const web = await createWeb(aWebProgram({}))
  const given = await web.request('/om', { headers: { 'x-request-id': 'proxy-0123456789' } })
  expect(given.headers.get('x-request-id')).toBe('proxy-0123456789')
  const odd = await web.request('/om', { headers: { 'x-request-id': 'a b<script>' } })
  expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

test('a body larger than any form is refused before it is read', async () => {
  const web = await createWeb(aWebProgram({}))
  const send = (path: string) => web.request(path, { method: 'POST', body: 'x'.repeat(5_100_000) })
  const answer = await send('/nn/verktoy/innovasjonssjekk')
  expect(answer.status).toBe(413)
  const html = await answer.text()
  expect(html).toContain('lang="nn"')
  expect(html).toContain('Tekst og fil kan vere 5 MB til saman')
  expect(html, 'what was typed is lost, and said to be').toContain('ikkje ta vare på teksten')
  expect(html).toContain('href="/nn/verktoy/innovasjonssjekk"')
  expect(await (await send('/en/%22%3E%3Cscript%3E')).text()).toContain('<a href="/en">To the form</a>')
})

test('stopping lets a request under way finish', async () => {
  const release = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const slow = {
    fetch: async () => {
      begun.resolve()
      await release.promise
      return new Response('done')
    },
  }
  const running = await startWeb(slow, { host: '127.0.0.1', port: 0 })
  const answer = fetch(running.url)
  await begun.promise
  const stopped = running.stop(20)
  release.resolve()
  expect(await (await answer).text()).toBe('done')
  await stopped
  await expect(fetch(running.url)).rejects.toThrow()
})
