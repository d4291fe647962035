import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { paragraphsOf, readDocx } from '#src/testing/read-docx.ts'
import { readPdf } from '#src/testing/read-pdf.ts'
import {
  alertText,
  begin,
  expectFitsOnPhone,
  inDays,
  invite,
  LEAD,
  onward,
  press,
  SMALL,
  sayYes,
  statusText,
} from './buying-together.ts'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, PHONE, visit } from './visit.ts'

const TITLE = 'Varmt vann fra kloakken'
const MEETING = 'Første møte om varmen'
const ON = inDays(14)

test('a meeting is called and put in a calendar, and the memo to the council is fetched, on a phone in nynorsk', () =>
  visit('/fellesanskaffelser', async (lead) => {
    await signInAs(lead, LEAD)
    const group = await begin(lead, TITLE)
    await invite(lead, group, 'Røyrvik')
    await visit(
      group,
      async (small) => {
        await signInAs(small, SMALL)
        await sayYes(small, group)
        await callMeeting(lead, group)
        await small.goto(`/nn${group}/moter`)
        await takeMeetingHome(small)
        await fetchMemo(small, group)
      },
      { viewport: PHONE },
    )
  }))

async function callMeeting(lead: Page, group: string): Promise<void> {
  await lead.goto(`${group}/moter`)
  await expectAccessible(lead)
  await lead.getByText('Kall inn til møte').click()
  const form = lead.locator('#mote')
  await form.getByLabel('Tittel').fill(MEETING)
  await form.getByLabel('Dato').fill(ON)
  await form.getByLabel('Fra klokken').fill('9.30')
  await form.getByLabel('Til klokken').fill('9.00')
  await form.getByLabel('Sted').fill('Rådhuset, rom 2')
  await press(lead, 'Kall inn')
  expect(await alertText(lead)).toContain('Møtet må slutte etter at det begynner')
  expect(await form.getByLabel('Sted').inputValue(), 'what was typed is kept').toBe('Rådhuset, rom 2')
  await expectAccessible(lead)
  await form.getByLabel('Til klokken').fill('11.00')
  await press(lead, 'Kall inn')
  expect(await statusText(lead)).toContain('Alle som deltar, får beskjed')
  await expectAccessible(lead)
}

async function takeMeetingHome(small: Page): Promise<void> {
  await expectFitsOnPhone(small)
  await onward(small, () => small.getByRole('link', { name: MEETING }).click())
  expect(await small.getByRole('button', { name: /Lagre endringa|Avlys/ }).count()).toBe(0)
  await expectFitsOnPhone(small)
  const { name, bytes } = await download(small, 'Legg i kalenderen (iCalendar)')
  expect(name).toBe(`${MEETING}.ics`)
  const calendar = bytes.toString('utf8').replaceAll('\r\n ', '')
  expect(calendar).toContain(`SUMMARY:${MEETING}\r\n`)
  expect(calendar).toContain(`DTSTART;TZID=Europe/Oslo:${ON.replaceAll('-', '')}T093000`)
  expect(calendar).toContain('LOCATION:Rådhuset\\, rom 2')
}

async function fetchMemo(small: Page, group: string): Promise<void> {
  await small.goto(`/nn${group}`)
  const rooms = small.getByRole('navigation', { name: 'Rom i fellesanskaffinga' })
  await onward(small, () => rooms.getByRole('link', { name: 'Dokument' }).click())
  await expectFitsOnPhone(small)
  const title = `Deltaking i fellesanskaffinga «${TITLE}»`

  const word = await download(small, 'Saksframlegg, Word, Nynorsk')
  expect(word.name).toBe(`Saksframlegg ${TITLE}.docx`)
  const document = paragraphsOf((await readDocx(word.bytes)).get('word/document.xml') ?? '')
  expect(document).toContain(title)
  expect(document.join('\n')).toContain('Røyrvik kommune')

  const pdf = await download(small, 'Saksframlegg, PDF, Nynorsk')
  expect(pdf.name).toBe(`Saksframlegg ${TITLE}.pdf`)
  const { lang, marked, title: told, text } = await readPdf(pdf.bytes)
  expect([lang, marked, told]).toEqual(['nn-NO', true, title])
  expect(text.join('\n')).toContain('Røyrvik kommune')
}

async function download(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link, exact: true }).click(),
  ])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}
