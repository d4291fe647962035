import { expect, test } from 'vitest'
import { DEMO_PEOPLE } from '#src/modules/identity/demo/demo-people.ts'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, PHONE, visit, WIDE } from './visit.ts'

const LISTED = DEMO_PEOPLE.filter((person) => !person.isUnlisted)

test.each(LISTED)('$name signs in, is shown, and signs out', ({ name, role, place, alsoAt }) =>
  visit('/om', async (page) => {
    await page.getByRole('link', { name: 'Logg inn' }).click()
    await signInAs(page, name)
    if (alsoAt) await page.getByRole('button', { name: 'Averøy kommune' }).click()
    expect(new URL(page.url()).pathname).toBe('/om')
    const menu = page.locator('.person-menu > summary')
    expect(await menu.innerText()).toContain(name)
    const shown = { curator: 'Redaktør', administrator: 'Administrator' }
    const forWhom =
      place === null ? shown[role as keyof typeof shown] : 'name' in place ? place.name : 'kommune'
    expect(await menu.innerText()).toContain(forWhom)
    await menu.click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Logg ut' }).click()
    await page.waitForURL('**/logg-ut')
    expect(await page.locator('h1').innerText()).toBe('Du er logget ut')
    expect(await page.locator('.person-menu').count()).toBe(0)
  }),
)

test('signing in and out works in nynorsk, on a phone, without JavaScript', () =>
  visit(
    '/nn/tema',
    async (page) => {
      await page.getByRole('link', { name: 'Logg inn' }).click()
      await page.getByRole('button', { name: 'Vel ein person' }).click()
      await page.getByRole('button', { name: /Solveig Børvatn/ }).click()
      await page.waitForURL('**/nn/tema')
      await page.locator('.person-menu > summary').click()
      await page.getByRole('button', { name: 'Logg ut' }).click()
      await page.waitForURL('**/nn/logg-ut')
    },
    { viewport: PHONE, javaScriptEnabled: false },
  ))

test.each([PHONE, WIDE])('the pages on the way are accessible, $width wide', (viewport) =>
  visit(
    '/logg-inn',
    async (page) => {
      const fits = async () => {
        await expectAccessible(page)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width, page.url()).toBeLessThanOrEqual(viewport.width)
      }
      await page.getByRole('button', { name: 'Velg en person' }).click()
      await page.getByRole('button', { name: /Bente Ulriken/ }).waitFor()
      await fits()
      await page.getByRole('button', { name: /Bente Ulriken/ }).click()
      await page.locator('.person-menu > summary').click()
      await fits()
      for (const path of ['/mine-okter', '/velg-virksomhet']) {
        await page.goto(path)
        await fits()
      }
    },
    { viewport },
  ),
)

test('signing out everywhere ends the other browser too', () =>
  visit('/', async (page) => {
    await signInAs(page, 'Jonas Saltstraum')
    await visit('/', async (other) => {
      await signInAs(other, 'Jonas Saltstraum')
      await other.goto('/mine-okter')
      expect(await other.locator('.session').count()).toBeGreaterThanOrEqual(2)
      await expectAccessible(other)
      await other.getByRole('button', { name: 'Logg ut overalt' }).click()
      await other.waitForURL('**/logg-ut')
    })
    await page.goto('/mine-okter')
    await page.waitForURL('**/logg-inn?til=%2Fmine-okter')
  }))

test('one of several sessions is ended by itself', () =>
  visit('/', async (page) => {
    await signInAs(page, 'Odd Limingen')
    await visit('/', async (other) => {
      await signInAs(other, 'Odd Limingen')
      await page.goto('/mine-okter')
      await page
        .getByRole('button', { name: /Avslutt økten/ })
        .first()
        .click()
      expect(await page.getByRole('status').innerText()).toContain('Økten er avsluttet')
      await other.goto('/mine-okter')
      await other.waitForURL('**/logg-inn?til=**')
    })
  }))

test('going back to a sign-in that is used is answered calmly, with a way on', () =>
  visit('/en', async (page) => {
    await page.getByRole('link', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Choose a person' }).click()
    const people = page.url()
    await page.getByRole('button', { name: 'Nina Blefjell' }).click()
    await page.locator('.person-menu').waitFor()
    await page.context().clearCookies()
    await page.goto(people)
    await page.waitForURL('**/en/logg-inn?feil=unknownSignIn')
    expect(await page.getByRole('alert').innerText()).toContain('Please start again')
    await expectAccessible(page)
    await signInAs(page, 'Nina Blefjell')
  }))

test('a page that needs one to be signed in leads there, and back', () =>
  visit('/nn/mine-okter', async (page) => {
    expect(new URL(page.url()).pathname).toBe('/nn/logg-inn')
    await signInAs(page, 'curator')
    expect(new URL(page.url()).pathname).toBe('/nn/mine-okter')
  }))

test('whoever works in two municipalities chooses, always sees which, and changes', () =>
  visit('/nn/tema', async (page) => {
    await signInAs(page, 'Mona Jostedal')
    await page.waitForURL('**/nn/velg-virksomhet?til=%2Fnn%2Ftema')
    const shown = () => page.locator('.person-menu > summary').innerText()
    expect(await shown()).toContain('Inga verksemd')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Tingvoll kommune' }).click()
    await page.waitForURL('**/nn/tema')
    expect(await shown()).toContain('Tingvoll kommune')
    await page.locator('.person-menu > summary').click()
    await page.getByRole('link', { name: 'Byt verksemd' }).click()
    await page.getByRole('button', { name: 'Averøy kommune' }).click()
    await page.waitForURL('**/nn/tema')
    expect(await shown()).toContain('Averøy kommune')
  }))
