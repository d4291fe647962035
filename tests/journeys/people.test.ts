import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { OPEN_NOTICE } from '#src/testing/journey-site.ts'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, PHONE, visit } from './visit.ts'

const main = (page: Page) => page.locator('main')

test('somebody asks to join, is refused without reason in vain, is approved, and writes for the municipality', () =>
  visit('/bli-med', async (page) => {
    await signInAs(page, 'Jonas Saltstraum')
    await page.getByLabel('Navn eller organisasjonsnummer').fill('røyrvik')
    await page.getByRole('button', { name: 'Søk' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: /Røyrvik kommune/ }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: /Bidragsyter/ }).click()
    expect(await main(page).innerText()).toContain('Odd Limingen svarer på forespørselen')
    await page.getByLabel(/Melding til den som godkjenner/).fill('Jeg skal skrive om brøyting.')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Send forespørsel' }).click()
    await page.waitForURL('**/mine-roller?gjort=spurt')
    expect(await main(page).innerText()).toContain('venter på svar')
    await expectAccessible(page)

    await visit('/virksomhet', async (leader) => {
      await signInAs(leader, 'Odd Limingen')
      await expectAccessible(leader)
      await leader.getByRole('link', { name: 'Se og svar Jonas Saltstraum' }).click()
      expect(await main(leader).innerText()).toContain('ikke fra samme domene')
      await leader.getByText('Si nei').click()
      await leader.getByRole('button', { name: 'Avslå forespørselen' }).click()
      expect(await leader.getByRole('alert').innerText()).toContain('Skriv en begrunnelse')
      await expectAccessible(leader)
      await leader.getByRole('button', { name: 'Godkjenn Jonas Saltstraum' }).click()
      await leader.waitForURL('**/virksomhet?gjort=godkjent')
      await leader.getByRole('link', { name: 'Logg: hvem gjorde hva' }).click()
      expect(await main(leader).innerText()).toContain('Godkjente en rolle: bidragsyter')
      await expectAccessible(leader)
      const file = await leader.request.get('/virksomhet/logg/fil?format=csv')
      expect(file.headers()['content-disposition']).toContain('logg.csv')
      expect(await file.text()).toContain(';membership.approved;')
    })

    await page.goto('/velg-virksomhet')
    await page.getByRole('button', { name: /Røyrvik kommune/ }).click()
    await page.goto('/mine-roller')
    const leave = page.getByRole('button', { name: 'Legg ned rollen: Bidragsyter i Røyrvik kommune' })
    await leave.click()
    await page.waitForURL('**/mine-roller?gjort=lagt-ned')
    expect(await leave.count()).toBe(0)
  }))

test('the only coordinator is asked before stepping down', () =>
  visit('/mine-roller', async (page) => {
    await signInAs(page, 'Solveig Børvatn')
    await page.getByRole('button', { name: /Legg ned rollen/ }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Du er den eneste koordinatoren')
    expect(await page.getByRole('button', { name: /Legg ned rollen likevel/ }).count()).toBe(1)
    await expectAccessible(page)
  }))

test('a coordinator opens something to an adviser until a date, who sees it, and closes it again', () =>
  visit('/virksomhet/radgivere', async (page) => {
    await signInAs(page, 'Solveig Børvatn')
    await page.getByRole('button', { name: 'Åpne', exact: true }).click()
    expect(await problems(page)).toBe(3)
    await expectAccessible(page)
    await page.getByLabel('Rådgiver', { exact: true }).selectOption({ index: 1 })
    await page.getByLabel('Alle utkast').check()
    await page.getByLabel('Hva rådgiveren skal hjelpe med').fill('Kravene til trygghetsalarmer')
    await page.getByLabel('Siste dag').fill(inDays(30))
    await page.getByRole('button', { name: 'Åpne', exact: true }).click()
    await page.waitForURL('**/virksomhet/radgivere?gjort=apnet')
    await expectAccessible(page)

    await visit('/radgiver', async (adviser) => {
      await signInAs(adviser, 'adviser')
      expect(await main(adviser).innerText()).toContain('Kravene til trygghetsalarmer')
      await expectAccessible(adviser)
      await page.getByRole('button', { name: /^Lukk for/ }).click()
      await page.waitForURL('**/virksomhet/radgivere?gjort=lukket')
      await adviser.reload()
      expect(await main(adviser).innerText()).not.toContain('Kravene til trygghetsalarmer')
    })
  }))

test('a mandate is given and withdrawn without JavaScript, in nynorsk, on a phone', () =>
  visit(
    '/nn/virksomhet/mandater',
    async (page) => {
      await signInAs(page, 'Odd Limingen')
      await page.goto('/nn/virksomhet/mandater?q=nordm%C3%B8re')
      await page.getByRole('button', { name: 'Gi fullmakt' }).click()
      expect(await page.getByRole('alert').innerText()).toContain('Skriv kva vedtak fullmakta byggjer på')
      await page.getByLabel('Vedtak').fill('Kommunestyret 3.11.2026, sak 41/26')
      await page.getByRole('button', { name: 'Gi fullmakt' }).click()
      await page.waitForURL('**/nn/virksomhet/mandater?gjort=gitt')
      await page.getByRole('button', { name: /Trekk fullmakta/ }).click()
      await page.waitForURL('**/nn/virksomhet/mandater?gjort=trukket')
      expect(await main(page).innerText()).toContain('trekt')
    },
    { viewport: PHONE, javaScriptEnabled: false },
  ))

test('a key is shown once, opens the API, and is revoked', () =>
  visit('/mine-api-nokler', async (page) => {
    await signInAs(page, 'Ingrid Namsvatn')
    await page.getByRole('button', { name: 'Lag nøkkelen' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Gi nøkkelen et navn')
    await page.getByLabel('Navn').fill('Reisens nøkkel')
    await page.getByRole('button', { name: 'Lag nøkkelen' }).click()
    await page.locator('.secret').waitFor()
    const secret = await page.locator('.secret').innerText()
    await expectAccessible(page)
    const ask = () =>
      fetch(new URL('/api/v1/drafts', inject('siteUrl')), { headers: { authorization: `Bearer ${secret}` } })
    expect((await ask()).status).toBe(200)
    await page.goto('/mine-api-nokler')
    expect(await page.content()).not.toContain(secret)
    await page.getByRole('button', { name: 'Tilbakekall nøkkelen «Reisens nøkkel»' }).click()
    await page.waitForURL('**/mine-api-nokler?tilbakekalt')
    expect((await ask()).status).toBe(401)
  }))

test('my data can be taken along, and nobody leaves by mistake', () =>
  visit('/mine-data', async (page) => {
    await signInAs(page, 'Bente Ulriken')
    await expectAccessible(page)
    const file = await page.request.get('/mine-data/fil')
    expect(file.headers()['content-disposition']).toContain('attachment')
    const body: unknown = await file.json()
    expect(body).toMatchObject({ person: { name: 'Bente Ulriken' } })
    expect(JSON.stringify(body)).not.toMatch(/token_hash|id_token_key/)
    await page.getByText('Jeg vil forlate plattformen').click()
    await page.getByRole('button', { name: 'Slett kontoen min' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('ikke kan angres')
    await expectAccessible(page)
  }))

test('whoever is named here asks to have it removed, and reads the answer of the editors', () =>
  visit('/personvern', async (page) => {
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Be om å få det fjernet' }).click()
    await page.getByRole('button', { name: 'Send' }).click()
    expect(await problems(page)).toBe(2)
    await expectAccessible(page)
    await page.getByLabel('Hvor står det?').fill('/anskaffelser/case-016')
    await page.getByLabel(/Hva vil du ha fjernet/).fill('Navnet mitt i teksten')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.waitForURL('**/personvern/fjern/*?sendt')
    await expectAccessible(page)

    await visit('/redaksjon/henvendelser', async (curator) => {
      await signInAs(curator, 'curator')
      await expectAccessible(curator)
      await curator.locator('main .lines a').first().click()
      await curator.getByRole('button', { name: 'Send svaret' }).click()
      expect(await problems(curator)).toBe(2)
      await expectAccessible(curator)
      await curator.getByLabel('Fjernet', { exact: true }).check()
      await curator.getByLabel('Svar til den som spurte').fill('Navnet er tatt bort.')
      await curator.getByRole('button', { name: 'Send svaret' }).click()
      await curator.waitForURL('**/redaksjon/henvendelser?besvart')
      await curator.goto('/redaksjon/logg')
      expect(await main(curator).innerText()).toContain('Svarte på ønske om fjerning')
      await expectAccessible(curator)
    })
    await page.reload()
    expect(await main(page).innerText()).toContain('Navnet er tatt bort.')
  }))

test('an editor says how innovative a notice is, and why; the page tells it above the rules', () =>
  visit(`/kunngjoringer/${OPEN_NOTICE.id}-01`, async (page) => {
    await signInAs(page, 'curator')
    await page.getByRole('link', { name: 'Bekreft eller rett vurderingen' }).click()
    await page.getByRole('button', { name: 'Lagre vurderingen' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Velg hva som stemmer')
    await expectAccessible(page)
    await page.getByLabel('Vurdert: kanskje innovativ anskaffelse').check()
    await page.getByLabel('Begrunnelse').fill('Behovet er kartlagt, kravene er åpne.')
    await page.getByRole('button', { name: 'Lagre vurderingen' }).click()
    await page.waitForURL(`**/kunngjoringer/${OPEN_NOTICE.id}-01#innovasjon`)
    const text = await main(page).innerText()
    expect(text).toContain('Vurdert: kanskje innovativ anskaffelse')
    expect(text).toContain('Behovet er kartlagt, kravene er åpne.')
    expect(text).toContain('Nina Blefjell i redaksjonen')
    await expectAccessible(page)
    const answer = await fetch(new URL(`/api/v1/notices/${OPEN_NOTICE.id}-01`, inject('siteUrl')))
    expect(await answer.json()).toMatchObject({ innovation: { judgement: { assessment: 'possible' } } })
  }))

test('an administrator gives a role to one who has signed in, and takes it back with a reason', () =>
  visit('/administrasjon', async (page) => {
    await visit('/', (other) => signInAs(other, 'Turid Trollheim'))
    await signInAs(page, 'administrator')
    await page.getByLabel(/E-postadressen/).fill('ingen@example.no')
    await page.getByLabel('Redaktør').check()
    await page.getByRole('button', { name: 'Gi rollen' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Ingen har logget inn med denne adressen')
    await expectAccessible(page)
    await page.getByLabel(/E-postadressen/).fill('turid.trollheim@tingvoll.example')
    await page.getByRole('button', { name: 'Gi rollen' }).click()
    await page.waitForURL('**/administrasjon?gjort=gitt')
    await page.getByText('Ta rollen fra Turid Trollheim').click()
    const role = page.locator('li', { hasText: 'Turid Trollheim' })
    await role.getByLabel('Begrunnelse').fill('Bare en prøve')
    await role.getByRole('button', { name: 'Avslutt rollen' }).click()
    await page.waitForURL('**/administrasjon?gjort=tatt')
    await expectAccessible(page)
  }))

/** How many things the page says are wrong. */
async function problems(page: Page): Promise<number> {
  await page.getByRole('alert').waitFor()
  return page.getByRole('alert').locator('li').count()
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
