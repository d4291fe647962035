import { expect, test } from 'vitest'
import { expectAccessible, visit } from './visit.ts'

test('the whole way from the front page to a case in nynorsk', () =>
  visit('/nn', async (page) => {
    await page.getByRole('textbox').fill('trygghetsalarm')
    await page.getByRole('button', { name: 'Søk' }).click()
    await page.waitForURL(/\/nn\/sok\?q=/)
    await page.getByRole('link', { name: /Trygghets- og varslingsteknologi i Agder/ }).click()
    await page.waitForURL('**/nn/anskaffelser/case-016')
    const text = await page.locator('main').innerText()
    expect(text).toContain('Ikkje stadfesta av kommunen')
    expect(await page.locator('h1').getAttribute('lang'), 'what the case says is bokmål').toBe('nb')
    await expectAccessible(page)
  }))

test('a guest reads in English, and what is Norwegian is marked as such', () =>
  visit('/en/anskaffelser/case-016', async (page) => {
    expect(await page.locator('main').innerText()).toContain('Not confirmed by the municipality')
    expect(await page.locator('h1').getAttribute('lang')).toBe('nb')
    await page.getByRole('link', { name: 'Bokmål' }).click()
    expect(new URL(page.url()).pathname).toBe('/anskaffelser/case-016')
    await expectAccessible(page)
  }))

test('changing language keeps the search', () =>
  visit('/sok?q=overvann&type=case', async (page) => {
    await page.getByRole('link', { name: 'Nynorsk' }).click()
    await expect.poll(() => page.url()).toMatch(/\/nn\/sok\?q=overvann&type=case/)
    await expectAccessible(page)
  }))
