import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { SolutionId } from '#src/modules/catalogue/contract.ts'
import { notificationsOf, tellPeople } from '#src/modules/notifications/index.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { AUDIENCES } from '#src/telling/index.ts'
import { aCase, anAdoption, stepped } from '#src/testing/adoptions.ts'
import { type Fields, openPage, sendForm, visitOf } from '#src/testing/ask-page.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { aWebProgram } from '#src/testing/web-program.ts'
import * as adoptionPage from './routes/adoption/page.tsx'
import * as minePage from './routes/my-adoptions/page.tsx'
import * as solutionPage from './routes/solution/page.tsx'
import * as spreadFile from './routes/spread/file.ts'
import * as spreadPage from './routes/spread/page.tsx'
import * as editorialPage from './routes/supplier-words/page.tsx'
import * as takePage from './routes/take-into-use/page.tsx'

const now = () => new Date('2026-11-22T10:41:00Z')

async function scene(db: Database) {
  const bodo = await municipalityId(db, '1804')
  const royrvik = await municipalityId(db, '5043')
  const firm = await ensureOrganisation(db, { name: 'Alarm AS', organisasjonsnummer: null, kind: 'supplier' })
  const chief = await aPerson(db, { organisation: bodo, roles: ['coordinator'] })
  return {
    chief,
    ingrid: await aPerson(db, { organisation: royrvik, roles: ['contributor'] }),
    reader: await aPerson(db, { organisation: royrvik, roles: ['reader'] }),
    supplier: await aPerson(db, { organisation: firm, roles: ['supplier'] }),
    curator: await aPerson(db, { roles: ['curator'] }),
    caseId: await aCase({ db, now }, chief),
    program: aWebProgram({ db, now }),
  }
}

const takeAt = (id: string, language = '') => ({
  page: takePage,
  path: `${language}/anskaffelser/${id}/ta-i-bruk`,
  params: { id },
})
const adoptionAt = (id: string) => ({ page: adoptionPage, path: `/adopsjoner/${id}`, params: { id } })

test('the page says what one gets, and keeps what was typed wrong', () =>
  withCatalogue(async (db) => {
    const { ingrid, program, caseId } = await scene(db)
    const page = await openPage(program, ingrid, takeAt(caseId))
    expect(page.data).toMatchObject({
      volume: '400 brukere',
      tellsLittle: false,
      option: null,
      organisations: [{ name: 'Røyrvik kommune' }],
      underWay: [],
    })
    expect((page.data as { gets: readonly string[] }).gets).toContain('Ett krav')
    const form: Fields = [
      ['volumeThere', 'førti'],
      ['volumeHere', '20'],
      ['differences', 'Vi\0 dropper appen'],
      ['audience', 'all'],
    ]
    const answer = await sendForm(program, ingrid, { ...takeAt(caseId, '/nn'), form })
    expect(answer).toMatchObject({
      status: 422,
      data: {
        typed: { volumeThere: 'førti', differences: 'Vi dropper appen', audience: 'all' },
        errors: { volumeThere: 'Skriv eit tal større enn null, til dømes 1 200' },
      },
    })
  }))

test('from the form to the steps, and the second time to where one stands', () =>
  withCatalogue(async (db) => {
    const { ingrid, program, caseId } = await scene(db)
    const form: Fields = [['audience', 'own']]
    const taken = await sendForm(program, ingrid, { ...takeAt(caseId, '/en'), form })
    const [, id = ''] = /^\/en\/adopsjoner\/([^?]+)\?varsel=begynt$/.exec(taken.location ?? '') ?? []
    const again = await sendForm(program, ingrid, { ...takeAt(caseId), form })
    expect(again).toMatchObject({ status: 302, location: `/adopsjoner/${id}` })
    expect((await openPage(program, ingrid, takeAt(caseId))).data).toMatchObject({
      organisations: [],
      underWay: [{ href: `/adopsjoner/${id}` }],
    })
    const send = (fields: Fields) => sendForm(program, ingrid, { ...adoptionAt(id), form: fields })
    const wrong = await send([
      ['status', 'abandoned'],
      ['on', '31.2.2026'],
    ])
    expect(wrong).toMatchObject({
      status: 422,
      data: { errors: { on: 'Skriv en dato, for eksempel 22.11.2026' }, typed: { on: '31.2.2026' } },
    })
    expect(
      await send([
        ['status', 'planning'],
        ['on', '22.11.2027'],
      ]),
    ).toMatchObject({ status: 422, data: { errors: { on: 'Datoen kan ikke være fram i tid' } } })
    expect(
      await send([
        ['status', 'planning'],
        ['on', '22.11.2026'],
      ]),
    ).toMatchObject({ status: 302, location: `/adopsjoner/${id}?varsel=lagret` })
    expect((await openPage(program, ingrid, adoptionAt(id))).data).toMatchObject({
      status: 'planning',
      isTheirs: true,
      steps: [
        { status: 'considering', isNow: false },
        { status: 'planning', on: '2026-11-22', isNow: true },
        { status: 'procuring', on: null },
        { status: 'in-use', on: null },
      ],
    })
    expect(
      (await openPage(program, ingrid, { page: minePage, path: '/mine-adopsjoner' })).data,
    ).toMatchObject({
      adoptions: [{ id, title: 'Trygghetsalarm med sensor', standing: 'Planlegger fra 22. november 2026' }],
    })
  }))

test('one who is named in an option is told so before it copies', () =>
  withCatalogue(async (db) => {
    const { chief, ingrid, program } = await scene(db)
    const party = (name: string, role: 'lead' | 'option', kommunenummer: string) => ({
      name,
      role,
      reference: { kommunenummer },
    })
    const caseId = await aCase({ db, now }, chief, {
      who: {
        parties: [party('Bodø', 'lead', '1804'), party('Røyrvik', 'option', '5043')],
        suppliers: [],
        joint: true,
      },
    })
    const { data } = await openPage(program, ingrid, takeAt(caseId))
    expect((data as { option: unknown }).option).not.toBeNull()
  }))

test('what came of a copy is compared with what it was taken from, and who took it on is drawn as a tree', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, program, caseId } = await scene(db)
    const adoption = await anAdoption({ db, now }, ingrid, { caseId, typed: { audience: 'all' } })
    const theirs = await aPerson(db, { organisation: ingrid.organisation, roles: ['coordinator'] })
    const ownCase = await aCase({ db, now }, theirs, { contract: { text: 'Kjøpt i eget navn' } })
    // As publishing leaves a draft, without what the form asks for.
    await sql`
      update case_draft set status = 'published', case_id = ${ownCase}, content = '{}', ended_at = ${now()}
      where id = ${adoption.draft}
    `.execute(db)
    const { data } = await openPage(program, null, adoptionAt(adoption.id))
    expect(data).toMatchObject({ ownCase: `/anskaffelser/${ownCase}` })
    expect(JSON.stringify((data as { compared: unknown }).compared)).toContain('Kjøpt i eget navn')

    const third = await aPerson(db, {
      organisation: await municipalityId(db, '4621'),
      roles: ['contributor'],
    })
    await anAdoption({ db, now }, third, { caseId: ownCase, typed: { audience: 'all' } })
    const at = { path: `/spredning/case/${caseId}`, params: { kind: 'case', id: caseId } }
    const spread = await openPage(program, chief, { page: spreadPage, ...at })
    const { trees } = spread.data as { trees: readonly unknown[] }
    expect(trees).toHaveLength(1)
    expect(JSON.stringify(trees)).toMatch(/Røyrvik.*Voss/)
  }))

test('an adoption that one may not know of is not found, and nobody is told of it', () =>
  withCatalogue(async (db) => {
    const { ingrid, reader, chief, program, caseId, supplier } = await scene(db)
    const { id } = await anAdoption({ db, now }, ingrid, { caseId, typed: { audience: 'own' } })
    for (const who of [null, chief, supplier])
      expect(await openPage(program, who, adoptionAt(id))).toMatchObject({ status: 404 })
    expect(await openPage(program, reader, adoptionAt(id))).toMatchObject({
      data: { isTheirs: false, next: [] },
    })
    for (const unknown of ['x', newId()])
      expect(await openPage(program, ingrid, adoptionAt(unknown))).toMatchObject({ status: 404 })
    const form: Fields = [
      ['status', 'planning'],
      ['on', '2026-11-22'],
    ]
    expect(await sendForm(program, chief, { ...adoptionAt(id), form })).toMatchObject({ status: 404 })
    expect(await sendForm(program, reader, { ...adoptionAt(id), form })).toMatchObject({ status: 403 })
    await tellPeople(db, AUDIENCES)
    expect(await told(db, chief.personId)).toEqual([])
  }))

test('those who answer for the case are told when it begins and when it is in use', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, caseId } = await scene(db)
    const { id } = await anAdoption({ db, now }, ingrid, { caseId })
    await stepped({ db, now }, ingrid, { id, status: 'planning' })
    await stepped({ db, now }, ingrid, { id, status: 'in-use' })
    await tellPeople(db, AUDIENCES)
    expect(await told(db, chief.personId)).toEqual(['adoption.begun', 'adoption.changed'])
    expect(await told(db, ingrid.personId)).toEqual([])
  }))

test('the spread is told as a list with size and centrality, and taken along as a file', () =>
  withCatalogue(async (db) => {
    const { ingrid, program, caseId } = await scene(db)
    await anAdoption({ db, now }, ingrid, { caseId, typed: { audience: 'all' } })
    for (const [kind, id] of [
      ['case', caseId],
      ['theme', 'trygghetsalarm'],
    ] as const) {
      const at = { path: `/spredning/${kind}/${id}`, params: { kind, id } }
      const page = await openPage(program, null, { page: spreadPage, ...at })
      expect(page.data).toMatchObject({
        trees: [],
        rows: [
          { from: 'Bodø', centrality: 6, isSmallDistrict: true, since: '2026-11-22', source: 'adoption' },
        ],
      })
    }
    const at = { path: `/spredning/case/${caseId}/fil`, params: { kind: 'case', id: caseId } }
    const file = await fileOf(program, at)
    expect(file).toContain('Hvem;Fra;Hva;Når;Hvor langt;Innbyggere;Sentralitet;Liten distriktskommune;Kilde')
    expect(file).toContain(';Bodø;Trygghetsalarm med sensor;2026-11-22;Vurderer;')
    const json = await fileOf(program, { ...at, path: `${at.path}?format=json` })
    expect(JSON.parse(json)).toMatchObject({ id: caseId, rows: [{ centrality: 6 }] })
    for (const [kind, id] of [
      ['case', 'case-999'],
      ['theme', 'x'],
      ['solution', 'x'],
      ['person', 'x'],
    ] as const) {
      const unknown = { path: `/spredning/${kind}/${id}`, params: { kind, id } }
      expect(await openPage(program, null, { page: spreadPage, ...unknown })).toMatchObject({ status: 404 })
    }
  }))

test('a supplier speaks, a curator answers with a reason, and the supplier is told', () =>
  withCatalogue(async (db) => {
    const { supplier, curator, program } = await scene(db)
    const id = SolutionId.parse('solution-001')
    const solutionAt = { page: solutionPage, path: `/losninger/${id}`, params: { id } }
    const words = 'Varsler natt og dag. <script>alert(1)</script>'
    const short = await sendForm(program, supplier, { ...solutionAt, form: [['words', 'Kort']] })
    expect(short).toMatchObject({ status: 422, data: { typed: { words: 'Kort' } } })
    expect(await sendForm(program, supplier, { ...solutionAt, form: [['words', words]] })).toMatchObject({
      status: 302,
    })
    expect((await openPage(program, null, solutionAt)).data).toMatchObject({
      words: { accepted: [], own: null },
    })
    expect((await openPage(program, supplier, solutionAt)).data).toMatchObject({ words: { own: 'waits' } })
    const editorial = { page: editorialPage, path: '/redaksjon/leverandorord' }
    const { data } = await openPage(program, curator, editorial)
    const [waiting] = (data as { waiting: readonly { id: string; words: string }[] }).waiting
    expect(waiting?.words).toBe(words)
    const decide = (form: Fields) => sendForm(program, curator, { ...editorial, form })
    const claim = ['id', waiting?.id ?? ''] as const
    expect(await decide([claim, ['answer', 'refuse']])).toMatchObject({ status: 422 })
    expect(
      await decide([
        ['id', "x' or 1=1"],
        ['answer', 'accept'],
      ]),
    ).toMatchObject({ status: 422 })
    expect(await decide([claim, ['answer', 'accept']])).toMatchObject({ status: 302 })
    expect(await decide([claim, ['answer', 'accept']])).toMatchObject({ status: 409 })
    expect((await openPage(program, null, solutionAt)).data).toMatchObject({
      words: { accepted: [{ supplier: 'Alarm AS', words }] },
    })
    await tellPeople(db, AUDIENCES)
    expect(await told(db, supplier.personId)).toEqual(['solution.claim-decided'])
    expect(await told(db, curator.personId)).toEqual(['solution.claimed'])
  }))

async function told(db: Database, person: Parameters<typeof notificationsOf>[1]): Promise<readonly string[]> {
  const { notifications } = await notificationsOf(db, person, { limit: 20, offset: 0 })
  return notifications.map(({ kind }) => kind).toReversed()
}

type At = { readonly path: string; readonly params: Readonly<Record<string, string>> }

async function fileOf(program: ReturnType<typeof aWebProgram>, at: At): Promise<string> {
  const loader: unknown = spreadFile.loader
  const answer = await (loader as (asked: unknown) => Promise<Response>)(
    visitOf({ program, actor: null, ...at }),
  )
  return answer.text()
}
