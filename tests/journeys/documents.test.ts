import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { LARGEST_BYTES } from '#src/modules/documents/contract.ts'
import { anOfficeFile, aPdf } from '#src/testing/documents.ts'
import { signInAs } from './sign-in-as.ts'
import { expectAccessible, PHONE, visit, WIDE } from './visit.ts'

let written = 0

const pdf = (name = 'krav.pdf', objects = '') => {
  written += 1
  const buffer = aPdf({ objects: `% ${Date.now()} ${written}\n${objects}` })
  return { name, mimeType: 'application/octet-stream', buffer }
}

async function fillIn(page: Page, title: string, visibility: string): Promise<void> {
  await page.fill('#title', title)
  await page.selectOption('#kind', 'requirements')
  await page.selectOption('#step', 'competition')
  await page.selectOption('#theme', 'velferdsteknologi')
  await page.locator('input[name=rightsOwner][value=own]').check()
  await page.locator('input[name=licence][value="cc-by-4.0"]').check()
  await page.locator(`input[name=visibility][value=${visibility}]`).check()
  await page.check('#noPersonalData')
  await page.check('#noSecrets')
}

async function send(page: Page, name = 'Last opp'): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForLoadState()
}

async function fits(page: Page, width: number): Promise<void> {
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(
    width,
  )
}

test('a coordinator shares a document, without JavaScript, and a stranger finds and saves it', async () => {
  const title = `Krav til nattro ${Date.now()}`
  let address = ''
  await visit(
    '/dokumenter',
    async (page) => {
      await signInAs(page, 'Solveig Børvatn')
      await page.getByRole('link', { name: 'Last opp et dokument' }).click()
      await send(page)
      expect(await page.locator('[role=alert] li').allInnerTexts()).toHaveLength(8)
      await fillIn(page, title, 'all')
      await page.setInputFiles('#file', pdf('faktura.pdf', '<< /S /JavaScript >>'))
      await send(page)
      expect(await page.locator('[role=alert]').innerText()).toContain('gjør noe av seg selv')
      expect(await page.inputValue('#title')).toBe(title)
      expect(await page.isChecked('#noSecrets')).toBe(true)
      await page.setInputFiles('#file', pdf('Krav – natt.pdf'))
      await send(page)
      expect(await page.locator('[role=status]').innerText()).toBe('Dokumentet er lastet opp.')
      address = new URL(page.url()).pathname
    },
    { javaScriptEnabled: false },
  )
  await visit(`/nn/dokumenter?q=${encodeURIComponent(title)}&kind=requirements`, async (page) => {
    await page.getByRole('link', { name: title }).click()
    await page.waitForURL(`**/nn${address}`)
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Last ned', exact: true }).click()
    expect((await saving).suggestedFilename()).toBe('Krav – natt.pdf')
    await expectAccessible(page)
  })
})

test('what an organisation keeps to itself is not there for others, and is withdrawn with a reason', async () => {
  let address = ''
  await visit('/dokumenter', async (page) => {
    await signInAs(page, 'Jonas Saltstraum')
    await page.goto('/dokumenter/ny')
    await fillIn(page, 'Bare for oss', 'all')
    await page.setInputFiles('#file', pdf())
    await send(page)
    expect(await page.locator('[role=alert]').innerText()).toContain('Bare en koordinator')
    await page.locator('input[name=visibility][value=organisation]').check()
    await page.setInputFiles('#file', pdf())
    await send(page)
    address = new URL(page.url()).pathname
    await page.getByRole('link', { name: 'Trekk tilbake' }).click()
    await page.getByLabel('Det har personopplysninger').check()
    await page.getByLabel('Med egne ord').fill('Navn i vedlegget')
    await send(page, 'Trekk tilbake')
    expect(await page.locator('main').innerText()).toContain('Filen er slettet')
    await expectAccessible(page)
  })
  await visit(address, async (page) => {
    expect(await page.locator('h1').innerText()).toBe('Vi finner ikke denne siden')
  })
})

test('a file that is too large is told in the reader’s language, and what was typed stays', () =>
  visit('/nn/dokumenter', async (page) => {
    await signInAs(page, 'Solveig Børvatn')
    await page.goto('/nn/dokumenter/ny')
    await page.fill('#title', 'Ei stor fil')
    const buffer = Buffer.alloc(LARGEST_BYTES + 1000, ' ')
    await page.setInputFiles('#file', { name: 'stor.txt', mimeType: 'text/plain', buffer })
    const told = await page
      .locator('#file')
      .evaluate((field) => (field as HTMLInputElement).validationMessage)
    expect(told, 'before it is sent, where scripts run').toContain('større enn 25 MB')
    await page.locator('form.document-form').evaluate((form) => form.setAttribute('novalidate', ''))
    const answer = page.waitForResponse((one) => one.request().method() === 'POST')
    await send(page)
    expect((await answer).status()).toBe(413)
    expect(await page.locator('[role=alert]').innerText()).toContain('Fila er større enn 25 MB')
    expect(await page.inputValue('#title')).toBe('Ei stor fil')
  }))

test.each([PHONE, WIDE])('every page of a document is accessible, $width wide', (viewport) =>
  visit(
    '/dokumenter',
    async (page) => {
      await signInAs(page, 'Solveig Børvatn')
      await page.goto('/dokumenter/ny')
      await fits(page, viewport.width)
      await send(page)
      await fits(page, viewport.width)
      await fillIn(page, 'Et prisskjema', 'public-employees')
      const comments = [{ name: 'word/comments.xml', content: `<w:comments>${Date.now()}</w:comments>` }]
      const buffer = anOfficeFile({ parts: comments })
      await page.setInputFiles('#file', { name: 'pris.docx', mimeType: 'text/html', buffer })
      await send(page)
      expect(await page.locator('main').innerText()).toContain('Den har merknader')
      await fits(page, viewport.width)
      const { pathname } = new URL(page.url())
      for (const step of ['/ny-versjon', '/rediger', '/trekk-tilbake']) {
        await page.goto(pathname + step)
        await fits(page, viewport.width)
      }
      await page.goto('/dokumenter')
      await fits(page, viewport.width)
    },
    { viewport },
  ),
)
