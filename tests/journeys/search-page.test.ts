import { expect, test } from 'vitest'
import { expectAccessible, PHONE, visit } from './visit.ts'

test('on a phone the facets are folded, and the choice is made with one button', () =>
  visit(
    '/sok?q=trygghetsalarm',
    async (page) => {
      await page.getByText('Avgrens treffene').click()
      await page.getByLabel('Agder').check()
      await page.getByRole('button', { name: 'Bruk valgene' }).click()
      await page.getByRole('link', { name: 'Fjern: Agder' }).waitFor()
      expect(new URL(page.url()).searchParams.get('county')).toBe('42')
      await expectAccessible(page)
    },
    { viewport: PHONE },
  ))

test('with the keyboard alone one skips to the content, searches and opens what is found', () =>
  visit('/', async (page) => {
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Hopp til innholdet')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').getAttribute('name')).toBe('q')
    await page.keyboard.type('vaskeroboter')
    await page.keyboard.press('Enter')
    const hit = page.getByRole('link', { name: 'Vaskeroboter for vanntunneler' })
    await hit.waitFor()
    const isReached = () => hit.evaluate((link) => link === document.activeElement)
    for (let presses = 0; presses < 60 && !(await isReached()); presses += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/anskaffelser/case-009')
    await expectAccessible(page)
  }))

test('nothing found says so, and helps on', () =>
  visit('/nn/sok?q=xqzwv', async (page) => {
    expect(await page.getByRole('status').textContent()).toBe('Ingen treff på xqzwv')
    await page.getByRole('link', { name: 'Vatn og avløp' }).click()
    await page.waitForURL('**/nn/tema/vann-og-avlop')
    await expectAccessible(page)
  }))

test('a possibility is shown with what it depends on, and never as a big number', () =>
  visit('/anskaffelser/case-062', async (page) => {
    const effect = page.getByRole('listitem').filter({ hasText: '0,5–1,5 mrd. kr per stor brukryssing' })
    expect(await effect.textContent()).toContain(
      'Mulig, ikke oppnådd. Forutsetning: hvis teknologien kan brukes på de store kryssingene',
    )
    expect(await page.locator('.figures').getByText('mrd').count()).toBe(0)
    await expectAccessible(page)
  }))
