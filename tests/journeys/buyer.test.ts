import { expect, test } from 'vitest'
import { expectAccessible, PHONE, visit } from './visit.ts'

test('a buyer describes a need and finds what others bought for it', () =>
  visit('/', async (page) => {
    await page
      .getByLabel('Skriv et ord, eller beskriv behovet ditt')
      .fill('Vi trenger trygghetsalarm med varsling for eldre som bor hjemme')
    await page.getByRole('button', { name: 'Søk' }).click()
    await page.waitForURL(/\/sok\?q=/)
    await page.getByRole('link', { name: /Trygghets- og varslingsteknologi i Agder/ }).click()

    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toContain('Agder')
    const text = await page.locator('main').innerText()
    expect(text).toContain('Ikke bekreftet av kommunen')
    expect(text).toContain('Konkurransepreget dialog')
    expect(await page.getByRole('link', { name: 'Kristiansand' }).first().getAttribute('href')).toBe(
      '/kommuner/4204',
    )
    await expectAccessible(page)
  }))

test('a search is narrowed by a facet, and the choice can be taken away again', () =>
  visit('/sok?q=trygghetsalarm', async (page) => {
    const before = await page.getByRole('status').first().innerText()
    await page.getByRole('checkbox', { name: /Trøndelag/ }).check()
    await page.waitForURL(/county=50/)
    const narrowed = await page.getByRole('status').first().innerText()
    expect(narrowed).not.toBe(before)
    expect(await page.locator('main').innerText()).toContain('Trondheim')

    await page.getByRole('link', { name: /Fjern.*Trøndelag/i }).click()
    await expect.poll(() => page.url()).not.toContain('county=50')
    expect(await page.getByRole('status').first().innerText()).toBe(before)
    await expectAccessible(page)
  }))

test('a misspelt word is met with a suggestion that gives hits', () =>
  visit('/sok?q=trygghetsalram', async (page) => {
    await page
      .getByRole('link', { name: /trygghetsalarm/ })
      .first()
      .click()
    await expect.poll(() => page.getByRole('status').first().innerText()).toMatch(/[1-9]\d* treff/)
    await expectAccessible(page)
  }))

test('from a case one reaches the solution that came out of it, who sells it and who uses it', () =>
  visit('/anskaffelser/case-009', async (page) => {
    await page.getByRole('link', { name: /TROV/ }).first().click()
    await page.waitForURL('**/losninger/solution-001')
    const text = await page.locator('main').innerText()
    expect(text).toContain('W. Giertsen Vannteknologi')
    expect(text).toContain('Bergen Vann KF')
    await expectAccessible(page)
  }))

test('a small municipality on a phone finds its own page, its neighbours, and those that are like it', () =>
  visit(
    '/kommuner',
    async (page) => {
      await page.getByRole('link', { name: 'Røyrvik' }).first().click()
      await page.waitForURL('**/kommuner/5043')
      const text = await page.locator('main').innerText()
      expect(text).toContain('Elektronisk medisineringsstøtte')
      expect(text).toMatch(/Namsskogan|Lierne/)
      await expectAccessible(page)
    },
    { viewport: PHONE },
  ))

test('an older municipality number leads to the municipality of today', () =>
  visit('/kommuner/1201', async (page) => {
    expect(new URL(page.url()).pathname).toBe('/kommuner/4601')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Bergen')
    await expectAccessible(page)
  }))

test('a grant is told apart from a procurement, and not called one', () =>
  visit('/sok?kind=grant', async (page) => {
    await page.locator('main article a, main li h2 a, main li h3 a').first().click()
    await page.waitForURL('**/anskaffelser/case-*')
    const [top = ''] = (await page.locator('main').innerText()).split('Hva kom ut av det')
    expect(top).toContain('Tilskudd')
    expect(top).not.toMatch(/^Anskaffelse$/m)
    expect(top).not.toMatch(/innovativ anskaffelse/i)
    await expectAccessible(page)
  }))
