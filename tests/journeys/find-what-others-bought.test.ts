import type { Browser, Page } from 'playwright-core'
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

test('a buyer describes a need, narrows the hits, and reads how Agder did it', async () => {
  const page = await open('/')
  await page.getByLabel('Skriv et ord, eller beskriv behovet ditt').fill('trygghetsalarm for hjemmeboende')
  await page.getByRole('button', { name: 'Søk' }).click()
  await page.getByLabel('Agder').click()
  await page.getByRole('link', { name: 'Fjern: Agder' }).waitFor()
  await page.getByRole('link', { name: /Trygghets- og varslingsteknologi i Agder/ }).click()
  expect(new URL(page.url()).pathname).toBe('/anskaffelser/case-016')
  expect(await page.getByText('Ikke bekreftet av kommunen', { exact: true }).count()).toBe(1)
  expect(await page.getByRole('link', { name: 'Kristiansand' }).getAttribute('href')).toBe('/kommuner/4204')
  expect(await accessibilityProblems(page)).toEqual([])
})

test('the same works without scripts, by the button', async () => {
  const page = await open('/', { javaScriptEnabled: false })
  await page.getByLabel('Skriv et ord, eller beskriv behovet ditt').fill('trygghetsalarm')
  await page.getByRole('button', { name: 'Søk' }).click()
  await page.getByLabel('Agder').check()
  await page.getByRole('button', { name: 'Bruk valgene' }).click()
  expect(await page.getByRole('status').textContent()).toMatch(/^\d+ treff på trygghetsalarm$/)
  expect(await page.getByRole('link', { name: 'Fjern: Agder' }).count()).toBe(1)
  const titles = await page.getByRole('heading', { level: 2 }).allTextContents()
  expect(titles).toContain('Trygghets- og varslingsteknologi i Agder – felles anskaffelse og alarmsentral')
})

test('on a phone the facets are folded, and the choice is made with one button', async () => {
  const page = await open('/sok?q=trygghetsalarm', { viewport: { width: 390, height: 844 } })
  await page.getByText('Avgrens treffene').click()
  await page.getByLabel('Agder').check()
  await page.getByRole('button', { name: 'Bruk valgene' }).click()
  await page.getByRole('link', { name: 'Fjern: Agder' }).waitFor()
  expect(new URL(page.url()).searchParams.get('county')).toBe('42')
  expect(await accessibilityProblems(page)).toEqual([])
})

test('nothing found says so, and helps on', async () => {
  const page = await open('/nn/sok?q=xqzwv')
  expect(await page.getByRole('status').textContent()).toBe('Ingen treff på xqzwv')
  await page.getByRole('link', { name: 'Vatn og avløp' }).click()
  expect(new URL(page.url()).pathname).toBe('/nn/tema/vann-og-avlop')
  expect(await accessibilityProblems(page)).toEqual([])
})

test('a grant is told apart from a procurement', async () => {
  const page = await open('/anskaffelser/case-184')
  await page.getByText('Dette er et tilskudd, ikke en anskaffelse.').waitFor()
  expect(await page.getByText('Kan dere bruke dette?').count()).toBe(0)
  expect(await accessibilityProblems(page)).toEqual([])
})

test('a possibility is shown with what it depends on, and never as a big number', async () => {
  const page = await open('/anskaffelser/case-062')
  const effect = page.getByRole('listitem').filter({ hasText: '0,5–1,5 mrd. kr per stor brukryssing' })
  expect(await effect.textContent()).toContain(
    'Mulig, ikke oppnådd. Forutsetning: hvis teknologien kan brukes på de store kryssingene',
  )
  expect(await page.locator('.figures').getByText('mrd').count()).toBe(0)
  expect(await accessibilityProblems(page)).toEqual([])
})

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    bypassCSP: true,
    ...options,
  })
  const page = await context.newPage()
  await page.goto(site.url + path)
  return page
}
