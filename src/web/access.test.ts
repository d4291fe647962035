import { afterAll, beforeAll, expect, test } from 'vitest'
import { endpoints } from '#src/api/endpoints.ts'
import { ROLES } from '#src/modules/identity/contract.ts'
import { type AccessSite, aToken, openAccessSite, type Who } from '#src/testing/access-site.ts'
import { type AccessRow, accessLine, accessTable } from '#src/testing/access-table.ts'
import { PAGES } from './paths.ts'

const EVERYBODY = [
  ...['nobody', 'newcomer', 'reader', 'contributor', 'coordinator', 'network-leader', 'consultant'],
  ...['neighbour', 'adviser', 'supplier', 'curator', 'administrator'],
] as readonly Who[]
const A_FORM = { form: {} }

let site: AccessSite
beforeAll(async () => {
  site = await openAccessSite()
})
afterAll(() => site.close())

/** Records of the site stand in the document as `{draft}`, since their ids are new each time. */
function filledIn(address: string): string {
  return address.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = site.records[name as keyof AccessSite['records']]
    if (!id) throw new Error(`There is no record ${name} in src/testing/access-site.ts`)
    return id
  })
}

type Ask = (address: string, who: Who) => Promise<Response>

async function answeredNow(rows: readonly AccessRow[], ask: Ask): Promise<readonly string[]> {
  const lines: string[] = []
  for (const row of rows) {
    const answers: Record<string, string> = {}
    for (const who of EVERYBODY) answers[who] = String((await ask(filledIn(row.address), who)).status)
    lines.push(accessLine({ ...row, answers }))
  }
  return lines
}

function expectAllIn(heading: string, names: readonly string[]): void {
  const listed = new Set(accessTable(heading).map(({ name }) => name))
  const missing = names.filter((name) => !listed.has(name))
  expect(
    missing,
    `Decide who may, and write a line for each under «${heading}» in docs/access.md; what the site answers now is in the message of the next test`,
  ).toEqual([])
}

test('everybody is in the table: every role, whoever has none, and whoever has not signed in', () => {
  expect(EVERYBODY).toEqual(expect.arrayContaining([...ROLES, 'newcomer', 'nobody']))
  for (const heading of ['Pages', 'Forms', 'API', 'Files'])
    for (const { name, answers } of accessTable(heading))
      expect(Object.keys(answers), name).toEqual(EVERYBODY)
})

test('every page, endpoint and file is in the table', () => {
  expectAllIn('Pages', Object.keys(PAGES))
  expectAllIn(
    'API',
    endpoints.map(({ id }) => id),
  )
  const files = site.web.routes
    .filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/v1'))
    .map(({ path }) => path.replace(/\{.*\}/, ''))
    .filter((path) => !/^\/(nn|en)\//.test(path))
  expectAllIn('Files', [...new Set(files)])
})

test('every page is opened by those who may and by nobody else', async () => {
  const rows = accessTable('Pages')
  expect(await answeredNow(rows, site.ask)).toEqual(rows.map(accessLine))
}, 300_000)

test('every form is taken from those who may send it and from nobody else', async () => {
  const rows = accessTable('Forms')
  expect(await answeredNow(rows, (address, who) => site.ask(address, who, A_FORM))).toEqual(
    rows.map(accessLine),
  )
}, 300_000)

test('a page without a line under «Forms» takes none', async () => {
  const withForms = new Set(accessTable('Forms').map(({ name }) => name))
  const taking: string[] = []
  for (const { name, address } of accessTable('Pages').filter((row) => !withForms.has(row.name)))
    for (const who of EVERYBODY) {
      const { status } = await site.ask(filledIn(address), who, A_FORM)
      if (status < 400) taking.push(`${name} from ${who}: ${status}`)
    }
  expect(taking).toEqual([])
}, 300_000)

test('every address of the API answers those who may ask it, with a key and without', async () => {
  const tokens = new Map<Who, string | null>()
  for (const who of EVERYBODY)
    tokens.set(who, who === 'nobody' ? null : await aToken(site.db, site.people[who]))
  const rows = accessTable('API')
  const lines: string[] = []
  for (const row of rows) {
    const method = (endpoints.find(({ id }) => id === row.name)?.method ?? 'get').toUpperCase()
    const sent = method === 'GET' ? {} : { 'content-type': 'application/json', 'if-match': '"1"' }
    const ask: Ask = (address, who) => {
      const token = tokens.get(who)
      const headers = { ...sent, ...(token && { authorization: `Bearer ${token}` }) }
      return site.ask(`/api/v1${address}`, 'nobody', {
        method,
        headers,
        ...(method !== 'GET' && { body: '{}' }),
      })
    }
    lines.push(...(await answeredNow([row], ask)))
  }
  expect(lines).toEqual(rows.map(accessLine))
}, 120_000)

test('every file is given to those who may have it', async () => {
  const rows = accessTable('Files')
  expect(await answeredNow(rows, site.ask)).toEqual(rows.map(accessLine))
}, 120_000)

const OTHER_SPELLINGS = ['/%72edaksjon/henvendelser', '/REDAKSJON/henvendelser', '/redaksjon/henvendelser/']
const OTHER_WAYS = [
  '/redaksjon/henvendelser.data',
  '/nn/redaksjon/henvendelser',
  '/en/redaksjon/%68envendelser',
]

test.each([...OTHER_SPELLINGS, ...OTHER_WAYS])('%s is not a way around the table', async (address) => {
  for (const who of ['nobody', 'reader', 'administrator'] as const) {
    const answer = await site.ask(address, who)
    expect([200, 202].includes(answer.status) && !address.endsWith('.data'), who).toBe(false)
    expect(await answer.text(), who).not.toContain(site.records.request)
  }
  expect(await (await site.ask(address, 'curator')).text()).toContain(site.records.request)
})
