import { expect, inject, test } from 'vitest'
import { OPEN_NOTICE } from '#src/testing/journey-site.ts'
import { expectAccessible, PHONE, visit } from './visit.ts'

test('with the keyboard alone one walks down the tree of themes to a concept and what is about it', () =>
  visit('/tema', async (page) => {
    const top = page.locator('summary', { hasText: 'Avfall og renovasjon' })
    await top.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Alt om Avfall og renovasjon')
    const below = page.locator('summary', { hasText: 'Innsamling av avfall' }).first()
    await below.focus()
    await page.keyboard.press('Enter')
    await expectAccessible(page)
    const link = page.getByRole('link', { name: 'Renovasjonsbil', exact: true }).first()
    await link.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/tema/renovasjonsbil')
    const text = await page.locator('main').innerText()
    expect(text).toContain('søppelbil')
    expect(text).toContain('Første elektriske renovasjonsbiler')
    await expectAccessible(page)
  }))

test('a theme is found by another word for it, without JavaScript and on a phone', () =>
  visit(
    '/nn/tema',
    async (page) => {
      await page.getByRole('searchbox', { name: 'Finn eit tema' }).fill('bossbil')
      await page.getByRole('button', { name: 'Finn', exact: true }).click()
      await page.waitForURL(/\/nn\/tema\?q=bossbil/)
      await page.getByRole('link', { name: /Renovasjonsbil/ }).click()
      await page.waitForURL('**/nn/tema/renovasjonsbil')
      expect(await page.locator('h1').innerText()).toBe('Renovasjonsbil')
    },
    { javaScriptEnabled: false, viewport: PHONE },
  ))

test('a word that no theme has helps on', () =>
  visit('/tema?q=xqzwv', async (page) => {
    expect(await page.locator('main').innerText()).toContain('Ingen temaer heter noe med «xqzwv»')
    await page.getByRole('link', { name: 'søk i alt vi har' }).click()
    await page.waitForURL(/\/sok\?q=xqzwv/)
  }))

test('the figures are those of what one finds, with what is narrower and without', () =>
  visit('/tema/samferdsel', async (page) => {
    const choice = (name: RegExp) => page.getByRole('link', { name })
    const counted = async (name: RegExp) => Number(/\d+/.exec((await choice(name).textContent()) ?? '')?.[0])
    const [all, own] = [await counted(/^Med alt som ligger under/), await counted(/^Bare dette/)]
    expect(all).toBeGreaterThan(own)
    await choice(/^Bare dette/).click()
    await page.waitForURL(/narrower=no/)
    expect(await page.locator('.hits > li').count()).toBe(own)
    await expectAccessible(page)
  }))

test('the thesaurus can be taken from the page, under names that are the addresses of the pages', async () => {
  await visit('/tema/renovasjonsbil', async (page) => {
    const file = page.getByRole('link', { name: 'Turtle' })
    const [href, alternate] = [
      await file.getAttribute('href'),
      await page.locator('head link[rel=alternate][type="text/turtle"]').getAttribute('href'),
    ]
    expect(alternate).toBe(href)
    const answer = await fetch(new URL(href ?? '', inject('siteUrl')))
    expect(answer.headers.get('content-type')).toBe('text/turtle; charset=utf-8')
    const turtle = await answer.text()
    const [name] = /<[^>]+\/tema\/renovasjonsbil>/.exec(turtle) ?? []
    expect(name).toBe(`<${page.url()}>`)
  })
})

test('a case that is alike says why, and leads to what both are about', () =>
  visit('/anskaffelser/case-038', async (page) => {
    const alike = page.locator('section[aria-labelledby=ligner]')
    await alike.getByText('Begge gjelder').first().waitFor()
    await alike.getByRole('link', { name: 'Renovasjonsbil', exact: true }).first().click()
    await page.waitForURL('**/tema/renovasjonsbil')
  }))

test('from a notice one reaches those who have bought the same, or is told what to do when nobody has shared it', () =>
  visit(`/kunngjoringer/${OPEN_NOTICE.id}-01`, async (page) => {
    const others = page.locator('section[aria-labelledby=andre]')
    const cases = others.locator('article')
    if ((await cases.count()) > 0) {
      expect(await others.getByText('Begge gjelder').count()).toBe(await cases.count())
      await cases.first().getByRole('link').first().click()
      await page.waitForURL(/\/anskaffelser\/case-/)
    } else {
      await others.getByRole('link', { name: 'Søk med egne ord' }).click()
      await page.waitForURL(/\/sok\?q=.*type=case/)
    }
  }))
