import { expect, test } from 'vitest'
import { PHONE, visit } from './visit.ts'

test('searching, narrowing and reading work without JavaScript', () =>
  visit(
    '/',
    async (page) => {
      await page.getByLabel('Skriv et ord, eller beskriv behovet ditt').fill('trygghetsalarm')
      await page.getByRole('button', { name: 'Søk' }).click()
      await page.waitForURL(/\/sok\?q=trygghetsalarm/)
      const found = await page.getByRole('status').first().innerText()
      expect(found).toMatch(/[1-9]\d* treff/)

      await page.getByText('Avgrens treffene').click()
      await page.locator('summary', { hasText: 'Alene eller sammen' }).click()
      await page.getByRole('checkbox', { name: /Sammen med andre/ }).check()
      await page
        .getByRole('button', { name: /Vis treff|Bruk|Avgrens/ })
        .first()
        .click()
      await page.waitForURL(/joint=true/)
      expect(await page.getByRole('status').first().innerText()).not.toBe(found)
    },
    { javaScriptEnabled: false, viewport: PHONE },
  ))

test('the keyboard reaches the content past the menu', () =>
  visit('/sok?q=alarm', async (page) => {
    await page.keyboard.press('Tab')
    const first = page.locator(':focus')
    expect(await first.innerText()).toMatch(/Hopp til/)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => location.hash)).not.toBe('')
  }))
