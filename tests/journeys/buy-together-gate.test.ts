import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { draftNoticeXml } from '#src/testing/draft-notice.ts'
import {
  alertText,
  atTheCheck,
  expectFitsOnPhone,
  followNews,
  inDays,
  mainText,
  onward,
  pass,
  press,
  ROYRVIK,
  SMALL,
  statusText,
  THIRD,
  TINGVOLL,
} from './buying-together.ts'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, PHONE, visit } from './visit.ts'

const BODO = { name: 'Bodø kommune', number: '972418013', lead: true }
const ROYRVIK_BUYER = { name: 'Røyrvik kommune', number: '964982120' }
const VALUES = { estimate: 4_000_000, maximum: 6_000_000 }

test('the check stops a notice that leaves a participant out, and nobody gets past it', () =>
  atTheCheck({ title: 'Sengevakter uten støy', others: [ROYRVIK] }, (lead, group) =>
    visit(
      `/nn${group}/kontroll`,
      async (small) => {
        await signInAs(small, SMALL)
        await small.getByLabel('Stillinga di').fill('Kommunedirektør')
        await small.getByLabel('Kva myndet ditt byggjer på').fill('Delegeringsreglementet 4.2')
        await small.getByLabel('Vi har vurdert punkta som må vurderast').check()

        await lead.goto(`${group}/kontroll`)
        await onward(lead, () => lead.getByRole('link', { name: 'Last opp utkast' }).click())
        await expectAccessible(lead)
        await upload(lead, { name: 'utkast.pdf', text: '%PDF-1.7\n%âãÏÓ\n1 0 obj\n' })
        expect(await alertText(lead)).toContain('Det er en PDF. Vi trenger XML-filen')
        await expectAccessible(lead)
        await upload(lead, { name: 'utkast.xml', text: draftNoticeXml({ ...VALUES, buyers: [BODO] }) })
        expect(await statusText(lead)).toContain('Utkastet er lest')
        await namesWhoIsLeftOut(lead)

        await press(small, 'Gå god for kontrollen')
        expect(await alertText(small), 'whoever had the page open').toContain(
          'Noko vart endra medan du hadde',
        )
        expect(await mainText(small)).toContain('Røyrvik kommune står ikkje som kjøpar i utkastet')
        expect(await small.getByLabel('Stillinga di').count()).toBe(0)
        await expectFitsOnPhone(small)

        const buyers = [BODO, ROYRVIK_BUYER]
        await onward(lead, () => lead.getByRole('link', { name: 'Last opp et nytt utkast' }).click())
        await upload(lead, { name: 'rettet.xml', text: draftNoticeXml({ ...VALUES, buyers }) })
        expect(await mainText(lead)).toContain('Ingenting mangler')
        await expectAccessible(lead)
        await pass(lead, group)
        await pass(small, group)
        expect(await mainText(small)).toContain('Alle har gått god for kontrollen')
      },
      { viewport: PHONE },
    ),
  ))

async function namesWhoIsLeftOut(lead: Page): Promise<void> {
  const text = await mainText(lead)
  expect(text).toContain('Røyrvik kommune står ikke som kjøper i utkastet')
  expect(text).toContain('Bare Bodø kommune står som kjøper. Det var ikke nok i KOFA 2019/389')
  expect(text).toContain('Ingen kan gå god for kontrollen før alt som mangler, er på plass')
  expect(await lead.getByLabel('Stillingen din').count(), 'there is no form to pass by').toBe(0)
  await expectAccessible(lead)
}

type File = { readonly name: string; readonly text: string }

async function upload(page: Page, { name, text }: File): Promise<void> {
  const mimeType = name.endsWith('.pdf') ? 'application/pdf' : 'text/xml'
  await page.setInputFiles('#file', { name, mimeType, buffer: Buffer.from(text) })
  await press(page, 'Les utkastet')
}

const WITHDRAWN = 'Turvarsling langs leden'

test(
  'a municipality withdraws after publication, and the group sees what follows',
  { timeout: 240_000 },
  () =>
    atTheCheck({ title: WITHDRAWN, others: [ROYRVIK, TINGVOLL] }, async (lead, group) => {
      await pass(lead, group)
      await passFor(SMALL, group)
      await visit(group, async (third) => {
        await signInAs(third, THIRD)
        await pass(third, group)
        await third.goto(`${group}/samtale`)
        await onward(third, () =>
          third.getByRole('link', { name: 'Trekk dere fra fellesanskaffelsen' }).click(),
        )
        await seesWhatFollows(third)
        await withdrawsAtLast(third)
      })
      await leadIsTold(lead, group)
      await visit(
        '/nn/varsler',
        async (small) => {
          await signInAs(small, SMALL)
          const told = await mainText(small)
          expect(told).toContain(`Bodø kommune inviterer dykk til å kjøpe saman: «${WITHDRAWN}»`)
          expect(told).toContain(`Kontrollen av «${WITHDRAWN}» ventar på dykk`)
          await followNews(small, `Tingvoll kommune har trekt seg frå «${WITHDRAWN}»`, '/nn/varsler')
          expect(await mainText(small)).toContain('Tingvoll kommune trekte seg i steget «Kunngjering»')
          await small.getByText('Følgjene som vart viste').click()
          expect(await mainText(small)).toContain(
            'Den som leier, må vurdere om dette er ei vesentleg endring',
          )
          await expectFitsOnPhone(small)
        },
        { viewport: PHONE },
      )
    }),
)

function passFor(person: string, group: string): Promise<void> {
  return visit(group, async (page) => {
    await signInAs(page, person)
    await pass(page, group)
  })
}

async function seesWhatFollows(third: Page): Promise<void> {
  const text = await mainText(third)
  expect(text).toContain('Tingvoll kommune er deltaker. Fellesanskaffelsen er i steget «Kunngjøring».')
  expect(text).toContain('40 av 120 boliger faller bort')
  expect(text).toContain('Den som leder, må vurdere om dette er en vesentlig endring av konkurransen')
  expect(text).toContain('Tre måneders varsel; påløpte kostnader dekkes')
  expect(await third.getByRole('row', { name: /Tingvoll kommune/ }).textContent()).toContain('går ut')
  expect(await third.getByRole('row', { name: /Bodø kommune/ }).textContent()).toMatch(/33,3.%50.%/)
  await expectAccessible(third)
}

async function withdrawsAtLast(third: Page): Promise<void> {
  await third.getByLabel('Begrunnelse').fill('Kommunen må spare')
  await third.getByLabel('Dato for vedtaket').fill(inDays(3))
  await press(third, 'Vi trekker oss')
  expect(await alertText(third)).toContain('Skriv hvem som vedtok det')
  expect(await third.getByLabel('Begrunnelse').inputValue()).toBe('Kommunen må spare')
  await expectAccessible(third)
  await third.getByLabel('Hvem vedtok det').fill('Kommunestyret')
  await press(third, 'Vi trekker oss')
  expect(await alertText(third)).toContain('Vedtaket kan ikke være fram i tid')
  await third.getByLabel('Dato for vedtaket').fill('2026-03-12')
  await press(third, 'Vi trekker oss')
  expect(await statusText(third)).toContain('Dere har trukket dere. Gruppen har fått vite det')
  expect(await third.getByRole('link', { name: 'Trekk dere fra' }).count(), 'once is enough').toBe(0)
  await expectAccessible(third)
}

async function leadIsTold(lead: Page, group: string): Promise<void> {
  await followNews(lead, `Tingvoll kommune har trukket seg fra «${WITHDRAWN}»`)
  expect(await mainText(lead)).toContain(
    'Tingvoll kommune trakk seg i steget «Kunngjøring» etter vedtak i Kommunestyret',
  )
  expect(await mainText(lead)).toContain('Kommunen må spare')
  await expectAccessible(lead)
  await lead.goto(`${group}/deltakere`)
  expect(await lead.getByRole('row', { name: /Tingvoll kommune/ }).textContent()).toContain('Har trukket seg')
  await lead.goto(`${group}/kontroll`)
  expect(await mainText(lead), 'what was passed stays').toContain('Alle har gått god for kontrollen')
  await lead.goto(`${group}/trekk`)
  expect(await mainText(lead)).toContain('Overfør ledelsen til en annen deltaker først')
  await expectAccessible(lead)
}
