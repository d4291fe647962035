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
