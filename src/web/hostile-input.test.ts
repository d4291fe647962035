import { afterAll, beforeAll, expect, test } from 'vitest'
import { PersonId } from '#src/modules/identity/contract.ts'
import { composeMail } from '#src/modules/notifications/mail/compose-mail.ts'
import { type AccessSite, openAccessSite, type Who } from '#src/testing/access-site.ts'
import { accessTable } from '#src/testing/access-table.ts'
import { PAGES } from './paths.ts'

/** Ends a tag, an attribute and a script, begins others, and is a formula and two headers besides. */
const HOSTILE = `=1+1"'></title></script><script>alert(1)</script><img src=x onerror=alert(1)>\r\nX-Stolen: 1`
const HOSTILE_NAME = '=1+1<script>alert(1)</script>'
const SHOWN = '&lt;script&gt;alert(1)&lt;/script&gt;'
const RAW = /<script>alert|<img src=x|<\/title><\/script>/

let site: AccessSite
beforeAll(async () => {
  site = await openAccessSite()
})
afterAll(() => site.close())

async function html(path: string, who: Who): Promise<string> {
  const answer = await site.ask(path, who)
  expect(answer.status, `${path} to ${who}`).toBe(200)
  const text = await answer.text()
  expect(RAW.exec(text)?.[0], `${path} to ${who}`).toBeUndefined()
  return text
}

async function send(path: string, who: Who, form: Record<string, string>): Promise<string> {
  const answer = await site.ask(path, who, { form })
  const text = await answer.text()
  expect(RAW.exec(text)?.[0], path).toBeUndefined()
  expect([200, 302, 303], `${path}: ${text.slice(-400)}`).toContain(answer.status)
  expect(answer.headers.get('x-stolen')).toBeNull()
  return answer.headers.get('location') ?? ''
}

test('what is written in a case is text wherever it is shown, from the form to the paper', async () => {
  const begun = await send('/del', 'contributor', { size: 'experience' })
  const id = /\/del\/([0-9a-f-]{36})/.exec(begun)?.[1] ?? ''
  const answers = {
    version: '1',
    'identity.title': HOSTILE,
    approach: HOSTILE,
    'lessons.$key': 'one',
    'lessons.0.text': HOSTILE,
    'identity.themes': 'trygghetsalarm',
    'who.parties.$key': 'r0',
    'who.parties.0.name': HOSTILE.slice(0, 150),
  }
  await send(`/del/${id}/erfaring`, 'contributor', answers)
  for (const page of ['', '/erfaring', '/se-gjennom'])
    expect(await html(`/del/${id}${page}`, 'contributor')).toContain(SHOWN)
  await send(`/del/${id}/se-gjennom`, 'contributor', { version: '2', do: 'submit' })
  expect(await html('/mine-utkast', 'coordinator')).toContain(SHOWN)
  expect(await html('/redaksjon', 'curator')).toContain(SHOWN)
  const published = await send(`/del/${id}/publiser`, 'coordinator', { version: '3', do: 'publish' })
  const path = published.split('?')[0] ?? ''
  expect(path).toMatch(/^\/anskaffelser\/case-\d+$/)
  await site.program.search.refresh()
  for (const page of [path, `${path}/historikk`, `${path}/versjoner/1`, `/nn${path}`, '/sok?q=alert'])
    expect(await html(page, 'nobody'), page).toContain('&lt;script&gt;alert')
  const api = await site.ask(`/api/v1/cases/${path.split('/').pop()}`)
  expect(api.headers.get('content-type')).toMatch(/^application\/json/)
  for (const kind of ['pdf', 'docx']) {
    const paper = await site.ask(`${path}/papir.${kind}`)
    expect(paper.status).toBe(200)
    expect(paper.headers.get('x-stolen')).toBeNull()
    expect(paper.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w.%~-]+$/,
    )
  }
}, 60_000)

test('what is written of oneself, one’s keys, searches and wishes is text to those who read it', async () => {
  expect(
    (await site.ask('/mine-data', 'newcomer', { form: { do: 'name', name: HOSTILE_NAME } })).status,
  ).toBe(422)
  // As if a provider had told it, or a rule had been forgotten.
  await site.db
    .updateTable('person')
    .set({ name: HOSTILE_NAME })
    .where('id', '=', site.people.newcomer.personId)
    .execute()
  expect(await html('/om', 'newcomer')).toContain(SHOWN)
  await send('/mine-api-nokler', 'contributor', { name: HOSTILE.slice(0, 100), scopes: 'read', days: '30' })
  expect(await html('/mine-api-nokler', 'contributor')).toContain(SHOWN)
  await send('/lagrede-sok/nytt', 'reader', {
    name: HOSTILE.slice(0, 110),
    question: 'q=<script>alert(1)</script>',
    way: 'list',
  })
  expect(await html('/lagrede-sok', 'reader')).toContain(SHOWN)
  const supplier = { organisasjonsnummer: '974760673', name: HOSTILE, role: 'supplier', message: HOSTILE }
  await send('/bli-med?leverandor', 'adviser', supplier)
  expect(await html('/administrasjon', 'administrator')).toContain(SHOWN)
  const organisation = site.records.organisation
  const asked = { organisation, role: 'contributor', message: HOSTILE, title: HOSTILE, delegation: HOSTILE }
  await send('/bli-med', 'newcomer', asked)
  expect(await html('/virksomhet', 'coordinator')).toContain(SHOWN)
  const follow = await send('/personvern/fjern', 'nobody', { page: HOSTILE, wish: HOSTILE, email: '' })
  expect(await html(follow, 'nobody')).toBeTruthy()
  expect(await html('/redaksjon/henvendelser', 'curator')).toContain(SHOWN)
  const answered = await site.db
    .selectFrom('removal_request')
    .selectAll()
    .where('page', 'like', '%alert%')
    .executeTakeFirstOrThrow()
  expect(await html(`/redaksjon/henvendelser/${answered.id}`, 'curator')).toContain(SHOWN)
  await send(`/redaksjon/henvendelser/${answered.id}`, 'curator', { outcome: 'kept', answer: HOSTILE })
  expect(await html(follow.split('?')[0] ?? '', 'nobody')).toContain(SHOWN)
})

test('in the log as a file nothing is a formula, and what ends a line ends nothing', async () => {
  for (const [path, who] of [
    ['/virksomhet/logg/fil', 'coordinator'],
    ['/redaksjon/logg/fil', 'curator'],
  ] as const) {
    const csv = await (await site.ask(path, who)).text()
    expect(csv.split('\r\n').length).toBeGreaterThan(1)
    const cells = csv.slice(1).matchAll(/(?:^|;|\r\n)("(?:[^"]|"")*"|[^;\r\n]*)/g)
    for (const [, cell = ''] of cells) expect(cell).not.toMatch(/^"?[=+\-@\t]/)
    const json = await (await site.ask(`${path}?format=json`, who)).text()
    expect(JSON.parse(json)).toBeInstanceOf(Array)
  }
})

test('what is typed wrong is shown again as text, on every page that takes a form without signing in', async () => {
  for (const path of ['/personvern/fjern', '/verktoy/innovasjonssjekk', '/logg-inn'])
    for (const name of ['page', 'wish', 'email', 'text', 'draft', 'til', '<script>alert(1)</script>']) {
      const answer = await site.ask(path, 'nobody', { form: { [name]: HOSTILE } })
      expect(RAW.exec(await answer.text())?.[0], `${path} ${name}`).toBeUndefined()
    }
})

const WORDS_ASKED = [
  'q',
  'til',
  'side',
  'feil',
  'type',
  'kind',
  'reason',
  'theme',
  'gjort',
  'varsel',
  'visning',
  'for',
  'county',
  'page',
]

test('a word that every object answers to is no word of ours, in the address of any page', async () => {
  const records: Readonly<Record<string, string>> = site.records
  const failed: string[] = []
  for (const { address, answers } of accessTable('Pages')) {
    const who = (['nobody', 'coordinator', 'curator', 'administrator'] as const).find(
      (one) => answers[one] === '200',
    )
    const path = address.replace(/\{(\w+)\}/g, (_, name: string) => records[name] ?? name).split('?')[0]
    const query = WORDS_ASKED.map((name) => `${name}=constructor`).join('&')
    if (who && (await site.ask(`${path}?${query}`, who)).status >= 500) failed.push(`${path} to ${who}`)
  }
  expect(failed).toEqual([])
}, 120_000)

const READ = Object.values(PAGES).flatMap(({ examples }) => examples)

test('what stands in the address is text on every page', async () => {
  const hostile = encodeURIComponent(HOSTILE)
  for (const example of READ) {
    const [path = ''] = example.split('?')
    const query = WORDS_ASKED.map((name) => `${name}=${hostile}`).join('&')
    for (const who of ['nobody', 'coordinator'] as const) {
      const answer = await site.ask(`${path}?${query}`, who)
      expect([answer.status < 500, RAW.exec(await answer.text())?.[0]], `${path} to ${who}`).toEqual([
        true,
        undefined,
      ])
    }
  }
}, 120_000)

test('in a mail it is text, and its subject is one line', async () => {
  const mail = {
    id: '01998f7e-6c1e-7d3a-9a5c-2b1f6d0e8a11',
    form: 'immediate',
    person: { id: PersonId.parse('01998f7e-6c1e-7d3a-9a5c-2b1f6d0e8a12'), name: HOSTILE },
    notifications: [{ kind: 'draft.published', facts: { title: HOSTILE, name: HOSTILE }, path: '/om' }],
  }
  const made = composeMail({ mail: mail as never, language: 'nb', site: 'https://spydspiss.example' })
  expect(made.subject).not.toMatch(/[\r\n]/)
  expect(made.html).not.toMatch(RAW)
  expect(made.html).toContain('&lt;script&gt;')
})
