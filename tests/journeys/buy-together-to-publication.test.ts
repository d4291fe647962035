import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { OPEN_NOTICE } from '#src/testing/journey-site.ts'
import {
  alertText,
  begin,
  expectFitsOnPhone,
  fillInFacts,
  inDays,
  invite,
  LEAD,
  mainText,
  onward,
  pass,
  press,
  SMALL,
  STRATEGY,
  sayYes,
  send,
  statusText,
  stepNow,
  THIRD,
  tellAll,
  walkTo,
} from './buying-together.ts'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, PHONE, visit } from './visit.ts'

const TITLE = 'Fallmatter til hele kysten'

test('a spearhead leads through to publication, and nobody answers for another on the way', () =>
  visit('/fellesanskaffelser', async (lead) => {
    await signInAs(lead, LEAD)
    const group = await begin(lead, TITLE)
    await invite(lead, group, 'Røyrvik')
    await invite(lead, group, 'Tingvoll')
    await visit(
      '/nn/fellesanskaffelser',
      async (small) => {
        await signInAs(small, SMALL)
        await acceptOnPhone(small)
        await visit(group, async (third) => {
          await signInAs(third, THIRD)
          await sayYes(third, group)
          await saysWhoseTurn(lead, group)
          await tellOnPhone(small, group)
          await tellAll(third, group)
          await tellAll(lead, group)
          await fillInWithMistake(lead, group)
          await closeTheList(lead, group)
          await agreeOnWhatIsCounted(lead, { small, group })
          await passAsLead(lead, group)
          await passOnPhone(small)
          await pass(third, group)
          expect(await mainText(third)).toContain('Alle har gått god for kontrollen. Deltakerne ble låst')
          await expectAccessible(third)
        })
      },
      { viewport: PHONE },
    )
    await publish(lead, group)
  }))

async function acceptOnPhone(page: Page): Promise<void> {
  expect(await mainText(page)).toContain('De er med eller er inviterte')
  await onward(page, () => page.getByRole('link', { name: TITLE }).click())
  expect(await mainText(page)).toContain('De bind dykk ikkje ved å seie at de er interesserte')
  await expectFitsOnPhone(page)
  await press(page, 'Ja, vi er interesserte')
  expect(await statusText(page)).toContain('Svaret er lagra')
}

async function saysWhoseTurn(lead: Page, group: string): Promise<void> {
  await walkTo(lead, group, 'Intensjon')
  expect(await mainText(lead)).toContain('Dette står i veien for «Strategi og anslag»')
  expect(await mainText(lead)).toContain('Venter på Bodø kommune, Røyrvik kommune og Tingvoll kommune')
  expect(await lead.getByRole('button', { name: /^Gå videre til/ }).count()).toBe(0)
  await expectAccessible(lead)

  await lead.goto(`${group}/deltakere`)
  await onward(lead, () => lead.getByRole('link', { name: /^Se\b.*Røyrvik kommune/ }).click())
  expect(await lead.locator('main form').count(), 'the lead tells nothing of another').toBe(0)
}

/** Part by part in its own words, with a mistake on the way. */
async function tellOnPhone(page: Page, group: string): Promise<void> {
  await page.goto(`/nn${group}`)
  await onward(page, () => page.getByRole('link', { name: /^Gjer dette/ }).click())
  await tellPart(page, 'Intensjon', { 'Når?': '2026-02-03' })
  expect(await statusText(page)).toContain('Lagra')

  const anchoring = page.getByRole('region', { name: 'Forankring', exact: true })
  await anchoring.locator('summary').click()
  await anchoring.getByLabel('Formannskapet').check()
  await tellPart(page, 'Forankring', { 'Når vart det vedteke?': '2026-02-10' })
  expect(await alertText(page)).toContain('Skriv kva delegering vedtaket byggjer på')
  expect(await anchoring.getByLabel('Formannskapet').isChecked(), 'what was chosen is kept').toBe(true)
  await expectFitsOnPhone(page)
  await tellPart(page, 'Forankring', { 'Etter kva delegering?': 'Reglementet punkt 4.2' })
  await tellPart(page, 'Fullmakt til den som leier', {
    ...{ 'Kven signerte?': 'Kommunedirektøren', Tittel: 'Kommunedirektør' },
    ...{ 'Kva byggjer myndet på?': 'Vedtak 26/77', 'Når vart ho signert?': '2026-02-12' },
  })
  const share = page.getByRole('region', { name: 'Volum, kostnad og kontakt', exact: true })
  await share.locator('summary').click()
  await share.getByLabel('Kven signerer kontrakten for dykk?').selectOption({ label: 'Vi sjølve' })
  await tellPart(page, 'Volum, kostnad og kontakt', { 'Kor mange treng de?': '12', 'Av kva?': 'senger' })
  await tellPart(page, 'Godkjenning av kravgrunnlaget', { 'Når vart kravgrunnlaget godkjent?': '2026-02-20' })
  await tellPart(page, 'Habilitet', { 'Når vart det erklært?': '2026-02-20' })
  expect(await page.getByRole('alert').count()).toBe(0)
  await expectFitsOnPhone(page)
}

async function tellPart(page: Page, name: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const part = page.getByRole('region', { name, exact: true })
  if (!(await part.locator('form').isVisible())) await part.locator('summary').click()
  for (const [label, text] of Object.entries(fields)) await part.getByLabel(label).fill(text)
  await onward(page, () => part.getByRole('button', { name: /^Lagre/ }).click())
}

async function fillInWithMistake(lead: Page, group: string): Promise<void> {
  await lead.goto(`${group}/innstillinger`)
  const part = lead.getByRole('region', { name: 'Strategi og anslag', exact: true })
  if (!(await part.locator('form').isVisible())) await part.locator('summary').click()
  await part.getByLabel('Hvordan vil dere kjøpe?').fill(STRATEGY.strategy)
  await part.getByLabel('Anslått verdi i kroner').fill('6 000 000')
  await part.getByLabel('Høyeste verdi med alle opsjoner').fill('600 000')
  await onward(lead, () => part.getByRole('button', { name: /^Lagre/ }).click())
  expect(await alertText(lead)).toContain('Høyeste verdi kan ikke være lavere enn den anslåtte')
  expect(await part.getByLabel('Hvordan vil dere kjøpe?').inputValue()).toBe(STRATEGY.strategy)
  await expectAccessible(lead)
  await fillInFacts(lead, group)
}

async function closeTheList(lead: Page, group: string): Promise<void> {
  await walkTo(lead, group, 'Kravgrunnlag')
  expect(await mainText(lead)).toContain('Fra da er listen over deltakere lukket')
  await press(lead, 'Gå videre til «Kontroll før kunngjøring»')
  expect(await statusText(lead)).toContain('Steget er tatt')
  expect(await mainText(lead)).toContain('Alle må ha gått gjennom kontrollen for seg selv')
  expect(await lead.getByRole('button', { name: /^Gå videre til/ }).count()).toBe(0)
  await lead.goto(`${group}/deltakere`)
  expect(await lead.getByRole('button', { name: 'Inviter' }).count(), 'nobody is added').toBe(0)
}

/** Only the one who counted in something else can put it right. */
async function agreeOnWhatIsCounted(
  lead: Page,
  { small, group }: { readonly small: Page; readonly group: string },
): Promise<void> {
  await lead.goto(`${group}/kontroll`)
  expect(await mainText(lead)).toContain('har oppgitt volumet i en annen enhet enn de andre')
  expect(await lead.getByRole('button', { name: 'Gå god for kontrollen' }).count()).toBe(0)
  await tellPart(small, 'Volum, kostnad og kontakt', { 'Av kva?': 'boliger' })
}

async function passAsLead(lead: Page, group: string): Promise<void> {
  await lead.goto(`${group}/kontroll`)
  expect(await mainText(lead)).toContain('Ingenting mangler')
  expect(await lead.getByLabel('Tekst til å kopiere').inputValue()).toContain('(BT-501): 964981515')
  await press(lead, 'Gå god for kontrollen')
  expect(await alertText(lead)).toContain('Skriv stillingen din')
  await expectAccessible(lead)
  await pass(lead, group)
  expect(await statusText(lead)).toContain('Dere har gått god for kontrollen')
  expect(await lead.getByRole('button', { name: 'Gå god for kontrollen' }).count()).toBe(0)
  await expectAccessible(lead)
  await lead.goto(group)
  expect(await mainText(lead)).toContain('Venter på Røyrvik kommune og Tingvoll kommune')
}

async function passOnPhone(page: Page): Promise<void> {
  await page.goto('/nn/fellesanskaffelser')
  expect(await page.getByRole('listitem').filter({ hasText: TITLE }).textContent()).toContain(
    'Ventar på dykk',
  )
  await onward(page, () => page.getByRole('link', { name: TITLE }).click())
  await onward(page, () => page.getByRole('link', { name: /^Gjer dette/ }).click())
  await page.getByLabel('Stillinga di').fill('Kommunedirektør')
  await page.getByLabel('Kva myndet ditt byggjer på').fill('Delegeringsreglementet 4.2')
  await press(page, 'Gå god for kontrollen')
  expect(await alertText(page)).toContain('Kryss av for at de har vurdert punkta')
  expect(await page.getByLabel('Stillinga di').inputValue(), 'what was typed is kept').toBe('Kommunedirektør')
  await expectFitsOnPhone(page)
  await page.getByLabel('Vi har vurdert punkta som må vurderast').check()
  await press(page, 'Gå god for kontrollen')
  expect(await statusText(page)).toContain('De har gått god for kontrollen')
}

async function publish(lead: Page, group: string): Promise<void> {
  await lead.goto(group)
  expect(await stepNow(lead)).toBe('Kunngjøring')
  expect(await mainText(lead)).toContain('Kunngjøringens nummer og dato må være oppgitt')
  await lead.goto(`${group}/kontroll`)
  await lead.getByLabel('Nummer eller adresse').fill(`${OPEN_NOTICE.id}-01`)
  await lead.getByLabel('Dato for kunngjøringen').fill(inDays(2))
  await press(lead, 'Lagre')
  expect(await alertText(lead)).toContain('Datoen kan ikke være fram i tid')
  await lead.getByLabel('Dato for kunngjøringen').fill('2026-03-09')
  await press(lead, 'Lagre')
  expect(await statusText(lead)).toContain('Kunngjøringen er notert')
  expect(await mainText(lead), 'it is the notice of somebody else').toContain(
    'sier noe annet enn det dere gikk god',
  )
  await expectAccessible(lead)
  await send(lead, '[name=do][value=notice]', { notice: '2026-123456', publishedOn: '2026-03-09' })
  expect(await mainText(lead)).toContain('Vi har ikke lest 2026-123456 ennå')
  await walkTo(lead, group, 'Konkurranse')
  expect(await lead.getByText('Gå tilbake til et tidligere steg').count(), 'there is no way back').toBe(0)
  await expectAccessible(lead)
}
