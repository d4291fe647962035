import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningSite, startSite } from '#src/testing/running-site.ts'

let site: RunningSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => {
  await site?.stop()
})

test('what the server gives a request is seen by the loader of the page: there is one copy of each module', async () => {
  const html = await text('/en/om')
  expect(html).toContain(`<link rel="canonical" href="${site.url}/en/om"/>`)
  expect(html).toContain(`hrefLang="nn" href="${site.url}/nn/om"`)
})

test('every answer carries the headers that protect the reader', async () => {
  const { headers } = await fetch(`${site.url}/`)
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  // Only over https: on this machine there is none.
  expect(headers.get('strict-transport-security')).toBeNull()
})

test('files of the build are kept for ever, and sent compressed', async () => {
  const [, style = ''] = /href="([^"]+\.css)"/.exec(await text('/')) ?? []
  const answer = await fetch(site.url + style, { headers: { 'accept-encoding': 'br' } })
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect((await fetch(`${site.url}/assets/nothing.js`)).status).toBe(404)
})

test.each([
  '/anskaffelser/case-99999',
  '/anskaffelser/%00',
  '/losninger/solution-999',
  '/kunngjoringer/finnes-ikke',
  '/kommuner/9999',
  '/fylker/98',
  '/tema/finnes-ikke',
  '/finnes-ikke',
])('%s does not exist, and the page helps with the search', async (path) => {
  const answer = await fetch(site.url + path)
  expect(answer.status).toBe(404)
  const html = await answer.text()
  expect(html).toContain('Vi finner ikke denne siden')
  expect(html).toContain('action="/sok"')
})

test('the sitemap lists every case and municipality in three languages', async () => {
  const index = await text('/sitemap.xml')
  expect(index).toContain(`<sitemap><loc>${site.url}/sitemap-pages-1.xml</loc></sitemap>`)
  const xml = await text('/sitemap-pages-1.xml')
  for (const path of ['/', '/anskaffelser/case-016', '/nn/kommuner/4601', '/en/losninger/solution-001']) {
    expect(xml).toContain(`<loc>${site.url}${path}</loc>`)
  }
  expect(xml.match(/<loc>[^<]+\/kommuner\/\d{4}<\/loc>/g)).toHaveLength(357 * 3)
  expect(await text('/robots.txt')).toContain(`Sitemap: ${site.url}/sitemap.xml`)
})

test('the log tells of a search without what was searched for', async () => {
  await fetch(`${site.url}/sok?q=hemmeligbehov`)
  await expect.poll(() => site.log()).toContain('"path":"/sok"')
  expect(site.log()).not.toContain('hemmeligbehov')
})

test('those who run the site are told that it is ready, and what it has done', async () => {
  expect(await (await fetch(`${site.url}/health/ready`)).json()).toEqual({ status: 'ready' })
  expect(await text('/metrics')).toContain(
    'http_request_duration_seconds_count{method="GET",route="/sok",status="200"}',
  )
})

test('odd parameters of a search do not break the page', async () => {
  for (const query of [
    'offset=-1',
    'limit=abc',
    'county=x&county=46',
    'sort=evil',
    'offset=99999',
    'q=%22%3Cscript%3E',
  ]) {
    const answer = await fetch(`${site.url}/sok?${query}`)
    expect(answer.status, query).toBe(200)
    expect(await answer.text()).not.toContain('<script>')
  }
})

async function text(path: string): Promise<string> {
  const answer = await fetch(site.url + path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}
