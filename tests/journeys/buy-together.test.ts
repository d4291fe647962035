import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, PHONE, visit } from './visit.ts'

const TITLE = 'Nattetilsyn sammen i nord'

const statusOf = (page: Page) => page.getByRole('status').textContent()

test('a coordinator begins, a small municipality says yes on a phone without JavaScript, and the group goes on', async () => {
  let address = ''
  await visit('/fellesanskaffelser', async (page) => {
    await signInAs(page, 'Solveig Børvatn')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Start en fellesanskaffelse' }).click()
    await page.getByLabel('Hva skal dere kjøpe sammen?').fill(TITLE)
    await page.getByRole('button', { name: 'Start' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Skriv noe her')
    expect(await page.getByLabel('Hva skal dere kjøpe sammen?').inputValue()).toBe(TITLE)
    await expectAccessible(page)
    await page.getByLabel('Hva skal bli bedre, og for hvem?').fill('Flere sover om natten')
    await page.getByLabel('Må tilpasses').check()
    await page.getByRole('button', { name: 'Start' }).click()
    await page.waitForURL(/varsel=startet/)
    address = new URL(page.url()).pathname
    expect(await page.getByRole('main').textContent()).toContain('Minst to må ha sagt')
    await expectAccessible(page)

    await page.getByRole('link', { name: 'Deltakere', exact: true }).click()
    await page.getByLabel('Kommune eller annen offentlig virksomhet').fill('Røyrvik')
    await page.getByRole('button', { name: 'Inviter' }).click()
    await page.waitForURL(/varsel=invitert/)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Opplysninger' }).click()
    await expectAccessible(page)
  })

  await visit(
    '/fellesanskaffelser',
    async (page) => {
      await signInAs(page, 'Odd Limingen')
      await page.getByRole('link', { name: TITLE }).click()
      await page.getByRole('button', { name: 'Ja, vi er interessert' }).click()
      expect(await statusOf(page)).toContain('Svaret er lagret')
      await page.getByRole('link', { name: 'Deltakere', exact: true }).click()
      await page.getByRole('link', { name: /^Se og fyll ut/ }).click()
      await page.locator('#del-anchoring + details > summary').click()
      await page.locator('form:has([value=anchoring])').getByRole('button').click()
      expect(await page.getByRole('alert').textContent()).toContain('Velg ett av svarene')
    },
    { viewport: PHONE, javaScriptEnabled: false },
  )

  await visit(address, async (page) => {
    await signInAs(page, 'Solveig Børvatn')
    await page.getByRole('button', { name: 'Gå videre til «Gruppe»' }).click()
    expect(await statusOf(page)).toContain('Steget er tatt')
    expect(await page.locator('[aria-current="step"]').textContent()).toContain('Gruppe')
    expect(await page.getByRole('table').textContent()).toContain('Røyrvik')
    await expectAccessible(page)
  })
})
