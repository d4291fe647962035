import { expect, test } from 'vitest'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, PHONE, visit } from './visit.ts'

test('a buyer in Røyrvik takes a case into use, on a phone', () =>
  visit(
    '/anskaffelser/case-016',
    async (page) => {
      await expectAccessible(page)
      await page.getByRole('link', { name: 'Ta i bruk', exact: true }).click()
      await signInAs(page, 'contributor')
      await expect
        .poll(() => page.getByRole('heading', { level: 1 }).textContent())
        .toBe('Ta det i bruk hos dere')
      await expectAccessible(page)
      const main = page.getByRole('main')
      expect(await main.textContent()).toContain('ingen rett til å kjøpe fra samme leverandør')

      await page.getByLabel('Volumet der').fill('mange')
      await page.getByLabel('Volumet hos dere').fill('20')
      await page.getByLabel('Hva gjør dere annerledes?').fill('Vi begynner med ett bosted.')
      await page.getByRole('button', { name: 'Ta i bruk og lag utkast' }).click()
      expect(await page.getByRole('alert').textContent()).toContain('Skriv et tall større enn null')
      expect(await page.getByLabel('Hva gjør dere annerledes?').inputValue()).toBe(
        'Vi begynner med ett bosted.',
      )
      await expectAccessible(page)

      await page.getByLabel('Volumet der').fill('400')
      await page.getByRole('button', { name: 'Ta i bruk og lag utkast' }).click()
      expect(await page.getByRole('status').textContent()).toContain('dere er i gang')
      await expectAccessible(page)

      await page.getByLabel('Avsluttet').check()
      await page.getByRole('button', { name: 'Lagre steget' }).click()
      expect(await page.getByRole('alert').textContent()).toContain('Skriv hvorfor')
      await page.getByLabel('I bruk').check()
      await page.getByRole('button', { name: 'Lagre steget' }).click()
      expect(await page.getByRole('status').textContent()).toContain('Steget er lagret')
      expect(await page.locator('[aria-current="step"]').textContent()).toContain('I bruk')

      await page.goto(new URL('/mine-adopsjoner', page.url()).href)
      await expectAccessible(page)
      await page.goto(new URL('/anskaffelser/case-016', page.url()).href)
      expect(await main.textContent()).toContain('Disse har selv fortalt det her')
      await page.getByRole('link', { name: 'Se hvordan det har spredt seg' }).click()
      expect(await page.getByRole('table').textContent()).toContain('Røyrvik')
      await expectAccessible(page)
    },
    { viewport: PHONE },
  ))
