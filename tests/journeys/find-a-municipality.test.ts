import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityProblems } from '#src/testing/accessibility.ts'
import { openBrowser } from '#src/testing/browser.ts'
import { type RunningSite, startSite } from '#src/testing/running-site.ts'

let site: RunningSite
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

test('a half-time buyer finds her municipality by name, and a case of a municipality like it', async () => {
  const page = await newPage()
  await page.goto(`${site.url}/nn/kommuner`)
  await page.getByLabel('Finn kommunen din').fill('Røst')
  await page.getByRole('button', { name: 'Gå til kommunen' }).click()
  expect(new URL(page.url()).pathname).toBe('/nn/kommuner/1856')
  await page
    .getByRole('link', { name: /medisineringsstøtte/i })
    .first()
    .click()
  expect(new URL(page.url()).pathname).toBe('/nn/anskaffelser/case-001')
  expect(await page.getByRole('link', { name: 'Skedsmo (no Lillestrøm kommune)' }).count()).toBe(1)
  expect(await accessibilityProblems(page)).toEqual([])
})

test('a name nobody has gets an answer that helps', async () => {
  const page = await newPage()
  await page.goto(`${site.url}/kommuner?navn=Andeby`)
  expect(await page.getByRole('status').textContent()).toContain('«Andeby»')
  expect(await accessibilityProblems(page)).toEqual([])
})

test.each([
  ['/kommuner/1201', '/kommuner/4601'],
  ['/en/kommuner/0231', '/en/kommuner/3205'],
  ['/fylker/12', '/fylker/46'],
])('%s, an old number, leads for good to %s', async (old, today) => {
  const answer = await fetch(site.url + old, { redirect: 'manual' })
  expect(answer.status).toBe(301)
  expect(answer.headers.get('location')).toBe(today)
})

async function newPage() {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, bypassCSP: true })
  return context.newPage()
}
