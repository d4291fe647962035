import { expect, test } from 'vitest'
import { z } from 'zod'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { addCase, findCase, mergeCase, withdrawCase } from '#src/modules/catalogue/index.ts'
import { ALARMS, type AskedApi, BUSES, now, SITE, seededApi } from '#src/testing/api-program.ts'
import { CONTACT } from '#src/testing/notice-xml.ts'
import { aPerson } from '#src/testing/people.ts'
import { CaseAnswer, CasesAnswer } from './case-answer.ts'
import { NoticeAnswer, NoticesAnswer } from './notice-answer.ts'
import {
  MunicipalitiesAnswer,
  MunicipalityAnswer,
  OrganisationAnswer,
  OrganisationsAnswer,
} from './organisation-answer.ts'
import { Problem } from './problem.ts'
import { SearchAnswerBody } from './search-answer.ts'

/** The answer, which is only one when it has exactly the documented form. */
async function read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
  const { ask } = await seededApi()
  const answer = await ask(path)
  expect(answer.status, path).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  return schema.parse(await answer.json())
}

test('a search answers with hits, their addresses, snippets and labelled facets', async () => {
  const answer = await read('/search?q=trygghetsalarm&county=46&lang=nn', SearchAnswerBody)
  expect(answer.query).toMatchObject({ q: 'trygghetsalarm', county: ['46'], limit: 20, lang: 'nn' })
  const hit = answer.hits.find(({ id }) => id === `${ALARMS}-02`)
  expect(hit).toMatchObject({
    type: 'notice',
    url: `${SITE}/nn/kunngjoringer/${ALARMS}-02`,
    self: `${SITE}/api/v1/notices/${ALARMS}-02`,
    buyers: ['Bergen kommune'],
    year: 2026,
    publishedOn: '2026-10-09',
    deadline: '2026-12-01T11:00:00Z',
    value: { amount: '1250000.00', currency: 'NOK' },
  })
  expect(hit?.snippet).toBe(hit?.snippetParts.map(({ text }) => text).join(''))
  expect(answer.facets.county).toContainEqual(expect.objectContaining({ value: '46', label: 'Vestland' }))
  expect(answer.facets.type.find(({ value }) => value === 'notice')?.label).toBe('Kunngjeringar')
})

test('repeated parameters are alternatives', async () => {
  const total = async (query: string) => (await read(`/search?${query}`, SearchAnswerBody)).total
  const [both, cases, notices] = [
    await total('type=case&type=notice'),
    await total('type=case'),
    await total('type=notice'),
  ]
  expect(cases).toBeGreaterThan(100)
  expect(notices).toBe(2)
  expect(both).toBe(cases + notices)
})

test('the pages of a search lead on to each other', async () => {
  const { ask } = await seededApi()
  const second = await ask('/search?type=case&limit=10&offset=10')
  const links = second.headers.get('link') ?? ''
  expect(links).toContain(`<${SITE}/api/v1/search?type=case&limit=10&offset=20>; rel="next"`)
  expect(links).toContain(`<${SITE}/api/v1/search?type=case&limit=10&offset=0>; rel="prev"`)
})

test.each([
  ['/cases', CasesAnswer, 'id', 150],
  ['/organisations', OrganisationsAnswer, 'id', 372],
  ['/municipalities', MunicipalitiesAnswer, 'number', 357],
  ['/notices?versions=all', NoticesAnswer, 'id', 3],
] as const)('following next through %s gives everything once', async (path, schema, key, atLeast) => {
  const { ask } = await seededApi()
  const limit = atLeast > 100 ? 100 : 2
  const seen: string[] = []
  let total = 0
  let next: string | null = `${path}${path.includes('?') ? '&' : '?'}limit=${limit}`
  while (next !== null) {
    const answer: Response = await ask(next.replace(`${SITE}/api/v1`, ''))
    const page = z.object({
      total: z.number(),
      next: z.string().nullable(),
      items: z.array(z.looseObject({ [key]: z.string() })),
    })
    const body = page.parse(schema.parse(await answer.json()))
    seen.push(...body.items.map((item) => String(item[key])))
    expect(answer.headers.get('link')).toBe(body.next && `<${body.next}>; rel="next"`)
    total = body.total
    next = body.next
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBe(total)
  expect(total).toBeGreaterThanOrEqual(atLeast)
})

test.each(['/cases', '/organisations', '/municipalities', '/notices'])(
  '%s does not take an unknown item to go on after',
  async (path) => {
    const { ask } = await seededApi()
    const answer = await ask(`${path}?after=case-99999`)
    expect(answer.status).toBe(400)
    expect(Problem.parse(await answer.json()).parameters).toEqual([
      { name: 'after', value: 'case-99999', problem: 'is not an id in this list' },
    ])
  },
)

test('a case tells everything, who it is today, and that nobody has confirmed it', async () => {
  const answer = await read('/cases/case-001?lang=en', CaseAnswer)
  expect(answer).toMatchObject({
    id: 'case-001',
    url: `${SITE}/en/anskaffelser/case-001`,
    kindLabel: 'Procurement',
    confirmed: false,
    language: 'nb',
  })
  expect(answer.parties.find(({ name }) => name === 'Larvik')).toMatchObject({
    role: 'lead',
    organisation: { municipalityNumber: '3909', kind: 'municipality' },
  })
  expect(answer.content.lessons.length).toBeGreaterThan(0)
  expect(answer.reuse.score).toBeLessThan(answer.reuse.of)
  expect(answer.missing).toContain('requirements')
})

test('what came out of a case is told with it', async () => {
  const answer = await read('/cases/case-009', CaseAnswer)
  expect(answer.solutions).toContainEqual(
    expect.objectContaining({ id: 'solution-001', url: `${SITE}/losninger/solution-001` }),
  )
})

async function copyOf(db: AskedApi['db'], id: string): Promise<CaseId> {
  const found = await findCase(db, CaseId.parse(id))
  if (found?.status !== 'found') throw new Error(`${id} is not there`)
  const { content } = found.case
  const curator = await aPerson(db, { roles: ['curator'] })
  const added = await addCase({ db, now }, curator, { content, note: null, organisation: null })
  if (!added.ok) throw new Error(added.failure.kind)
  return added.value
}

test('a withdrawn case says why, and a merged one leads on', async () => {
  const { ask, db } = await seededApi()
  const [withdrawn, merged] = [await copyOf(db, 'case-002'), await copyOf(db, 'case-003')]
  const curator = await aPerson(db, { roles: ['curator'] })
  await withdrawCase({ db, now }, curator, { id: withdrawn, reason: 'Published twice by mistake' })
  await mergeCase({ db, now }, curator, { id: merged, into: CaseId.parse('case-003') })

  const gone = await ask(`/cases/${withdrawn}`)
  expect(gone.status).toBe(410)
  expect(Problem.parse(await gone.json())).toMatchObject({ reason: 'Published twice by mistake' })

  const moved = await ask(`/cases/${merged}?lang=nn`)
  expect(moved.status).toBe(301)
  expect(moved.headers.get('location')).toBe(`${SITE}/api/v1/cases/case-003?lang=nn`)
})

test('a notice answers field by field as it was published', async () => {
  const answer = await read(`/notices/${ALARMS}-02`, NoticeAnswer)
  expect(answer).toMatchObject({
    noticeId: ALARMS,
    version: '02',
    isNewest: true,
    publicationNumber: expect.stringContaining('123456-2026'),
    procedureId: '7f3c9a10-0000-4000-8000-00000000f01d',
    subtype: '16',
    formType: 'competition',
    noticeType: 'cn-standard',
    language: 'nb',
    title: 'Trygghetsalarmer',
    buyers: [
      {
        name: 'Bergen kommune',
        organisationNumber: '964338531',
        municipality: { number: '4601', name: 'Bergen' },
        lead: false,
      },
    ],
    procedureType: 'open',
    cpv: ['35121700'],
    nuts: ['NO0A2'],
    value: { amount: '1250000.00', currency: 'NOK' },
    deadline: '2026-12-01T11:00:00Z',
    publishedOn: '2026-10-09',
    parts: [],
    innovation: { declared: { strategicProcurement: ['inn-pur'], innovativeAcquisition: ['prod-innov'] } },
  })
  expect(answer.lots).toMatchObject([
    {
      id: 'LOT-0001',
      title: 'Alarmer med mottak',
      strategicProcurement: ['inn-pur'],
      innovativeAcquisition: ['prod-innov'],
      awardCriteria: [{ type: 'quality', name: 'Nytte for brukeren', weight: 60, weightUnit: 'per-exa' }],
      variants: 'allowed',
      duration: { months: 48 },
      winners: [],
    },
  ])
})

test('codes of a notice come with words in the language that is asked for', async () => {
  const { labels } = await read(`/notices/${ALARMS}-02?lang=en`, NoticeAnswer)
  expect(labels.procedureType).toMatch(/open/i)
  expect(Object.keys(labels.cpv)).toEqual(['35121700'])
  expect(labels.cpv['35121700']).toMatch(/[A-Za-z]{4}/)
})

test('every version and every original of a notice is listed', async () => {
  const answer = await read(`/notices/${ALARMS}-02`, NoticeAnswer)
  expect(answer.versions.map(({ id }) => id)).toEqual([`${ALARMS}-02`, `${ALARMS}-01`])
  expect(answer.related).toContainEqual(expect.objectContaining({ id: `${BUSES}-01` }))
  expect(new Set(answer.originals.map(({ sha256 }) => sha256)).size).toBe(2)
  expect((await read(`/notices/${ALARMS}-01`, NoticeAnswer)).isNewest).toBe(false)
})

test('a notice id without a version leads to the newest', async () => {
  const { ask } = await seededApi()
  const answer = await ask(`/notices/${ALARMS}`)
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe(`${SITE}/api/v1/notices/${ALARMS}-02`)
})

test('the list of notices is narrowed by who bought and by day', async () => {
  const ids = async (query: string) =>
    (await read(`/notices?${query}`, NoticesAnswer)).items.map(({ id }) => id)
  expect(await ids('municipality=4601')).toEqual([`${BUSES}-01`, `${ALARMS}-02`])
  expect(await ids('municipality=0301')).toEqual([])
  expect(await ids('county=46&since=2026-10-10')).toEqual([`${BUSES}-01`])
  expect(await ids('until=2026-10-10&versions=all')).toEqual([`${ALARMS}-02`, `${ALARMS}-01`])
  expect(await ids('formType=result')).toEqual([])
})

test('an original is a file without the contact person, and each can be had', async () => {
  const { ask } = await seededApi()
  const { originals } = await read(`/notices/${ALARMS}-02`, NoticeAnswer)
  const answer = await ask(`/notices/${ALARMS}-02/original`)
  expect(answer.headers.get('content-type')).toBe('application/xml')
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${ALARMS}-02.xml"`)
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  const xml = await answer.text()
  expect(xml).toContain('Trygghetsalarmer')
  expect(xml).not.toContain('the same from elsewhere')

  const others = await Promise.all(
    originals.map(async ({ url }) => (await ask(url.replace(`${SITE}/api/v1`, ''))).text()),
  )
  expect(others.filter((other) => other.includes('the same from elsewhere'))).toHaveLength(1)
  expect(others.filter((other) => other.includes('Bergen kommune'))).toHaveLength(2)
})

test('no contact person comes out of the API', async () => {
  const { ask } = await seededApi()
  const paths = [
    `/notices/${ALARMS}-02`,
    `/notices/${ALARMS}-01`,
    `/notices/${ALARMS}-02/original`,
    '/notices?versions=all',
    '/search?type=notice',
    `/search?q=${encodeURIComponent(CONTACT.name)}`,
  ]
  for (const path of paths) {
    const text = (await (await ask(path)).text()).replace(encodeURIComponent(CONTACT.name), '')
    const withoutQuestion = text.replace(/"query":\{[^}]*\}/, '')
    for (const personal of Object.values(CONTACT)) expect(withoutQuestion, path).not.toContain(personal)
  }
})

test('a municipality comes with its facts, and an old number leads to it', async () => {
  const { ask } = await seededApi()
  expect(await read('/municipalities/4601', MunicipalityAnswer)).toMatchObject({
    name: 'Bergen',
    county: { number: '46', name: 'Vestland' },
    smallDistrict: false,
    formerNumbers: [expect.objectContaining({ number: '1201' })],
  })
  const old = await ask('/municipalities/1201?lang=en')
  expect(old.status).toBe(301)
  expect(old.headers.get('location')).toBe(`${SITE}/api/v1/municipalities/4601?lang=en`)
})

test('an organisation is found by part of its name, by kind and by number', async () => {
  const names = async (query: string) => (await read(`/organisations?${query}`, OrganisationsAnswer)).items
  const [bergen] = await names('kind=municipality&q=bergen')
  expect(bergen).toMatchObject({
    name: 'Bergen kommune',
    municipality: { number: '4601' },
    url: `${SITE}/kommuner/4601`,
  })
  expect(await names('organisationNumber=964%20338%20531')).toEqual([bergen])
  expect(await read(`/organisations/${bergen?.id}`, OrganisationAnswer)).toEqual(bergen)
})
