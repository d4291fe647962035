import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, PHONE, visit } from './visit.ts'

const LABEL = {
  nb: 'Skriv et ord, eller beskriv behovet ditt',
  nn: 'Skriv eit ord, eller skildre behovet ditt',
}

const marked = (page: Page) => page.locator('[role=option][aria-selected=true] .suggestion-text')
// The order of the hits is a list one chooses from too.
const options = (page: Page) => page.getByRole('listbox').getByRole('option')
const told = (page: Page) => page.locator('[aria-live=polite]').first()

test('with the keyboard alone one walks through the suggestions, takes them away, and opens one', () =>
  visit('/sok', async (page) => {
    const field = page.getByRole('combobox', { name: LABEL.nb })
    await field.focus()
    expect(await field.getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.type('søppelbi')
    const renovasjonsbil = page.getByRole('option', { name: /Renovasjonsbil \(søppelbil\)/ })
    await renovasjonsbil.waitFor()
    expect(await field.getAttribute('aria-expanded')).toBe('true')
    await expectAccessible(page)

    await page.keyboard.press('ArrowDown')
    expect(await field.getAttribute('aria-activedescendant')).toBe(
      await options(page).first().getAttribute('id'),
    )
    await page.keyboard.press('ArrowUp')
    expect(await field.getAttribute('aria-activedescendant')).toBeNull()
    await page.keyboard.press('ArrowUp')
    expect(await marked(page).textContent()).toBe(
      await options(page).last().locator('span').first().textContent(),
    )

    await page.keyboard.press('Escape')
    expect(await field.getAttribute('aria-expanded')).toBe('false')
    expect(await field.inputValue()).toBe('søppelbi')
    await page.keyboard.type('l')
    await renovasjonsbil.waitFor()
    for (let presses = 0; presses < 10; presses += 1) {
      await page.keyboard.press('ArrowDown')
      if ((await marked(page).textContent())?.startsWith('Renovasjonsbil')) break
    }
    await page.keyboard.press('Enter')
    await page.waitForURL('**/tema/renovasjonsbil')
    await expectAccessible(page)
  }))

test('how many there are is told in the language of the reader', () =>
  visit('/nn/sok', async (page) => {
    await page.getByRole('combobox', { name: LABEL.nn }).pressSequentially('trygghets')
    await options(page).first().waitFor()
    expect(await told(page).textContent()).toBe(`${await options(page).count()} framlegg, bla med piltastane`)
    await page.getByRole('combobox', { name: LABEL.nn }).fill('qxzwv')
    await expect.poll(() => told(page).textContent()).toBe('Ingen framlegg')
    expect(await page.getByRole('listbox').count()).toBe(0)
  }))

test('words that are chosen are searched for with what else is chosen on the page', () =>
  visit('/sok?county=46', async (page) => {
    await page.getByRole('combobox', { name: LABEL.nb }).pressSequentially('velferdstek')
    await page.getByRole('option', { name: 'velferdsteknologi Søk', exact: true }).click()
    await page.waitForURL(/\/sok\?q=velferdsteknologi/)
    expect(new URL(page.url()).searchParams.getAll('county')).toEqual(['46'])
  }))

test('on a phone the suggestions lie below the field, nothing moves, and a finger can hit them', () =>
  visit(
    '/',
    async (page) => {
      const field = page.getByLabel(LABEL.nb)
      const below = page.locator('.try')
      const before = await below.boundingBox()
      await field.pressSequentially('bodø')
      const place = page.getByRole('option', { name: /^Bodø/ })
      await place.waitFor()
      const [box, at] = [await field.boundingBox(), await options(page).first().boundingBox()]
      expect((at?.y ?? 0) - ((box?.y ?? 0) + (box?.height ?? 0))).toBeLessThan(20)
      expect(at?.height).toBeGreaterThanOrEqual(44)
      expect(await below.boundingBox()).toEqual(before)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
      await expectAccessible(page)
      await page.getByRole('option', { name: /Bodø.*Kommune/ }).click()
      await page.waitForURL('**/kommuner/1804')
    },
    { viewport: PHONE },
  ))

test('what was asked while typing goes on is let go of, and only the last answer is shown', () =>
  visit('/sok', async (page) => {
    const asked: string[] = []
    await page.route('**/api/v1/suggest*', async (route) => {
      const q = new URL(route.request().url()).searchParams.get('q') ?? ''
      asked.push(q)
      if (q === 'vask') await new Promise((late) => setTimeout(late, 1500))
      await route.continue().catch(() => {})
    })
    const failed: string[] = []
    page.on('requestfailed', (request) => failed.push(new URL(request.url()).searchParams.get('q') ?? ''))
    const field = page.getByRole('combobox', { name: LABEL.nb })
    await field.fill('vask')
    await expect.poll(() => asked).toContain('vask')
    await field.fill('trygghetsal')
    await page
      .getByRole('option', { name: /trygghetsalarm/i })
      .first()
      .waitFor()
    await expect.poll(() => failed).toContain('vask')
    expect(await options(page).filter({ hasText: 'vask' }).count()).toBe(0)
  }))

test('a network that fails is passed over in silence, and the field searches as it always does', () =>
  visit('/sok', async (page) => {
    await page.route('**/api/v1/suggest*', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Logg inn på nettet</h1>' }),
    )
    const field = page.getByRole('combobox', { name: LABEL.nb })
    await field.pressSequentially('trygghetsalarm')
    await page.waitForTimeout(400)
    expect(await field.getAttribute('aria-expanded')).toBe('false')
    expect(await told(page).textContent()).toBe('')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/sok\?q=trygghetsalarm/)
  }))

test('without JavaScript the field is a plain field', () =>
  visit(
    '/sok',
    async (page) => {
      expect(await page.getByRole('combobox', { name: LABEL.nb }).count()).toBe(0)
      await page.getByRole('searchbox', { name: LABEL.nb }).fill('trygghetsalarm')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/sok\?q=trygghetsalarm/)
    },
    { javaScriptEnabled: false },
  ))
