import { expect, test } from 'vitest'
import { importNotices } from '#src/modules/notices/index.ts'
import { readConfig } from '#src/platform/config.ts'
import { withDatabase } from '#src/testing/database.ts'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { aDocument, documentPeople } from '#src/testing/shared-documents.ts'
import { aToldStop } from '#src/testing/stops.ts'
import type { WebProgram } from './context.ts'
import { seoFiles } from './seo-files.ts'
import { PAGES_A_SITEMAP } from './sitemap.ts'

const now = () => new Date('2026-11-21T12:00:00Z')
const SITE = 'http://localhost:3000'
const idOf = (at: number) => `0b9d7d10-5d0f-4d0c-9a35-${String(at).padStart(12, '0')}`

/** The files over seven notices, one of them in two versions, with three notices in each sitemap. */
function withFiles(work: (ask: (path: string) => Promise<Response>) => Promise<void>): Promise<void> {
  return withDatabase(async (db) => {
    async function* notices() {
      for (let at = 1; at <= 7; at += 1)
        yield { name: `${at}.xml`, bytes: new TextEncoder().encode(noticeXml({ id: idOf(at) })) }
      yield { name: '8.xml', bytes: new TextEncoder().encode(noticeXml({ id: idOf(7), version: '02' })) }
    }
    await importNotices({ db, now }, notices())
    const files = seoFiles({ db, now, config: readConfig({}) } as unknown as WebProgram, 3)
    await work(async (path) => files.request(`${SITE}${path}`))
  })
}

const addressesIn = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, one]) => one ?? '')

test('the sitemap leads to others, which together hold every notice once in each language', () =>
  withFiles(async (ask) => {
    const index = await (await ask('/sitemap.xml')).text()
    const parts = addressesIn(index).filter((one) => one.includes('notices'))
    expect(parts).toEqual([1, 2, 3].map((number) => `${SITE}/sitemap-notices-${number}.xml`))
    expect(index).toContain('<lastmod>2026-11-21T12:00:00.000Z</lastmod>')

    const found: string[] = []
    for (const part of parts) {
      const answer = await ask(new URL(part).pathname)
      expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8')
      const addresses = addressesIn(await answer.text())
      expect(addresses.length).toBeLessThanOrEqual(9)
      found.push(...addresses)
    }
    expect(new Set(found).size).toBe(found.length)
    expect(found.filter((one) => one.startsWith(`${SITE}/kunngjoringer/`))).toEqual(
      [1, 2, 3, 4, 5, 6]
        .map((at) => `${SITE}/kunngjoringer/${idOf(at)}-01`)
        .concat(`${SITE}/kunngjoringer/${idOf(7)}-02`),
    )
    expect(found).toContain(`${SITE}/nn/kunngjoringer/${idOf(1)}-01`)
  }))

test('all other pages stand in sitemaps of their own', () =>
  withFiles(async (ask) => {
    const parts = addressesIn(await (await ask('/sitemap.xml')).text()).filter((one) => one.includes('pages'))
    const all = await Promise.all(parts.map(async (part) => (await ask(new URL(part).pathname)).text()))
    const addresses = all.flatMap(addressesIn)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses).toEqual(expect.arrayContaining([`${SITE}/`, `${SITE}/nn/om-data`, `${SITE}/en/tema`]))
    expect(all.every((xml) => addressesIn(xml).length <= 9 && xml.endsWith('</urlset>\n'))).toBe(true)
  }))

test('a sitemap that is not in the list does not exist', () =>
  withFiles(async (ask) => {
    for (const path of [
      '/sitemap-notices-4.xml',
      '/sitemap-notices-0.xml',
      '/sitemap-pages-999.xml',
      '/sitemap-others-1.xml',
    ])
      expect((await ask(path)).status, path).toBe(404)
  }))

test('no sitemap has more addresses than search engines read', () => {
  expect(PAGES_A_SITEMAP * 3).toBeLessThanOrEqual(50_000)
})

test('where faults are told is in security.txt when the one who runs the site has said it, and good for a while', async () => {
  const ask = (settings: Record<string, string>) =>
    seoFiles({ now, config: readConfig(settings) } as unknown as WebProgram).request(
      `${SITE}/.well-known/security.txt`,
    )
  expect((await ask({})).status).toBe(404)
  const answer = await ask({ SECURITY_CONTACT: 'mailto:sikkerhet@bodo.example' })
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; charset=utf-8$/i)
  expect(await answer.text()).toBe(
    [
      'Contact: mailto:sikkerhet@bodo.example',
      'Expires: 2027-05-20T00:00:00Z',
      'Preferred-Languages: nb, nn, en',
      `Canonical: ${SITE}/.well-known/security.txt`,
      '',
    ].join('\n'),
  )
  expect(() => readConfig({ SECURITY_CONTACT: 'javascript:alert(1)' })).toThrow()
})

test('stories and documents that everybody may read stand in the sitemap, and no others', () =>
  withDatabase(async (db) => {
    const { coordinator } = await documentPeople(db)
    const told = { theme: null, visibility: 'all' as const }
    const stop = await aToldStop({ db, now }, coordinator, told)
    const hidden = await aToldStop({ db, now }, coordinator, { ...told, visibility: 'organisation' })
    const open = await aDocument(db, coordinator, { description: { visibility: 'all' } })
    const inside = await aDocument(db, coordinator)
    const files = seoFiles({ db, now, config: readConfig({}) } as unknown as WebProgram)
    const addresses = addressesIn(await (await files.request(`${SITE}/sitemap-pages-1.xml`)).text())
    expect(addresses).toContain(`${SITE}/hva-stoppet-oss/${stop}`)
    expect(addresses).toContain(`${SITE}/nn/dokumenter/${open}`)
    for (const id of [hidden, inside]) expect(addresses.filter((one) => one.includes(id))).toEqual([])
  }))
