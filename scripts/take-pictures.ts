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
  /** What that person does on the page before it is pictured. */
  readonly doing?: (page: Page) => Promise<void>
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
  { name: 'radar', path: '/radar?kommune=5043&krets=alle&fra=2026-11', width: 1280 },
  { name: 'need', path: '/behov/nytt', width: 1280, as: 'Ingrid Namsvatn', doing: beginNeed },
  {
    name: 'together',
    path: '/fellesanskaffelser/ny',
    width: 1280,
    as: 'Solveig Børvatn',
    doing: beginTogether,
  },
  { name: 'notice', path: '/kunngjoringer/71d9b7b2-3a57-4a60-8f4b-1d3f63c8a002-01', width: 1280 },
]
/** Enough to see the page by; whole pages would make the repository heavy. */
const HEIGHT = 1000

const site = await startSite({ settings: { LOG_LEVEL: 'warn' } })
await site.command('import', process.argv[2] ?? GOLDEN)
const browser = await openBrowser()
mkdirSync(FOLDER, { recursive: true })
for (const { name, path, width, dark, as, doing } of PICTURES) {
  const page = await browser.newPage({
    viewport: { width, height: HEIGHT },
    colorScheme: dark ? 'dark' : 'light',
  })
  if (as !== undefined) await signIn(page, as)
  const answer = as === '' ? await page.reload() : await page.goto(site.url + path)
  if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`)
  await doing?.(page)
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

/** As far as what others have done that is like it. */
async function beginNeed(page: Page): Promise<void> {
  await page.getByRole('textbox').first().fill('Digitalt tilsyn om natten')
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL(/skriv/)
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL(/noe-som-ligner/)
}

/** As far as the page that tells where the group is, and whose turn it is. */
async function beginTogether(page: Page): Promise<void> {
  await page.getByRole('textbox').nth(0).fill('Digitalt tilsyn om natten')
  await page.getByRole('textbox').nth(1).fill('Tryggere netter for dem som bor hjemme, med færre besøk')
  for (const group of await page.locator('main form fieldset').all())
    await group.getByRole('radio').first().check()
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL((url) => !url.pathname.endsWith('/ny'))
}
