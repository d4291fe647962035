import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { OPEN_NOTICE } from '#src/testing/journey-site.ts'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, PHONE, visit } from './visit.ts'

const WRITER = 'Jonas Saltstraum'
const COORDINATOR = 'Solveig Børvatn'

test('an experience in two minutes: written, submitted, published by another, and found', async () => {
  let draft = ''
  await visit('/del', async (page) => {
    await signInAs(page, WRITER)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Fortell en erfaring' }).click()
    await expectAccessible(page)
    await fillExperience(page, 'Nattro med sengesensorer')
    await goOn(page)
    expect(await page.locator('.preview').innerText()).toContain('Vi lot tre leverandører prøve')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Send inn' }).click()
    await page.getByRole('heading', { name: 'Sendt inn' }).waitFor()
    await expectAccessible(page)
    draft = page.url()
  })
  await visit('/mine-utkast', async (page) => {
    await signInAs(page, COORDINATOR)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Nattro med sengesensorer' }).first().click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Publiser', exact: true }).click()
    await page.getByRole('heading', { name: 'Publisert', exact: true }).waitFor()
    expect(await page.locator('main').innerText()).toContain('Bodø kommune svarer for saken')
    await expectAccessible(page)
    await page.goto(draft)
    expect(page.url(), 'a draft that is published leads to its case').toContain('/anskaffelser/case-')
  })
  await expectFound('sengesensorer', 'Nattro med sengesensorer')
})

test('a short case, in nynorsk, on a phone, without JavaScript, with wrong answers on the way', () =>
  visit(
    '/nn/del',
    async (page) => {
      await signInAs(page, COORDINATOR)
      await page.getByRole('button', { name: 'Skriv ei kort sak' }).click()
      await page.getByRole('button', { name: 'Lagre og gå vidare' }).last().click()
      expect(await page.getByRole('alert').innerText()).toContain('Svar på «Kva handlar det om?»')
      await field(page, 'identity.title').fill('Felles matfag i skulekjøkena')
      await field(page, 'identity.kind').selectOption('procurement')
      await field(page, 'identity.themes').selectOption({ index: 3 })
      await field(page, 'identity.fromYear').fill('i fjor')
      await goOnNynorsk(page)
      expect(await page.getByRole('alert').innerText()).toContain('Skriv eit tal')
      expect(await field(page, 'identity.fromYear').inputValue(), 'what was typed is kept').toBe('i fjor')
      await field(page, 'identity.fromYear').fill('2025')
      await goOnNynorsk(page)
      await goOnNynorsk(page)
      await field(page, 'need.text').fill('Elevane kasta ein tredel av maten.')
      await goOnNynorsk(page)
      await field(page, 'approach').fill('Vi spurde elevane, og kjøpte mindre porsjonar.')
      await goOnNynorsk(page)
      await field(page, 'effects.0.text').fill('Svinnet gjekk ned med 12 prosent')
      await page.getByLabel('Målt', { exact: true }).check()
      await goOnNynorsk(page)
      expect(await page.getByRole('alert').innerText()).toContain('Sei korleis det er målt')
      await field(page, 'effects.0.method').fill('Vege i tolv veker')
      await goOnNynorsk(page)
      await field(page, 'lessons.0.text').fill('Spør dei som et.')
      await goOnNynorsk(page)
      await field(page, 'reuse.mailbox').fill('kari.nordmann@bodo.kommune.no')
      await goOnNynorsk(page)
      expect(await page.getByRole('alert').innerText()).toContain('felles postkasse')
      await field(page, 'reuse.mailbox').fill('innkjop@bodo.kommune.no')
      await goOnNynorsk(page)
      await page.getByRole('button', { name: 'Publiser', exact: true }).click()
      await page.waitForURL('**/nn/anskaffelser/case-*')
      expect(await page.locator('main').innerText()).toContain('Svinnet gjekk ned med 12 prosent')
    },
    { viewport: PHONE, javaScriptEnabled: false },
  ))

test('the pages of an experience are accessible in nynorsk on a phone, with wrong answers too', () =>
  visit(
    '/nn/del',
    async (page) => {
      await expectAccessible(page)
      await signInAs(page, WRITER)
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Fortel ei erfaring' }).click()
      await expectAccessible(page)
      await goOnNynorsk(page)
      expect(await page.getByRole('alert').innerText()).toContain('Det de har skrive, er lagra.')
      await expectAccessible(page)
      await page.goto('/nn/mine-utkast')
      await expectAccessible(page)
    },
    { viewport: PHONE },
  ))

test('a full case is left in the middle and taken up again; every page of it can be used by all', () =>
  visit('/del', async (page) => {
    await signInAs(page, COORDINATOR)
    await page.getByRole('button', { name: 'Begynn på en full sak' }).click()
    await field(page, 'identity.title').fill('Utslippsfri brøyting')
    await page.getByRole('button', { name: 'Lagre og fortsett senere' }).click()
    await expectAccessible(page)
    const draft = page.url()
    const steps = await page
      .locator('.tasks a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    expect(steps.length).toBeGreaterThanOrEqual(13)
    for (const step of steps) {
      await page.goto(step)
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Lagre og gå videre' }).last().click()
      await expectAccessible(page)
    }
    await page.goto('/mine-utkast')
    await page.getByRole('link', { name: 'Utslippsfri brøyting' }).click()
    expect(page.url()).toBe(draft)
    await page.getByRole('link', { name: 'Se gjennom' }).click()
    await page.getByRole('link', { name: 'Svar på «Hva var problemet?»' }).click()
    expect(new URL(page.url()).hash).toBe('#need.text')
    await page.goto(draft)
    await page.getByText('Slett utkastet').click()
    await page.getByRole('button', { name: 'Slett for godt' }).click()
    expect(await page.getByRole('status').innerText()).toContain('slettet')
  }))

test('requirements are added and taken away without losing what is typed', () =>
  visit('/del', async (page) => {
    await signInAs(page, WRITER)
    const draft = await begin(page, 'Begynn på en full sak')
    await page.goto(`${draft}/krav`)
    await field(page, 'requirements.0.text').fill('Varsel innen ti sekunder')
    await page.getByRole('button', { name: 'Legg til et krav' }).click()
    await page.waitForURL('**#requirements.1.text')
    await field(page, 'requirements.1.text').fill('Batteri i ett år')
    await page.getByRole('button', { name: 'Legg til et krav' }).click()
    await page.waitForURL('**#requirements.2.text')
    await page.getByRole('button', { name: 'Fjern krav 1' }).click()
    await page.waitForURL('**#requirements')
    expect(await field(page, 'requirements.0.text').inputValue()).toBe('Batteri i ett år')
    await expectAccessible(page)
  }))

test('two who write at once: the second is shown both texts and chooses', () =>
  visit('/del', async (page) => {
    await signInAs(page, WRITER)
    const draft = await begin(page, 'Begynn på en full sak')
    await page.goto(`${draft}/behov`)
    await visit(new URL(draft).pathname, async (other) => {
      await signInAs(other, COORDINATOR)
      await other.goto(`${draft}/behov`)
      await field(other, 'need.text').fill('Brøytebilene bråker')
      await field(other, 'need.volume').fill('14 biler')
      await goOn(other)
      await other.waitForURL('**/brukere')
    })
    await field(page, 'need.text').fill('Brøyting slipper ut 300 tonn')
    await field(page, 'need.costToday').fill('4 mill. kr')
    await goOn(page)
    const text = await page.locator('main').innerText()
    expect(text).toContain('Behold det Solveig Børvatn skrev')
    expect(text).toContain('Brøytebilene bråker')
    await expectAccessible(page)
    await page.getByLabel('Bruk det du skrev').check()
    await page.getByRole('textbox').last().fill('Brøytebilene bråker og slipper ut 300 tonn')
    await page.getByRole('button', { name: 'Lagre valgene' }).click()
    await page.goto(`${draft}/behov`)
    expect(await field(page, 'need.text').inputValue()).toBe('Brøytebilene bråker og slipper ut 300 tonn')
    expect(await field(page, 'need.volume').inputValue()).toBe('14 biler')
    expect(await field(page, 'need.costToday').inputValue()).toBe('4 mill. kr')
  }))

test('from a notice: what it says is filled in, and the two lead to each other', () =>
  visit(`/kunngjoringer/${OPEN_NOTICE.id}-01`, async (page) => {
    await signInAs(page, COORDINATOR)
    await page.getByRole('link', { name: 'Fortell hvordan det gikk' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Hent fra kunngjøringen' }).click()
    await page.getByRole('heading', { name: OPEN_NOTICE.title }).waitFor()
    await page.getByRole('link', { name: 'Hva trengte dere?' }).first().click()
    expect((await field(page, 'need.text').inputValue()).length).toBeGreaterThan(20)
  }))

test('«Dette er vår sak»: one who took part confirms a case; the history and the versions tell', () =>
  visit('/anskaffelser/case-001', async (page) => {
    await signInAs(page, 'network-leader')
    await page.getByRole('link', { name: 'Dette er vår sak' }).click()
    await expectAccessible(page)
    for (const right of await page.getByLabel('Stemmer', { exact: true }).all()) await right.check()
    await page.getByRole('button', { name: 'Gå videre' }).click()
    await page.getByRole('heading', { name: 'Bekreftet', exact: true }).waitFor()
    await page.getByRole('link', { name: 'Historikk' }).click()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Versjon 1' }).click()
    expect(await page.locator('.citation').innerText()).toContain('Versjon 1. Spydspiss, case-001')
    await expectAccessible(page)
  }))

test('a curator asks for a change at a block, and the writer is shown it where it belongs', async () => {
  let draft = ''
  await visit('/del', async (page) => {
    await signInAs(page, WRITER)
    draft = await begin(page, 'Fortell en erfaring')
    await page.goto(`${draft}/erfaring`)
    await fillExperience(page, 'Robotklippere på idrettsbanen')
    await goOn(page)
    await page.getByRole('button', { name: 'Send inn' }).click()
    await page.getByRole('heading', { name: 'Sendt inn' }).waitFor()
  })
  await visit('/redaksjon', async (page) => {
    await signInAs(page, 'curator')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Robotklippere på idrettsbanen' }).click()
    await page.getByLabel('Hva bør endres?').fill('Hvor mange klippere?')
    await page.getByRole('button', { name: 'Send tilbake' }).click()
    await page.waitForURL('**/redaksjon')
  })
  await visit('/mine-utkast', async (page) => {
    await signInAs(page, WRITER)
    await page.getByRole('link', { name: 'Robotklippere på idrettsbanen' }).click()
    expect(await page.locator('main').innerText()).toContain('Hvor mange klippere?')
    await expectAccessible(page)
  })
})

test('the draft of another organisation is not there, for one who has its address', () =>
  visit('/del', async (page) => {
    await signInAs(page, WRITER)
    const draft = await begin(page, 'Skriv en kort sak')
    await visit('/', async (other) => {
      await signInAs(other, 'Ingrid Namsvatn')
      const answer = await other.goto(draft)
      expect(answer?.status()).toBe(404)
    })
  }))

function field(page: Page, name: string) {
  return page.locator(`[id="${name}"]`)
}

async function begin(page: Page, button: string): Promise<string> {
  await page.getByRole('button', { name: button }).click()
  await page.waitForURL('**/del/*/*')
  return page.url().replace(/\/[^/]+$/, '')
}

async function fillExperience(page: Page, title: string): Promise<void> {
  await field(page, 'identity.title').fill(title)
  await field(page, 'approach').fill('Vi lot tre leverandører prøve i fire uker.')
  await field(page, 'lessons.0.text').fill('La dem som skal bruke det, velge.')
  await field(page, 'identity.themes').selectOption('trygghetsalarm')
}

function goOn(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Lagre og gå videre' }).last().click()
}

function goOnNynorsk(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Lagre og gå vidare' }).last().click()
}

/** The index follows within a second or two. */
async function expectFound(word: string, title: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const answer = await fetch(new URL(`/api/v1/search?q=${word}`, inject('siteUrl')))
        return JSON.stringify(await answer.json())
      },
      { timeout: 15_000 },
    )
    .toContain(title)
}
