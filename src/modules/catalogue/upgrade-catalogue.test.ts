import { expect, test } from 'vitest'
import { municipality, readRegister } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { CaseId, SolutionId } from './contract.ts'
import { confirmCase, findCase, findSolution, reviseCase, seedCatalogue, withdrawCase } from './index.ts'
import { readShippedCases, readShippedSolutions } from './shipped-catalogue.ts'

const now = () => new Date('2026-11-21T12:00:00Z')
const later = () => new Date('2027-02-01T12:00:00Z')
const agder = CaseId.parse('case-016')

test('an upgrade brings a new version of what only ships with the program', () =>
  withCatalogue(async (db) => {
    expect(
      await seedCatalogue(db, { now: later, cases: shippedWith(agder, 'Ny tittel'), solutions: [] }),
    ).toEqual({
      added: 0,
      updated: 1,
      unchanged: 179,
      kept: 0,
    })
    expect(await titleOf(db, agder)).toEqual({ title: 'Ny tittel', version: 2, updatedAt: later() })
    expect((await eventsOf(db)).at(-1)).toBe('case.changed case-016')
  }))

test('an upgrade never overwrites what a person has changed', () =>
  withCatalogue(async (db) => {
    const curator = await aPerson(db, { roles: ['curator'] })
    const before = await findCase(db, agder)
    if (before?.status !== 'found') throw new Error('The case is not there')
    const { content } = before.case
    const mine = { ...content, identity: { ...content.identity, title: 'Slik vi gjorde det i Agder' } }
    expect(
      await reviseCase({ db, now }, curator, {
        id: agder,
        from: 1,
        content: mine,
        note: null,
        organisation: null,
      }),
    ).toEqual({
      ok: true,
      value: 2,
    })

    const report = await seedCatalogue(db, {
      now: later,
      cases: shippedWith(agder, 'Ny tittel'),
      solutions: [],
    })

    expect(report).toMatchObject({ updated: 0, kept: 1 })
    expect(await titleOf(db, agder)).toMatchObject({ title: 'Slik vi gjorde det i Agder', version: 2 })
  }))

test('an upgrade never overwrites what the municipality has confirmed', () =>
  withCatalogue(async (db) => {
    const kristiansand = await municipalityId(db, '4204')
    const kari = await aPerson(db, { organisation: kristiansand })
    const title = (await titleOf(db, agder)).title
    expect(
      await confirmCase({ db, now }, kari, { id: agder, version: 1, organisation: kristiansand }),
    ).toEqual({ ok: true, value: null })

    const report = await seedCatalogue(db, {
      now: later,
      cases: shippedWith(agder, 'Ny tittel'),
      solutions: [],
    })

    expect(report).toMatchObject({ updated: 0, kept: 1 })
    expect(await titleOf(db, agder)).toMatchObject({ title, version: 1 })
  }))

test('an upgrade does not bring back what has been withdrawn', () =>
  withCatalogue(async (db) => {
    const curator = await aPerson(db, { roles: ['curator'] })
    await withdrawCase({ db, now }, curator, { id: agder, reason: 'Dobbeltført' })

    await seedCatalogue(db, { now: later, cases: shippedWith(agder, 'Ny tittel'), solutions: [] })

    expect(await findCase(db, agder)).toEqual({ status: 'withdrawn', id: agder, reason: 'Dobbeltført' })
  }))

test('a confirmed solution is left alone too', () =>
  withCatalogue(async (db) => {
    const id = SolutionId.parse('solution-001')
    await db.updateTable('solution').set({ confirmed_at: now() }).where('public_id', '=', id).execute()
    const solutions = readShippedSolutions().map((one) => ({ ...one, hash: 'f'.repeat(64) }))

    expect(await seedCatalogue(db, { now: later, cases: [], solutions })).toMatchObject({
      updated: 27,
      kept: 1,
    })
    expect(await findSolution(db, id)).toMatchObject({ status: 'found', solution: { version: 1 } })
  }))

async function municipalityId(db: Database, kommunenummer: string) {
  const found = municipality(await readRegister(db), kommunenummer)
  if (!found) throw new Error(`There is no municipality ${kommunenummer}`)
  return found.organisation
}

function shippedWith(id: CaseId, title: string) {
  return readShippedCases().map((one) =>
    one.id === id
      ? {
          ...one,
          hash: 'e'.repeat(64),
          content: { ...one.content, identity: { ...one.content.identity, title } },
        }
      : one,
  )
}

async function titleOf(db: Database, id: CaseId) {
  const found = await findCase(db, id)
  if (found?.status !== 'found') throw new Error(`${id} is not there`)
  const { content, version, updatedAt } = found.case
  return { title: content.identity.title, version, updatedAt }
}

async function eventsOf(db: Database): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('event')
    .select(['kind', 'subject'])
    .where('kind', 'in', ['case.changed', 'solution.changed'])
    .orderBy('seq')
    .execute()
  return rows.map((row) => `${row.kind} ${row.subject}`)
}
