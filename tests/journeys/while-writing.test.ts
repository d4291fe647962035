import { expect, test } from 'vitest'
import { goOn } from './announce-need.ts'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, visit } from './visit.ts'

test('what others have done shows below the fields while a need is written, and takes nobody away from them', () =>
  visit('/', async (page) => {
    await signInAs(page, 'Ingrid Namsvatn')
    await page.goto('/behov/nytt')
    await page.locator('[name=title]').fill('Noe for natten')
    await goOn(page)
    const alike = page.locator('[data-similar]')
    expect(await alike.isVisible()).toBe(false)
    await page.locator('[name=outcome]').pressSequentially('Digitalt tilsyn, så de sover uten å bli vekket')
    await alike.waitFor()
    expect(await alike.innerText()).toContain('Digitalt tilsyn')
    expect(await alike.getByRole('link').count()).toBe(0)
    expect(await page.locator('[name=outcome]').inputValue()).toContain('uten å bli vekket')
    await expectAccessible(page)
  }))

test('a draft that says nothing of when and how much has no empty box for it, and a full one has', () =>
  visit('/behov/nytt', async (page) => {
    await signInAs(page, 'Ingrid Namsvatn')
    await page.locator('[name=title]').fill('Noe for natten')
    await goOn(page)
    await page.locator('[name=outcome]').waitFor()
    const draft = page.url().replace('/skriv/hva', '')
    await page.goto(draft)
    await page.getByRole('region', { name: 'For dere' }).waitFor()
    expect(await page.getByRole('region', { name: 'Kort fortalt' }).count()).toBe(0)
    await expectAccessible(page)
    await page.goto(`${draft}/skriv/omfang`)
    await page.locator('[name=amount]').fill('40')
    await page.locator('[name=unit]').fill('brukere')
    await goOn(page)
    await page.waitForURL((address) => !address.pathname.endsWith('/omfang'))
    await page.goto(draft)
    expect(await page.getByRole('region', { name: 'Kort fortalt' }).innerText()).toContain('40 brukere')
  }))
