import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LANGUAGES } from '#src/platform/language.ts'
import { accessibilityProblems } from '#src/testing/accessibility.ts'
import { openBrowser } from '#src/testing/browser.ts'
import { CONTACT, noticeXml } from '#src/testing/notice-xml.ts'
import { type RunningSite, startSite } from '#src/testing/running-site.ts'
import { inLanguage } from '#src/web/paths.ts'

const ALARMS = '11111111-1111-4111-8111-111111111111'
const folder = mkdtempSync(join(tmpdir(), 'spydspiss-notices-'))

let site: RunningSite
let browser: Browser
beforeAll(async () => {
  writeFileSync(join(folder, 'first.xml'), noticeXml({ id: ALARMS, publishedOn: '2026-10-02' }))
  writeFileSync(
    join(folder, 'second.xml'),
    noticeXml({ id: ALARMS, version: '02', publishedOn: '2026-10-09' }),
  )
  ;[site, browser] = await Promise.all([startSite(), openBrowser()])
  const done = await site.command('import', folder)
  if (done.code !== 0) throw new Error(done.out + done.error)
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a notice that was imported while the site runs is found within moments, and read', async () => {
  const page = await newPage()
  await expect.poll(() => hits(), { timeout: 10_000 }).toBe(1)
  await page.goto(`${site.url}/sok?q=trygghetsalarmer&type=notice`)
  await page.getByRole('link', { name: 'Trygghetsalarmer' }).click()
  expect(new URL(page.url()).pathname).toBe(`/kunngjoringer/${ALARMS}-02`)
  expect(await page.getByRole('link', { name: 'Bergen kommune' }).getAttribute('href')).toBe('/kommuner/4601')
  expect(await page.locator('dd').filter({ hasText: '1 250 000 kr' }).count()).toBe(1)
  expect(await accessibilityProblems(page)).toEqual([])
})

test('an older version says that there is a newer one', async () => {
  const page = await newPage()
  await page.goto(`${site.url}/kunngjoringer/${ALARMS}-01`)
  await page.getByRole('link', { name: 'Gå til versjon 02' }).click()
  expect(new URL(page.url()).pathname).toBe(`/kunngjoringer/${ALARMS}-02`)
  expect(await page.getByText('Det finnes en nyere versjon').count()).toBe(0)
})

test.each(LANGUAGES)(
  'a notice can be read by everybody in %s, and names nobody in the search',
  async (language) => {
    const page = await newPage()
    await page.goto(site.url + inLanguage(`/kunngjoringer/${ALARMS}-02`, language))
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.getByRole('heading', { level: 1 }).getAttribute('lang')).toBe('nb')
    expect(await accessibilityProblems(page)).toEqual([])
    const found = await fetch(`${site.url}/sok?q=${encodeURIComponent(CONTACT.name)}`)
    expect(await found.text()).not.toContain(`${ALARMS}-02`)
  },
)

async function hits(): Promise<number> {
  const answer = await fetch(`${site.url}/api/v1/search?q=trygghetsalarmer&type=notice`)
  const { total } = (await answer.json()) as { total: number }
  return total
}

async function newPage() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true })
  return context.newPage()
}
