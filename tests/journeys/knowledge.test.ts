import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, PHONE, visit } from './visit.ts'

test('a coordinator tells what stopped them, without a name, and decides who reads it', () =>
  visit('/hva-stoppet-oss', async (page) => {
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Fortell hva som stoppet dere' }).click()
    await signInAs(page, 'coordinator')
    await page.getByRole('button', { name: 'Fortell', exact: true }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Velg minst én årsak')
    await expectAccessible(page)
    await page.getByLabel('Hva ble det ikke noe av?').fill('Felles matombringing <b>med elbil</b>')
    await page.getByLabel('Tilbudene var for dyre').check()
    await page.getByLabel('Hva skjedde?', { exact: true }).fill('Kvikksølvbilen fikk ingen tilbud.')
    await page.getByLabel('Hvilke andre?').fill('Atlantis')
    await page.getByRole('button', { name: 'Fortell', exact: true }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Vi kjenner ikke «Atlantis»')
    expect(await page.getByLabel('Tilbudene var for dyre').isChecked()).toBe(true)
    await page.getByLabel('Hvilke andre?').fill('Voss')
    await page.getByRole('button', { name: 'Fortell', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Felles matombringing <b>med elbil</b>' }).waitFor()
    expect(await page.locator('main').innerText()).toContain('Andre kan be om innsyn')
    await expectAccessible(page)
    const hidden = page.url()

    await signedOut(page, async (reader) => {
      await reader.goto('/hva-stoppet-oss?q=kvikksølvbilen')
      expect(await reader.locator('main').innerText()).not.toContain('Felles matombringing')
      expect((await reader.goto(hidden))?.status()).toBe(404)
    })
    await page.getByText('Endre hvem som kan lese').click()
    await page.getByLabel('Alle', { exact: true }).check()
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByText('Lagret.').waitFor()
    await signedOut(page, async (reader) => {
      await reader.goto('/hva-stoppet-oss?q=kvikksølvbil')
      await reader.getByRole('link', { name: 'Felles matombringing <b>med elbil</b>' }).click()
      expect(await reader.locator('main').innerText()).toContain('En virksomhet som ikke vil navngis')
    })
  }))

test('requirements are written, published, compared and taken further with where they are from', () =>
  visit('/del', async (page) => {
    await signInAs(page, 'coordinator')
    await publishCase(page)
    await page.goto('/krav?q=varsling')
    await expectAccessible(page)
    for (const box of await page.getByLabel('Velg for å sammenligne').all()) await box.check()
    await page.getByRole('button', { name: 'Sammenlign de valgte' }).click()
    expect(await page.locator('h1').innerText()).toBe('Slik spurte to')
    expect(await page.locator('table').innerText()).toContain('«iPad» ser ut som et bestemt fabrikat')
    await expectAccessible(page)

    await page.goto('/del')
    await page.getByRole('button', { name: 'Begynn på en full sak' }).click()
    await page.goto('/krav?q=varsling')
    await page.getByText('Ta med i et utkast').first().click()
    await page.getByRole('button', { name: 'Ta med' }).first().click()
    await page.getByRole('link', { name: 'Gå til utkastet' }).click()
    await page.goto(`${page.url()}/krav`)
    expect(await page.getByLabel('Kravet').first().inputValue()).toContain('varsle')
    await expectAccessible(page)
  }))

test.each(['/krav', '/nn/krav', '/en/krav/sammenlign', '/nn/hva-stoppet-oss', '/en/hva-stoppet-oss'])(
  '%s is read on a phone',
  (path) =>
    visit(
      path,
      async (page) => {
        await expectAccessible(page)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width).toBeLessThanOrEqual(PHONE.width)
      },
      { viewport: PHONE, javaScriptEnabled: true },
    ),
)

/** What somebody sees who is not signed in, in a browser of their own. */
async function signedOut(page: Page, look: (reader: Page) => Promise<void>): Promise<void> {
  const browser = page.context().browser()
  if (!browser) throw new Error('The page is in a browser')
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin })
  try {
    await look(await context.newPage())
  } finally {
    await context.close()
  }
}

async function publishCase(page: Page): Promise<void> {
  await page.goto('/del')
  await page.getByRole('button', { name: 'Begynn på en full sak' }).click()
  const draft = page.url().replace(/\/om$/, '')
  await page.locator('[name="identity.title"]').fill('Nattro med varsel')
  await answer(page, 'identity.kind', 'procurement')
  await page.locator('[name="identity.themes"]').first().selectOption('trygghetsalarm')
  await save(page)
  await page.goto(`${draft}/behov`)
  await page.locator('[name="need.text"]').fill('Roligere netter')
  await save(page)
  await page.goto(`${draft}/slik-gjorde-vi-det`)
  await page.locator('[name="approach"]').fill('Vi prøvde tre sensorer.')
  await save(page)
  await page.goto(`${draft}/krav`)
  await page.locator('[name="requirements.0.text"]').fill('Løsningen skal varsle på iPad.')
  await page.getByRole('button', { name: 'Legg til et krav' }).click()
  await page.locator('[name="requirements.1.text"]').fill('Løsningen skal varsle innen ti sekunder.')
  await save(page)
  await page.goto(`${draft}/resultater`)
  await page.locator('[name="noBenefit.reason"]').fill('Varslene kom til en vakt som alt var opptatt.')
  await save(page)
  await page.goto(`${draft}/laerdommer`)
  await page.locator('[name="lessons.0.text"]').fill('Spør nattevaktene først.')
  await save(page)
  await page.goto(`${draft}/gjenbruk`)
  await page.locator('[name="reuse.mailbox"]').fill('postmottak@example.kommune.no')
  await save(page)
  await page.goto(`${draft}/se-gjennom`)
  await page.getByRole('button', { name: 'Publiser' }).click()
  await page.getByText('Ingen gevinst').first().waitFor()
  expect(await page.locator('main').innerText()).toContain('Kan prosessen gjenbrukes i morgen?')
  await expectAccessible(page)
}

async function answer(page: Page, name: string, value: string): Promise<void> {
  const radio = page.locator(`input[name="${name}"][value="${value}"]`)
  if ((await radio.count()) > 0) await radio.check()
  else await page.locator(`select[name="${name}"]`).selectOption(value)
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lagre og fortsett senere' }).click()
  await page.waitForLoadState()
}
