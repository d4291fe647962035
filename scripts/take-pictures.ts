/**
 * Fills `docs/pictures` with how the site looks now: `npm run pictures`. With a folder of notices as an argument the
 * notice page is pictured too, from our own golden notices otherwise.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from '#src/testing/browser.ts'
import { startSite } from '#src/testing/running-site.ts'

const FOLDER = join(import.meta.dirname, '../docs/pictures')
const GOLDEN = join(import.meta.dirname, '../src/modules/notices/eforms/golden')

type Picture = {
  readonly name: string
  readonly path: string
  readonly width: number
  readonly dark?: boolean
  /** Who is signed in, by the name of an invented person. */
  readonly as?: string
}

const PICTURES: readonly Picture[] = [
  { name: 'front', path: '/', width: 1280 },
  { name: 'front-phone', path: '/', width: 390 },
  { name: 'search', path: '/sok?q=trygghetsalarm', width: 1280 },
  { name: 'search-phone', path: '/sok?q=overvann', width: 390 },
  { name: 'case', path: '/anskaffelser/case-009', width: 1280 },
  { name: 'case-dark', path: '/anskaffelser/case-001', width: 1280, dark: true },
  { name: 'municipality', path: '/nn/kommuner/4637', width: 1280 },
  { name: 'demo-people', path: '/logg-inn', width: 1280, as: '' },
  { name: 'share', path: '/del', width: 1280, as: 'Ingrid Namsvatn' },
  { name: 'notice', path: '/kunngjoringer/71d9b7b2-3a57-4a60-8f4b-1d3f63c8a002-01', width: 1280 },
]
/** Enough to see the page by; whole pages would make the repository heavy. */
const HEIGHT = 1000

const site = await startSite({ settings: { LOG_LEVEL: 'warn' } })
await site.command('import', process.argv[2] ?? GOLDEN)
const browser = await openBrowser()
mkdirSync(FOLDER, { recursive: true })
for (const { name, path, width, dark, as } of PICTURES) {
  const page = await browser.newPage({
    viewport: { width, height: HEIGHT },
    colorScheme: dark ? 'dark' : 'light',
  })
  if (as !== undefined) await signIn(page, as)
  const answer = as === '' ? await page.reload() : await page.goto(site.url + path)
  if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
  await page.close()
}
await browser.close()
await site.stop()

/** To the list of invented people, and on as the one who is named. */
async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${site.url}/logg-inn`)
  await page.locator('main form button[type=submit]').click()
  if (name === '') return page.getByRole('button', { name: 'Ingrid Namsvatn' }).waitFor()
  await page.getByRole('button', { name }).click()
  await page.locator('.person-menu').waitFor()
}
