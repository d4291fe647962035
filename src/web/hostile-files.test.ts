import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessSite, openAccessSite } from '#src/testing/access-site.ts'
import { aPdf, PNG } from '#src/testing/documents.ts'

let site: AccessSite
beforeAll(async () => {
  site = await openAccessSite()
})
afterAll(() => site.close())

const DESCRIPTION = {
  ...{ title: 'Krav', description: '', kind: 'requirements', step: 'competition', theme: '', language: 'nb' },
  ...{ visibility: 'all', rightsOwner: 'own', rightsHolder: '', permission: '', licence: 'none', for: '' },
  ...{ noPersonalData: 'ja', noSecrets: 'ja' },
}

let sent = 0

async function upload(bytes: Uint8Array, name: string): Promise<Response> {
  const body = new FormData()
  const organisation = site.records.organisation
  for (const [field, value] of Object.entries({ ...DESCRIPTION, organisation })) body.set(field, value)
  body.set('file', new File([Uint8Array.from(bytes)], name))
  return site.ask('/dokumenter/ny', 'coordinator', { body })
}

function anotherPdf(): Buffer {
  sent += 1
  return aPdf({ objects: `% hostile ${sent}` })
}

const kept = async () => (await site.db.selectFrom('document').select('id').execute()).length

const text = (content: string) => new TextEncoder().encode(content)
const WRONG: readonly (readonly [what: string, name: string, bytes: () => Uint8Array])[] = [
  ['HTML that calls itself a PDF', 'krav.pdf', () => text('<!doctype html><script>alert(1)</script>')],
  ['a page', 'krav.html', () => text('<!doctype html><script>alert(1)</script>')],
  [
    'a drawing with a script',
    'kart.svg',
    () => text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
  ],
  [
    'a drawing that calls itself a picture',
    'kart.png',
    () => text('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  ],
  ['a program', 'krav.docx', () => text(`MZ${'\0'.repeat(200)}`)],
  ['a picture that calls itself a PDF', 'krav.pdf', () => PNG],
  ['a PDF with a script', 'krav.pdf', () => aPdf({ objects: '<< /S /JavaScript /JS (app.alert(1)) >>' })],
  ['nothing', 'krav.pdf', () => new Uint8Array()],
  ['a shell script', 'krav.txt', () => text('#!/bin/sh\0rm -rf /')],
]

test.each(WRONG)('%s is refused, and nothing is kept', async (_, name, bytes) => {
  const before = await kept()
  const answer = await upload(bytes(), name)
  const wrong = [...(await answer.text()).matchAll(/href="#([\w-]+)"/g)].map(([, field]) => field)
  expect([answer.status, wrong.filter((field) => field !== 'innhold')]).toEqual([422, ['file']])
  expect(await kept()).toBe(before)
})

test('a file that is too large is refused while it comes, and nothing is kept', async () => {
  const before = await kept()
  const large = new Uint8Array(26 * 1024 * 1024)
  large.set(aPdf())
  expect([413, 422]).toContain((await upload(large, 'krav.pdf')).status)
  expect(await kept()).toBe(before)
}, 60_000)

test('a form that is no upload may not be large, wherever it is sent', async () => {
  for (const path of ['/personvern/fjern', '/del', '/mine-data', '/logg-inn']) {
    const answer = await site.ask(path, 'coordinator', { form: { wish: 'x'.repeat(12 * 1024 * 1024) } })
    expect(answer.status, path).toBe(413)
  }
})

const NAMES = [
  '../../../etc/passwd.pdf',
  '..\\..\\windows\\system32.pdf',
  '/etc/passwd.pdf',
  'C:\\autoexec.pdf',
  'krav\r\nX-Stolen: 1.pdf',
  'krav"; filename="virus.exe.pdf',
  '\u202Efdp.exe.pdf',
  '.htaccess.pdf',
  'con.pdf',
  `${'a'.repeat(400)}.pdf`,
  '<img src=x onerror=alert(1)>.pdf',
]

test.each(NAMES)(
  'a file that calls itself %j is kept under a name that leads nowhere and runs nothing',
  async (name) => {
    const answer = await upload(anotherPdf(), name)
    expect(answer.status).toBe(303)
    const page = (answer.headers.get('location') ?? '').split('?')[0] ?? ''
    const html = await (await site.ask(page)).text()
    expect(html).not.toMatch(/<img src=x/)
    const link =
      /href="(\/dokumenter\/[^"]+\/(?:nyeste|1)\/[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(decodeURIComponent(link.split('/').pop() ?? '')).not.toMatch(/[/\\\r\n\u202E<>"]|^\.|^con\./)
    const file = await site.ask(link)
    expect([file.status, file.headers.get('content-type'), file.headers.get('x-stolen')]).toEqual([
      200,
      'application/pdf',
      null,
    ])
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w .()-]+\.pdf"; filename\*=UTF-8''[\w.%~-]+$/,
    )
    expect(file.headers.get('content-security-policy')).toContain('sandbox')
  },
)

test.each([
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/server/index.js',
  '/favicon.svg/../../../package.json',
  '/..%5c..%5cpackage.json',
  '/assets/\0',
])('%j gives out no file of the program', async (path) => {
  const answer = await site.ask(path)
  expect(answer.status).toBeLessThan(500)
  expect(await answer.text()).not.toMatch(/"dependencies"|createRequestHandler/)
})
