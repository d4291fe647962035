import { expect, test } from 'vitest'
import { z } from 'zod'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { addCase, findCase, requirementsOf } from '#src/modules/catalogue/index.ts'
import { ALARMS, type AskedApi, now, SITE, seededApi } from '#src/testing/api-program.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aDemand } from '#src/testing/market.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aDocument } from '#src/testing/shared-documents.ts'
import { aToldStop, stopPeople } from '#src/testing/stops.ts'
import { endpoints } from './endpoints.ts'
import { openApiDocument } from './openapi.ts'
import { PROBLEMS } from './problem.ts'

const document = openApiDocument('https://spydspiss.example')

test('the API is the one that was agreed', async () => {
  // Other programs rely on it. When a change is meant: `npm run api:golden`, and read what it changed.
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot('openapi.golden.json')
})

test('the document is served with the address it is asked at', async () => {
  const { ask } = await seededApi()
  const served: unknown = await (await ask('/openapi.json')).json()
  expect(served).toEqual(openApiDocument(SITE))
})

test('every reference in the document leads somewhere', () => {
  const names = new Set(Object.keys(document.components.schemas))
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name,
  )
  expect(references.length).toBeGreaterThan(20)
  expect(references.filter((name) => !names.has(name ?? ''))).toEqual([])
})

test('every schema that has a name is used', () => {
  const text = JSON.stringify(document)
  const unused = Object.keys(document.components.schemas).filter(
    (name) => !text.includes(`"#/components/schemas/${name}"`),
  )
  expect(unused).toEqual([])
})

test('every address says what its parameters are', () => {
  for (const [path, there] of Object.entries(document.paths)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    for (const { operationId, parameters } of Object.values(there)) {
      expect(
        parameters.filter((one) => one.in === 'path').map(({ name }) => name),
        operationId,
      ).toEqual(inPath)
      expect(
        parameters.filter(({ description }) => description === '').map(({ name }) => name),
        operationId,
      ).toEqual([])
    }
  }
  expect(new Set(endpoints.map(({ id }) => id)).size).toBe(endpoints.length)
})

/** The schema a documented answer has, read from the document itself as another program would. */
function documentedSchema(path: string): z.ZodType | null {
  const schema = document.paths[path]?.get?.responses['200']?.content?.['application/json']?.schema
  if (!schema) return null
  const local = JSON.stringify({ ...schema, $defs: document.components.schemas }).replaceAll(
    '#/components/schemas/',
    '#/$defs/',
  )
  return z.fromJSONSchema(JSON.parse(local))
}

/** One of each of what does not ship with the program, open to everybody. */
async function told(db: AskedApi['db']) {
  const { chief } = await stopPeople(db)
  const found = await findCase(db, CaseId.parse('case-016'))
  if (found?.status !== 'found') throw new Error('case-016 is there')
  const content = { ...found.case.content, requirements: [{ text: 'Alarmen skal virke uten strøm' }] }
  const added = await addCase({ db, now }, chief, { content, note: null, organisation: chief.organisation })
  const [requirement] = added.ok ? requirementsOf(content) : []
  const { organisation } = chief
  if (!added.ok || !requirement || !organisation) throw new Error('The case of the test was not added')
  const need = await aNeed(db, { organisation, by: chief.personId })
  return {
    stop: await aToldStop({ db, now }, chief, { visibility: 'all' }),
    file: await aDocument(db, chief, { description: { visibility: 'all' } }),
    joint: await aProcurement(db, { lead: organisation, by: chief.personId, audience: 'all' }),
    need: need.id,
    demand: (await aDemand({ db, now }, { own: need, by: chief })).id,
    requirement: `${added.value}.${requirement.hash}`,
  }
}

let records: ReturnType<typeof told> | null = null

async function examples(): Promise<Readonly<Record<string, string>>> {
  const { ask, db } = await seededApi()
  records ??= told(db)
  const { requirement, stop, file, joint, need, demand } = await records
  const organisations = z.object({ items: z.array(z.object({ id: z.string() })) })
  const [first] = organisations.parse(await (await ask('/organisations?limit=1')).json()).items
  return {
    '/cases/{id}': '/cases/case-001',
    '/cases/{id}/similar': '/cases/case-038/similar',
    '/cases/{id}/adoptions': '/cases/case-016/adoptions',
    '/cases/{id}/spread': '/cases/case-016/spread',
    '/notices/{id}/similar': `/notices/${ALARMS}-02/similar`,
    '/suggest': '/suggest?q=trygg',
    '/themes/{id}': '/themes/renovasjonsbil',
    '/notices/{id}': `/notices/${ALARMS}-02`,
    '/notices/{id}/original': `/notices/${ALARMS}-02/original`,
    '/organisations/{id}': `/organisations/${first?.id}`,
    '/municipalities/{number}': '/municipalities/4601',
    '/requirements/{id}': `/requirements/${requirement}`,
    '/needs/{id}': `/needs/${need}`,
    '/needs/{id}/group': `/needs/${need}/group`,
    '/demands/{id}': `/demands/${demand}`,
    '/stops/{id}': `/stops/${stop}`,
    '/joint-procurements/{id}': `/joint-procurements/${joint.id}`,
    '/documents/{id}': `/documents/${file}`,
  }
}

const open = endpoints.filter(({ method, access }) => method === 'get' && access === 'everyone')

test.each(open.map(({ path }) => path))('%s answers as documented', async (path) => {
  const { ask } = await seededApi()
  const answer = await ask((await examples())[path] ?? path)
  expect(answer.status).toBe(200)
  const [documented] = Object.keys(document.paths[path]?.get?.responses['200']?.content ?? {})
  expect(answer.headers.get('content-type')?.split(';')[0]).toBe(documented)
  const schema = documentedSchema(path)
  if (schema) expect(schema.safeParse(await answer.json()).error).toBeUndefined()
})

test('an answer with something undocumented in it would be noticed', async () => {
  const { ask } = await seededApi()
  const answer = z
    .looseObject({ items: z.array(z.looseObject({})) })
    .parse(await (await ask('/themes')).json())
  const schema = documentedSchema('/themes')
  expect(schema?.safeParse(answer).success).toBe(true)
  expect(schema?.safeParse({ ...answer, secret: 1 }).success).toBe(false)
  expect(schema?.safeParse({ ...answer, items: [{ ...answer.items[0], label: null }] }).success).toBe(false)
})

test('the documentation page has every address, schema and problem, and needs no script', async () => {
  const { ask } = await seededApi()
  const page = await ask('/docs')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const html = await page.text()
  for (const { method, path } of endpoints)
    expect(html).toContain(`${method.toUpperCase()} /api/v1${path}</code>`)
  for (const name of Object.keys(document.components.schemas)) expect(html).toContain(`id="schema-${name}"`)
  for (const kind of Object.keys(PROBLEMS)) expect(html).toContain(`id="problem-${kind}"`)
  expect(html).not.toMatch(/<script|style="|\[object|undefined|`/)
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(targets.filter((id) => !ids.includes(id))).toEqual([])
  expect((await ask('/docs.css')).headers.get('content-type')).toContain('text/css')
})

test('the root tells where everything is', async () => {
  const { ask } = await seededApi()
  const body = z.object({
    documentation: z.url(),
    openapi: z.url(),
    resources: z.record(z.string(), z.url()),
  })
  const entrance = body.parse(await (await ask('')).json())
  expect(Object.keys(entrance.resources)).toEqual([
    'search',
    'suggest',
    'cases',
    'needs',
    'groups',
    'demands',
    'jointProcurements',
    'notices',
    'requirements',
    'stops',
    'radar',
    'documents',
    'organisations',
    'municipalities',
    'themes',
    'themesAsTurtle',
    'themesAsJsonLd',
  ])
  for (const address of [entrance.documentation, entrance.openapi, ...Object.values(entrance.resources)]) {
    expect((await ask(address.replace(`${SITE}/api/v1`, ''))).status, address).toBe(200)
  }
})
