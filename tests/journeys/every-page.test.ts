import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { LANGUAGES } from '#src/platform/language.ts'
import { CLOSED_NOTICE, COOPERATIVE_NOTICE, OPEN_NOTICE } from '#src/testing/journey-site.ts'
import { exampleAddresses, inLanguage, languageOf } from '#src/web/paths.ts'
import { aBrowser, expectAccessible, PHONE, visit, visitIn, WIDE } from './visit.ts'

const NOTICES = [OPEN_NOTICE, CLOSED_NOTICE, COOPERATIVE_NOTICE].flatMap(({ id }) =>
  LANGUAGES.map((language) => inLanguage(`/kunngjoringer/${id}-01`, language)),
)
const MISSING = LANGUAGES.map((language) => inLanguage('/finnes-ikke', language))
const ADDRESSES = [...exampleAddresses(), ...NOTICES, ...MISSING]

let browser: BrowserContext
beforeAll(async () => {
  browser = await aBrowser()
})
afterAll(() => browser.close())

/** Tables of addresses may scroll inside themselves; the page never does. */
test.each(ADDRESSES)('%s is accessible, in its language, and fits wide and on a phone', (address) =>
  visitIn(browser, address, async (page) => {
    expect(await page.getAttribute('html', 'lang')).toBe(languageOf(address))
    expect(await page.title()).toMatch(/Spydspiss/)
    expect(await page.locator('h1').count(), 'one heading that names the page').toBe(1)
    for (const viewport of [WIDE, PHONE]) {
      await page.setViewportSize(viewport)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, 'the page does not scroll sideways').toBeLessThanOrEqual(viewport.width)
      await expectAccessible(page)
    }
  }),
)

test.each(['/', '/sok?q=trygghetsalarm', '/anskaffelser/case-016'])(
  '%s is accessible in the dark',
  (address) => visit(address, expectAccessible, { colorScheme: 'dark' }),
)

test.each(exampleAddresses().filter((address) => languageOf(address) === 'nb'))(
  '%s sends no framework script, and at most 25 kB of its own',
  async (address) => {
    const html = await (await fetch(new URL(address, inject('siteUrl')))).text()
    const scripts = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, source]) => source ?? '')
    let bytes = 0
    for (const source of new Set(scripts)) {
      const answer = await fetch(new URL(source, inject('siteUrl')), {
        headers: { 'accept-encoding': 'gzip' },
      })
      bytes += Number(answer.headers.get('content-length') ?? (await answer.arrayBuffer()).byteLength)
    }
    expect(scripts.length, 'the page has an enhancement script').toBeGreaterThan(0)
    expect(bytes).toBeLessThanOrEqual(25_000)
  },
)
