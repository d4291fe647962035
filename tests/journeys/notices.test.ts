import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { CLOSED_NOTICE, OPEN_NOTICE } from '#src/testing/journey-site.ts'
import { CONTACT, noticeXml } from '#src/testing/notice-xml.ts'
import { runCommand } from '#src/testing/running-site.ts'
import { expectAccessible, visit } from './visit.ts'

const settings = () => ({ DATA_DIR: inject('siteDataDir') })

test('a notice that is imported beside the running site is found there at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spydspiss-import-'))
  const id = '3f0e8f44-1111-4222-8333-00000000bbb1'
  writeFileSync(join(folder, 'notice.xml'), noticeXml({ id, title: 'Snøskuterbasert måling av kvikkleire' }))
  writeFileSync(join(folder, 'broken.xml'), '<?xml version="1.0"?><ContractNotice>')
  writeFileSync(join(folder, 'readme.txt'), 'not a notice')

  const imported = await runCommand(['import', folder, '--json'], settings())

  expect(imported.code, 'one was refused').toBe(1)
  expect(JSON.parse(imported.out.trim().split('\n').at(-1) ?? '')).toMatchObject({
    read: 2,
    stored: 1,
    unchanged: 0,
    superseded: 0,
    quarantined: 1,
    skipped: 1,
  })
  expect(imported.error).toContain('broken.xml')
  await visit('/sok?q=kvikkleire', async (page) => {
    await page.getByRole('link', { name: /Snøskuterbasert måling av kvikkleire/ }).click()
    await page.waitForURL(`**/kunngjoringer/${id}-01`)
    const text = await page.locator('main').innerText()
    expect(text).toContain('Bergen')
    expect(text).toMatch(/1.250.000/)
    await expectAccessible(page)
  })
})

test('importing the same again changes nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spydspiss-import-'))
  writeFileSync(
    join(folder, 'notice.xml'),
    noticeXml({ id: '3f0e8f44-1111-4222-8333-00000000bbb2', title: 'To ganger' }),
  )
  await runCommand(['import', folder], settings())
  const again = await runCommand(['import', folder, '--json'], settings())
  expect(again.code).toBe(0)
  expect(JSON.parse(again.out)).toMatchObject({ read: 1, stored: 0, unchanged: 1 })
})

test('contact persons stand on a notice while it is open', () =>
  visit(`/kunngjoringer/${OPEN_NOTICE.id}-01`, async (page) => {
    expect(await page.locator('main').innerText()).toContain(CONTACT.name)
    await expectAccessible(page)
  }))

test('contact persons are gone when the deadline has passed, and never in search, API or originals', async () => {
  await visit(`/kunngjoringer/${CLOSED_NOTICE.id}-01`, async (page) => {
    expect(await page.content()).not.toContain(CONTACT.name)
    await expectAccessible(page)
  })
  for (const path of [
    `/sok?q=${encodeURIComponent(CONTACT.name)}`,
    `/api/v1/notices/${OPEN_NOTICE.id}-01`,
    `/api/v1/notices/${OPEN_NOTICE.id}-01/original`,
  ]) {
    const answer = await fetch(new URL(path, inject('siteUrl')))
    const text = (await answer.text()).replaceAll(`q=${encodeURIComponent(CONTACT.name)}`, '')
    expect(text, path).not.toContain(CONTACT.email)
    if (!path.startsWith('/sok')) expect(text, path).not.toContain(CONTACT.name)
  }
})

test('a lot with weighted criteria shows them, and CPV stands in words', () =>
  visit(`/kunngjoringer/${OPEN_NOTICE.id}-01`, async (page) => {
    const text = await page.locator('main').innerText()
    expect(text).toContain('Nytte for brukeren')
    expect(text).toMatch(/60\s?%/)
    expect(text).toContain('35121700')
    expect(text).toContain('1. oktober 2026')
    await expectAccessible(page)
  }))
