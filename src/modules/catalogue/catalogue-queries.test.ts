import { expect, test } from 'vitest'
import { currentMunicipality, readRegister } from '#src/modules/organisations/index.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { CaseFilter, CaseId, SolutionFilter, SolutionId } from './contract.ts'
import {
  addCase,
  casesByIds,
  casesOf,
  casesOfSolution,
  countCasesByKind,
  countCasesByPlace,
  findCase,
  findSolution,
  listCases,
  listSolutions,
  mergeCase,
  newestCases,
  reviseCase,
  solutionsOfCase,
  solutionsOfOrganisation,
  withdrawCase,
} from './index.ts'
import { readShippedCases } from './shipped-catalogue.ts'

const now = () => new Date('2026-11-21T12:00:00Z')
const id = (text: string) => CaseId.parse(text)
const every = CaseFilter.parse({ limit: 100 })

test('a case tells who took part as organisations of today, with the names of then', () =>
  withCatalogue(async (db) => {
    const found = await findCase(db, id('case-001'))
    if (found?.status !== 'found') throw new Error('The case is not there')
    const { parties, suppliers, content, origin, confirmedAt } = found.case
    expect(parties.find((party) => party.name === 'Skedsmo')).toMatchObject({
      role: 'participant',
      organisation: { kommunenummer: '3205', kind: 'municipality' },
    })
    expect(parties.at(-1)).toMatchObject({ name: '4 andre kommuner', count: 4, organisation: null })
    expect(suppliers.map((supplier) => supplier.organisation?.name)).toEqual(['Dignio', 'Evondos'])
    expect([content.effects.length, origin, confirmedAt]).toEqual([2, 'starter', null])
  }))

test('an id that was never given leads nowhere', () =>
  withCatalogue(async (db) => {
    expect(await findCase(db, id('case-999'))).toBeNull()
    expect(await findSolution(db, SolutionId.parse('solution-999'))).toBeNull()
  }))

test('a withdrawn case says why and is in no list', () =>
  withCatalogue(async (db) => {
    const curator = await aPerson(db, { roles: ['curator'] })
    expect(await withdrawCase({ db, now }, curator, { id: id('case-016'), reason: '  ' })).toMatchObject({
      ok: false,
    })
    await withdrawCase({ db, now }, curator, { id: id('case-016'), reason: 'Etter ønske fra kommunen' })

    expect(await findCase(db, id('case-016'))).toMatchObject({ reason: 'Etter ønske fra kommunen' })
    expect((await casesOf(db, { municipality: '4204' })).map((one) => one.id)).not.toContain('case-016')
    expect(await casesByIds(db, ['case-016'])).toEqual([])
    expect((await listCases(db, every)).total).toBe(179)
  }))

test('a merged case leads to the last one, however often it was merged', () =>
  withCatalogue(async (db) => {
    const curator = await aPerson(db, { roles: ['curator'] })
    await mergeCase({ db, now }, curator, { id: id('case-009'), into: id('case-010') })
    await mergeCase({ db, now }, curator, { id: id('case-010'), into: id('case-011') })

    expect(await findCase(db, id('case-009'))).toEqual({ status: 'merged', id: 'case-009', into: 'case-011' })
    expect((await solutionsOfCase(db, id('case-011'))).map((one) => one.id)).toContain('solution-001')
    expect(await mergeCase({ db, now }, curator, { id: id('case-011'), into: id('case-009') })).toEqual({
      ok: false,
      failure: { kind: 'caseGone' },
    })
  }))

test('two who change the same case at once do not overwrite each other', () =>
  withCatalogue(async (db) => {
    const curator = await aPerson(db, { roles: ['curator'] })
    const content = contentOf('case-013')
    await reviseCase({ db, now }, curator, {
      id: id('case-013'),
      from: 1,
      content,
      note: 'Ny kontaktadresse',
      organisation: null,
    })
    expect(
      await reviseCase({ db, now }, curator, {
        id: id('case-013'),
        from: 1,
        content,
        note: null,
        organisation: null,
      }),
    ).toEqual({
      ok: false,
      failure: { kind: 'changedMeanwhile', version: 2 },
    })
  }))

test('cases that people add are numbered from 1001', () =>
  withCatalogue(async (db) => {
    const curator = await aPerson(db, { roles: ['curator'] })
    const content = contentOf('case-013')
    const [first, second] = [
      await addCase({ db, now }, curator, { content, note: null, organisation: null }),
      await addCase({ db, now }, curator, { content, note: null, organisation: null }),
    ].map((one) => (one.ok ? Number(one.value.slice('case-'.length)) : Number.NaN))
    expect(first).toBeGreaterThanOrEqual(1001)
    expect(second).toBe((first ?? 0) + 1)
  }))

test('what a withdrawn case says is required, and nothing else may say it', () =>
  withCatalogue(async (db) => {
    await expect(
      db
        .updateTable('procurement_case')
        .set({ status: 'withdrawn' })
        .where('public_id', '=', 'case-016')
        .execute(),
    ).rejects.toThrow('reason_follows_status')
  }))

test('a number below 1001 cannot be taken by a case that did not ship', () =>
  withCatalogue(async (db) => {
    await expect(
      db
        .updateTable('procurement_case')
        .set({ origin: 'person' })
        .where('public_id', '=', 'case-016')
        .execute(),
    ).rejects.toThrow('starter_numbers_are_reserved')
  }))

test('turning the pages shows every case once, in every order', () =>
  withCatalogue(async (db) => {
    for (const sort of ['newest', 'title', 'id'] as const) {
      const pages = [0, 70, 140].map((offset) => listCases(db, { ...every, sort, limit: 70, offset }))
      const ids = (await Promise.all(pages)).flatMap((page) => page.cases.map((one) => one.id))
      expect(new Set(ids).size).toBe(180)
      if (sort === 'id') expect(ids).toEqual(ids.toSorted())
    }
  }))

test('titles are in Norwegian order, whatever the engine thinks of it', () =>
  withCatalogue(async (db) => {
    const wanted = [
      '«Zebra» på skoleveien',
      'Ærfugl i Vega',
      'Øygarden viser vei',
      'Ål tenker nytt',
      'ås og dal',
      'Åsane',
    ]
    const curator = await aPerson(db, { roles: ['curator'] })
    const content = contentOf('case-013')
    for (const title of wanted.toReversed()) {
      await addCase({ db, now }, curator, {
        content: { ...content, identity: { ...content.identity, title } },
        note: null,
        organisation: null,
      })
    }
    const { cases } = await listCases(db, { ...every, sort: 'title', offset: 150 })
    expect(cases.map((one) => one.title).slice(-6)).toEqual(wanted)
  }))

test('a page after an id goes on where the last one ended', () =>
  withCatalogue(async (db) => {
    const { cases, total } = await listCases(db, { ...every, sort: 'id', after: 'case-058', limit: 2 })
    expect([cases.map((one) => one.id), total]).toEqual([['case-060', 'case-062'], 180])
  }))

test('filters narrow together, and a theme takes those below it along', () =>
  withCatalogue(async (db) => {
    const health = await listCases(db, { ...every, theme: 'helse-og-velferd', kind: 'procurement' })
    const narrower = await listCases(db, { ...every, theme: 'trygghetsalarm', kind: 'procurement' })
    expect(health.total).toBeGreaterThan(narrower.total)
    expect(narrower.cases.map((one) => one.id)).toEqual(expect.arrayContaining(['case-016', 'case-020']))
    const inAgder = await listCases(db, { ...every, theme: 'trygghetsalarm', county: '42' })
    expect(inAgder.cases.map((one) => one.id)).toEqual(['case-016'])
    expect(await listCases(db, { ...every, county: '99' })).toEqual({ total: 0, cases: [] })
  }))

test('the newest on the front page are near buying and more than a mention', () =>
  withCatalogue(async (db) => {
    const newest = await newestCases(db, 40)
    expect(newest).toHaveLength(40)
    expect(newest.filter((one) => one.level === 'mention')).toEqual([])
    expect(
      newest.filter((one) => ['grant', 'network', 'programme', 'legal-lesson'].includes(one.kind)),
    ).toEqual([])
    const years = newest.map((one) => one.toYear ?? one.fromYear ?? 0)
    expect(years).toEqual(years.toSorted((one, other) => other - one))
  }))

test('a municipality has the cases of its enterprises, but not those it only follows', () =>
  withCatalogue(async (db) => {
    const ids = (await casesOf(db, { municipality: '4601' })).map((one) => one.id)
    expect(ids).toEqual(expect.arrayContaining(['case-009', 'case-015']))
    expect(ids).not.toContain('case-010')
  }))

test('a county has the cases of its municipalities and of unnamed ones in it', () =>
  withCatalogue(async (db) => {
    const agder = (await casesOf(db, { county: '42' })).map((one) => one.id)
    expect(agder).toEqual(expect.arrayContaining(['case-016', 'case-108', 'case-111']))
    const nordland = (await casesOf(db, { county: '18' })).map((one) => one.id)
    expect(nordland).toContain('case-115')
  }))

test('unnamed municipalities in a county do not make it a case of the county council', () =>
  withCatalogue(async (db) => {
    const register = await readRegister(db)
    const nordland = register.counties.get('18')?.organisation
    if (!nordland) throw new Error('Nordland is not there')
    const ids = (await casesOf(db, { organisation: nordland })).map((one) => one.id)
    expect(ids).toContain('case-182')
    expect(ids).not.toContain('case-115')
  }))

test('a supplier has the cases it delivered to, under all the names it is written with', () =>
  withCatalogue(async (db) => {
    const found = await findCase(db, id('case-045'))
    const diffia = found?.status === 'found' ? found.case.suppliers[1]?.organisation : null
    if (!diffia) throw new Error('Diffia is not there')
    expect((await casesOf(db, { organisation: diffia.id })).map((one) => one.id)).toEqual([
      'case-205',
      'case-045',
    ])
    const solutions = await solutionsOfOrganisation(db, diffia.id)
    expect(solutions.map((one) => one.id).toSorted()).toEqual(['solution-006', 'solution-007'])
  }))

test('the map counts what the pages of the places show', () =>
  withCatalogue(async (db) => {
    const { municipalities, counties } = await countCasesByPlace(db)
    expect(municipalities.get('4601')).toBe((await casesOf(db, { municipality: '4601' })).length)
    expect(counties.get('42')).toBe((await casesOf(db, { county: '42' })).length)
    expect(await countCasesByKind(db)).toMatchObject({ procurement: 102, grant: 33, 'legal-lesson': 3 })
  }))

test('a solution tells its suppliers, who has taken it into use, and the cases it came out of', () =>
  withCatalogue(async (db) => {
    const found = await findSolution(db, SolutionId.parse('solution-001'))
    if (found?.status !== 'found') throw new Error('The solution is not there')
    const bergen = currentMunicipality(await readRegister(db), '4601')
    expect(found.solution.adopters).toMatchObject([
      {
        name: 'Bergen Vann KF',
        organisation: { kind: 'municipal-enterprise' },
        within: { id: bergen?.organisation },
      },
    ])
    expect((await casesOfSolution(db, found.solution.id)).map((one) => one.id)).toEqual(['case-009'])
    expect((await solutionsOfCase(db, id('case-049'))).map((one) => one.id).toSorted()).toEqual([
      'solution-014',
      'solution-015',
    ])
  }))

test('a solution that is gone says why, or where it went, and is in no list', () =>
  withCatalogue(async (db) => {
    const [first, second] = ['solution-001', 'solution-002'].map((one) => SolutionId.parse(one))
    if (!first || !second) throw new Error('Two ids are needed')
    const gone = (status: 'withdrawn' | 'merged') =>
      db.updateTable('solution').set({ status }).where('public_id', '=', first)
    await gone('withdrawn').set({ withdrawn_reason: 'Finnes ikke mer' }).execute()
    expect(await findSolution(db, first)).toEqual({
      status: 'withdrawn',
      id: first,
      reason: 'Finnes ikke mer',
    })
    expect(await solutionsOfCase(db, id('case-009'))).toEqual([])

    const into = await db
      .selectFrom('solution')
      .select('id')
      .where('public_id', '=', second)
      .executeTakeFirstOrThrow()
    await gone('merged').set({ withdrawn_reason: null, merged_into: into.id }).execute()
    expect(await findSolution(db, first)).toEqual({ status: 'merged', id: first, into: second })
    expect((await listSolutions(db, SolutionFilter.parse({}))).total).toBe(27)
  }))

test('solutions are listed by name, page by page', () =>
  withCatalogue(async (db) => {
    const { total, solutions } = await listSolutions(db, SolutionFilter.parse({ limit: 5, offset: 25 }))
    expect([total, solutions.length]).toEqual([28, 3])
    expect(solutions.at(-1)?.name).toBe('Utleie av elektriske anleggsmaskiner')
  }))

function contentOf(wanted: string) {
  const shipped = readShippedCases().find((one) => one.id === wanted)
  if (!shipped) throw new Error(`${wanted} does not ship`)
  return shipped.content
}
