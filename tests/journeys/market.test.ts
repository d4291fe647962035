import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, PHONE, visit } from './visit.ts'

const SECRET = 'Foten på trappen måler vekten med en fjær av tvillingglass fra Ålesund.'

test('a supplier answers openly and then in confidence, and what is learnt is the same for all', async () => {
  let need = ''
  await visit('/behov/nytt', async (page) => {
    await signInAs(page, 'Solveig Børvatn')
    need = await announceNeed(page)
    expect(await page.getByRole('main').textContent()).toContain('Ingen har svart ennå')
    await expectAccessible(page)
  })

  await visit(
    need,
    async (page) => {
      await page.getByRole('link', { name: 'Svar på behovet' }).click()
      await signInAs(page, 'supplier')
      await expectAccessible(page)
      await page.getByLabel('Har', { exact: true }).check()
      await page.getByLabel('Åpent for alle').check()
      await page.getByLabel('Fortell om det').fill('En matte nederst i trappen, 89,- per måned')
      await page.getByRole('button', { name: 'Send svaret' }).click()
      expect(await page.getByRole('alert').textContent()).toContain('Her står en pris («89,-»)')
      await expectAccessible(page)
      await page.getByLabel('Fortell om det').fill('En matte nederst i trappen som merker fall.')
      await page.getByRole('button', { name: 'Send svaret' }).click()
      expect(await page.getByRole('status').textContent()).toContain('Svaret er gitt')

      await page.getByText('Trekk svaret', { exact: true }).click()
      await page.getByRole('button', { name: 'Trekk svaret nå' }).click()
      await page.getByLabel('Vil utvikle').check()
      await page.getByLabel('Forretningshemmelighet', { exact: true }).check()
      await page.getByLabel('Fortell om det').fill(SECRET)
      await page.getByLabel('Hvorfor ville det skade').fill('Ingen andre har sett fjæren')
      await page.getByRole('button', { name: 'Send svaret' }).click()
      expect(await page.getByRole('main').textContent()).toContain(SECRET)
    },
    { viewport: PHONE },
  )

  await visit(need, async (page) => {
    const main = page.getByRole('main')
    expect(await main.textContent()).toContain('Ett svar er gitt i fortrolighet')
    expect(await page.content()).not.toContain('tvillingglass')
    await page.goto(`${need}/utjevningslogg`)
    expect(await page.content()).not.toContain('tvillingglass')

    await page.goto(`${need}/oppsummering`)
    await signInAs(page, 'Solveig Børvatn')
    await page.getByLabel('Hva lærte dere av markedet?').fill('Noen vil utvikle noe for trapper.')
    await page.getByRole('button', { name: 'Publiser oppsummeringen' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Ett svar er ikke avgjort')
    await expectAccessible(page)
    await page.goto(`${need}/utjevningslogg`)
    expect(await main.textContent()).toContain(SECRET)
    await page.getByRole('link', { name: /^Avgjør/ }).click()
    await page.getByLabel('Hemmelig', { exact: true }).check()
    await page.getByLabel('Hvorfor?').fill('Det er deres egen løsning')
    await page.getByRole('button', { name: 'Skriv i loggen' }).click()
    await expectAccessible(page)

    await page.goto(`${need}/oppsummering`)
    await page.getByLabel('Hva lærte dere av markedet?').fill(`Vi fikk vite at ${SECRET}`)
    await page.getByRole('button', { name: 'Publiser oppsummeringen' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('ordrett fra et svar')
    await page.getByLabel('Hva lærte dere av markedet?').fill('Noen vil utvikle noe for trapper.')
    await page.getByRole('button', { name: 'Publiser oppsummeringen' }).click()
    expect(await page.getByRole('status').textContent()).toContain('Oppsummeringen er publisert')
  })
})

/** Announces a need to all, page by page; gives where it stands. */
async function announceNeed(page: Page): Promise<string> {
  const goOn = async () => {
    await page.locator('main form button[type=submit]').first().click()
    await page.waitForLoadState('load')
  }
  await page.getByLabel('Hva trenger dere?').fill('Varsling ved fall i trapp')
  await goOn()
  await page.getByLabel('Hvem er det for?').fill('Eldre som bor hjemme')
  await page.getByLabel('Hva skal bli annerledes for dem?').fill('Hjelp kommer når noen faller')
  await goOn()
  await page.getByRole('link', { name: 'Gå videre' }).click()
  await page.getByLabel('Tidligst').fill('2027-03-01')
  await page.getByLabel('Senest').fill('2027-09-30')
  await goOn()
  await page.getByLabel('Behovet kartlegges').check()
  await page.getByLabel('Ønsket, men ikke vedtatt').check()
  await page.getByLabel('Må tilpasses').check()
  await page.getByLabel('Begge deler er aktuelt').check()
  await goOn()
  await goOn()
  await page.getByLabel('Alle', { exact: true }).check()
  await goOn()
  return new URL(page.url()).pathname
}
