import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FakeDoffin, startFakeDoffin } from '#src/testing/fake-doffin.ts'
import { type FakeTed, startFakeTed } from '#src/testing/fake-ted.ts'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { type RunningSite, startSite } from '#src/testing/running-site.ts'
import { expectAccessible, PHONE, visit, WIDE } from './visit.ts'

const yesterday = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10)
let [ted, doffin, site]: [FakeTed | null, FakeDoffin | null, RunningSite | null] = [null, null, null]

beforeAll(async () => {
  const xml = noticeXml({ id: '0b9d7d10-5d0f-4d0c-9a35-00000000ccc1', title: 'Hentet av seg selv' })
  ted = await startFakeTed([{ number: '123456-2026', xml, publishedOn: yesterday }])
  doffin = await startFakeDoffin([])
  site = await startSite({
    settings: {
      LOG_LEVEL: 'error',
      IMPORT_DAILY: 'ted,doffin',
      TED_URL: ted.url,
      TED_XML_URL: ted.url,
      DOFFIN_URL: doffin.url,
      DOFFIN_API_KEY: 'a key that Doffin does not know',
    },
  })
})
afterAll(async () => {
  await site?.stop()
  await ted?.close()
  await doffin?.close()
})

test.each([WIDE, PHONE])(
  'how the fetching goes is told on /om-data, for everybody to read',
  async (viewport) => {
    const address = `${site?.url}/om-data`
    await expect
      .poll(async () => (await fetch(address)).text(), { timeout: 60_000 })
      .toMatch(/nøkkelen[\s\S]*1 ny/)
    await visit(
      address,
      async (page) => {
        const table = page.getByRole('table', { name: /hentingen/i })
        const tedRow = table.getByRole('row', { name: /^TED/ })
        expect(await tedRow.textContent()).toContain('1 ny')
        const doffinRow = table.getByRole('row', { name: /^Doffin/ })
        expect(await doffinRow.textContent()).toMatch(/nøkkel/i)
        await expectAccessible(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
      },
      { viewport },
    )
  },
)
