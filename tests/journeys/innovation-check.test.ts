import { expect, inject, test } from 'vitest'
import { OPEN_NOTICE } from '#src/testing/journey-site.ts'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { expectAccessible, PHONE, visit } from './visit.ts'

const DRAFT = `Trygghet om natten i eget hjem

Vi inviterer leverandører til dialogkonferanse før kravene skrives.
Kommunen skal kjøpe 40 sensorer av type B.`

test('a pasted draft is told what it says and what is missing', () =>
  visit('/verktoy/innovasjonssjekk', async (page) => {
    await page.getByRole('textbox', { name: 'Teksten' }).fill(DRAFT)
    await page.getByRole('button', { name: 'Sjekk teksten' }).click()
    const text = await page.locator('main').innerText()
    expect(text).toContain('Ett av tre vilkår er funnet')
    expect(text).toContain('Vi inviterer leverandører til dialogkonferanse før kravene skrives.')
    expect(text).toContain('Teksten forteller ikke hvordan behovet er kartlagt.')
    expect(text).toContain('Leverandøren velger selv løsning')
    expect(await page.locator('#andre ~ ol a').count(), 'what others have done').toBeGreaterThan(0)
    expect(await page.getByRole('textbox', { name: 'Teksten' }).inputValue()).toBe(DRAFT)
    await expectAccessible(page)
  }))

test('it works without JavaScript', () =>
  visit(
    '/en/verktoy/innovasjonssjekk',
    async (page) => {
      await page
        .getByRole('textbox', { name: 'The text' })
        .fill('Tenderers choose their own technology and method.')
      await page.getByRole('button', { name: 'Check the text' }).click()
      expect(await page.locator('main').innerText()).toContain('One of three conditions is found')
    },
    { javaScriptEnabled: false },
  ))

test('a draft notice is uploaded and read in nynorsk, on a phone', () =>
  visit(
    '/nn/verktoy/innovasjonssjekk',
    async (page) => {
      const xml = noticeXml({ id: '3f0e8f44-1111-4222-8333-00000000cccc', title: 'Utkast til kunngjering' })
      await page
        .getByLabel('Eller last opp eit utkast')
        .setInputFiles({ name: 'utkast.xml', mimeType: 'text/xml', buffer: Buffer.from(xml) })
      await page.getByRole('button', { name: 'Sjekk teksten' }).click()
      expect(await page.getByRole('heading', { name: 'Utkast til kunngjering' }).count()).toBe(1)
      await expectAccessible(page)
    },
    { viewport: PHONE },
  ))

test('what is wrong is said, and what was typed stays', () =>
  visit('/verktoy/innovasjonssjekk', async (page) => {
    await page.getByRole('textbox', { name: 'Teksten' }).fill('For kort')
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: 'Sjekk teksten' }).click()
    expect((await answered).status()).toBe(422)
    expect(await page.getByRole('alert').innerText()).toContain('for kort')
    expect(await page.getByRole('textbox', { name: 'Teksten' }).inputValue()).toBe('For kort')
    await expectAccessible(page)
  }))

test('a file that is no text is refused in words, and one that is too large too', async () => {
  for (const [bytes, words] of [
    [Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0), 'ikke ren tekst'],
    [new Uint8Array(4_500_000).fill(0x61), 'for stor'],
    [new TextEncoder().encode('<?xml version="1.0"?><ContractNotice>'), 'kan ikke leses'],
  ] as const) {
    const form = new FormData()
    form.set('text', 'Det jeg skrev')
    form.set('file', new File([bytes], 'utkast.bin'))
    const answer = await fetch(new URL('/verktoy/innovasjonssjekk', inject('siteUrl')), {
      method: 'POST',
      body: form,
    })
    const html = await answer.text()
    expect(html, words).toContain(words)
    expect(html).toContain('Det jeg skrev')
  }
})

test('nothing is stored: what was checked cannot be found', async () => {
  const form = new FormData()
  form.set('text', 'Zyxwvut er et ord som bare står i dette utkastet, og som ingen andre har skrevet.')
  const check = new URL('/verktoy/innovasjonssjekk', inject('siteUrl'))
  const answer = await fetch(check, { method: 'POST', body: form })
  expect(answer.status).toBe(200)
  const found = await fetch(new URL('/api/v1/search?q=zyxwvut', inject('siteUrl')))
  expect(await found.json()).toMatchObject({ total: 0 })
})

test('a form that another site sends is not answered', async () => {
  const form = new FormData()
  form.set('text', DRAFT)
  const answer = await fetch(new URL('/verktoy/innovasjonssjekk', inject('siteUrl')), {
    method: 'POST',
    body: form,
    headers: { origin: 'https://example.com' },
  })
  expect(answer.status).toBe(403)
})

test('the rules can all be read, and the notice page leads to them', () =>
  visit(`/kunngjoringer/${OPEN_NOTICE.id}-01`, async (page) => {
    expect(await page.locator('main').innerText()).toContain('Behovet er kartlagt først')
    await page.getByRole('link', { name: 'Slik leser vi etter tegn' }).click()
    await page.waitForURL('**/om-data/innovasjon')
    const text = await page.locator('main').innerText()
    expect(text).toContain('Det vil ikke bli holdt dialogkonferanse')
    expect(text).toContain('har ikke felt for å oppgi innovasjon')
    await expectAccessible(page)
  }))
