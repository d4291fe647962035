import { expect, test } from 'vitest'
import { municipality, readRegister } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { CaseId } from './contract.ts'
import {
  addCase,
  caseOwnership,
  casesOfNotices,
  caseVersions,
  confirmCase,
  findCaseVersion,
  mergeCase,
  reviseCase,
  withdrawCase,
} from './index.ts'
import { readShippedCases } from './shipped-catalogue.ts'

const now = () => new Date('2026-11-21T12:00:00Z')
const medication = CaseId.parse('case-001')
const agder = CaseId.parse('case-016')
const content = contentOf(agder)

test('the first who took part to vouch for a case answers for it; others may vouch too', () =>
  withCatalogue(async (db) => {
    const [larvik, bergen] = await municipalities(db, '3909', '4601')
    const kari = await aPerson(db, { organisation: larvik })
    const ola = await aPerson(db, { organisation: bergen })

    for (const [actor, organisation] of [
      [kari, larvik],
      [ola, bergen],
    ] as const)
      expect(
        await confirmCase({ db, now }, actor, { id: medication, version: 1, organisation }),
      ).toMatchObject({
        ok: true,
      })

    const { owner, confirmations } = await caseOwnership(db, medication)
    expect(owner?.name).toBe('Larvik kommune')
    expect(confirmations.map((one) => [one.organisation.name, one.version])).toEqual([
      ['Larvik kommune', 1],
      ['Bergen kommune', 1],
    ])
  }))

test('one who took no part cannot vouch for a case, nor for another municipality', () =>
  withCatalogue(async (db) => {
    const [kristiansand, bodo] = await municipalities(db, '4204', '1804')
    const stranger = await aPerson(db, { organisation: bodo, roles: ['coordinator'] })
    for (const organisation of [bodo, kristiansand])
      expect(await confirmCase({ db, now }, stranger, { id: agder, version: 1, organisation })).toEqual({
        ok: false,
        failure: { kind: 'notParty' },
      })
  }))

test('what is vouched for is what was read', () =>
  withCatalogue(async (db) => {
    const [kristiansand] = await municipalities(db, '4204')
    const kari = await aPerson(db, { organisation: kristiansand })
    const curator = await aPerson(db, { roles: ['curator'] })
    await reviseCase({ db, now }, curator, { id: agder, from: 1, content, note: null, organisation: null })

    expect(
      await confirmCase({ db, now }, kari, { id: agder, version: 1, organisation: kristiansand }),
    ).toEqual({
      ok: false,
      failure: { kind: 'changedMeanwhile', version: 2 },
    })
  }))

test('the one who answers for a case changes it; another that took part does not', () =>
  withCatalogue(async (db) => {
    const [kristiansand, grimstad] = await municipalities(db, '4204', '4202')
    const kari = await aPerson(db, { organisation: kristiansand })
    const ola = await aPerson(db, { organisation: grimstad })
    const change = { id: agder, content, note: 'Rettet året' }

    expect(
      await reviseCase({ db, now }, kari, { ...change, from: 1, organisation: kristiansand }),
    ).toMatchObject({
      value: 2,
    })
    expect(await reviseCase({ db, now }, ola, { ...change, from: 2, organisation: grimstad })).toMatchObject({
      failure: { kind: 'notAllowed' },
    })
    expect(await caseVersions(db, agder)).toMatchObject([
      { version: 2, current: true, note: 'Rettet året', organisation: { name: 'Kristiansand kommune' } },
      { version: 1, current: false, madeBy: 'starter', organisation: null },
    ])
    expect((await findCaseVersion(db, agder, 1))?.content).toEqual(content)
  }))

test('a reader adds nothing, and nobody adds for an organisation that is not theirs', () =>
  withCatalogue(async (db) => {
    const [kristiansand, bodo] = await municipalities(db, '4204', '1804')
    const reader = await aPerson(db, { organisation: kristiansand, roles: ['reader'] })
    const kari = await aPerson(db, { organisation: kristiansand })
    const attempts = [
      [reader, kristiansand],
      [kari, bodo],
      [kari, null],
    ] as const
    for (const [actor, organisation] of attempts)
      expect(await addCase({ db, now }, actor, { content, note: null, organisation })).toEqual({
        ok: false,
        failure: { kind: 'notAllowed' },
      })
  }))

test('a coordinator takes back what the organisation answers for; a contributor, and a neighbour, do not', () =>
  withCatalogue(async (db) => {
    const [kristiansand, grimstad] = await municipalities(db, '4204', '4202')
    const kari = await aPerson(db, { organisation: kristiansand })
    await confirmCase({ db, now }, kari, { id: agder, version: 1, organisation: kristiansand })
    const neighbour = await aPerson(db, { organisation: grimstad, roles: ['coordinator'] })
    const coordinator = await aPerson(db, { organisation: kristiansand, roles: ['coordinator'] })
    const reason = 'Avtalen ble hevet'

    for (const actor of [kari, neighbour])
      expect(await withdrawCase({ db, now }, actor, { id: agder, reason })).toMatchObject({
        failure: { kind: 'notAllowed' },
      })
    expect(await withdrawCase({ db, now }, coordinator, { id: agder, reason })).toMatchObject({ ok: true })
    expect(await caseVersions(db, agder)).toEqual([])
  }))

test('only a curator says that two records are one', () =>
  withCatalogue(async (db) => {
    const [kristiansand] = await municipalities(db, '4204')
    const coordinator = await aPerson(db, { organisation: kristiansand, roles: ['coordinator'] })
    expect(
      await mergeCase({ db, now }, coordinator, { id: agder, into: CaseId.parse('case-001') }),
    ).toMatchObject({ failure: { kind: 'notAllowed' } })
  }))

test('every write leaves who did it, for whom, from which version to which', () =>
  withCatalogue(async (db) => {
    const [kristiansand] = await municipalities(db, '4204')
    const actor = await aPerson(db, { organisation: kristiansand, roles: ['coordinator'] })
    await confirmCase({ db, now }, actor, { id: agder, version: 1, organisation: kristiansand })
    await reviseCase({ db, now }, actor, {
      id: agder,
      from: 1,
      content,
      note: null,
      organisation: kristiansand,
    })
    await withdrawCase({ db, now }, actor, { id: agder, reason: 'Dobbeltført' })

    const entries = await db.selectFrom('audit_entry').selectAll().orderBy('seq').execute()
    expect(
      entries.map((one) => [one.action, one.subject, one.organisation_id, one.from_version, one.to_version]),
    ).toEqual([
      ['case.confirmed', agder, kristiansand, null, 1],
      ['case.revised', agder, kristiansand, 1, 2],
      ['case.withdrawn', agder, kristiansand, 2, null],
    ])
    expect(new Set(entries.map((one) => one.person_id))).toEqual(new Set([actor.personId]))
  }))

test('a notice tells which case came of it', () =>
  withCatalogue(async (db) => {
    const curator = await aPerson(db, { roles: ['curator'] })
    const named = { ...content, competition: { notices: ['0b9d7d10-5d0f-4d0c-9a35-00000000aaa1'] } }
    const added = await addCase({ db, now }, curator, { content: named, note: null, organisation: null })
    expect(await casesOfNotices(db, ['0b9d7d10-5d0f-4d0c-9a35-00000000aaa1'])).toEqual([
      added.ok ? added.value : null,
    ])
  }))

async function municipalities(db: Database, ...numbers: readonly [string, ...string[]]) {
  const register = await readRegister(db)
  const found = numbers.map((number) => municipality(register, number)?.organisation)
  if (found.includes(undefined)) throw new Error('A municipality of the test is not there')
  return found as [Found, Found]
}
type Found = NonNullable<ReturnType<typeof municipality>>['organisation']

function contentOf(id: CaseId) {
  const found = readShippedCases().find((one) => one.id === id)
  if (!found) throw new Error(`${id} does not ship`)
  return found.content
}
