import { expect, test } from 'vitest'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, PHONE, visit } from './visit.ts'

test('somebody follows a search, finds it among the others, and stops', () =>
  visit('/sok?q=trygghetsalarm', async (page) => {
    await page.getByRole('link', { name: 'Følg dette søket' }).click()
    await signInAs(page, 'contributor')
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Følg dette søket')
    await expectAccessible(page)
    await page.getByLabel('Hva skal vi kalle søket?').fill('')
    await page.getByRole('button', { name: 'Følg søket' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Gi søket et navn')
    await page.getByLabel('Hva skal vi kalle søket?').fill('Alarmer til eldre')
    await page.getByRole('button', { name: 'Følg søket' }).click()

    expect(await page.getByRole('status').first().textContent()).toContain('Nå følger du søket')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Slutt å følge «Alarmer til eldre»' }).click()
    expect(await page.getByRole('main').textContent()).toContain('Du følger ikke lenger det søket')
  }))

test('somebody chooses what to hear of, on a phone, without scripts, in nynorsk', () =>
  visit(
    '/nn/varsler',
    async (page) => {
      await signInAs(page, 'coordinator')
      await page.getByRole('link', { name: 'Vel kva du vil vite om' }).click()
      await page.locator('main').getByRole('group').first().getByLabel('Berre i lista her').check()
      await page.getByRole('button', { name: 'Lagre vala' }).click()
      expect(await page.getByRole('status').textContent()).toContain('Vala er lagra')
      expect(
        await page.locator('main').getByRole('group').first().getByLabel('Berre i lista her').isChecked(),
      ).toBe(true)
    },
    { viewport: PHONE, javaScriptEnabled: false },
  ))
