import { expect, test } from 'vitest'
import {
  changeContract,
  contractsOf,
  endProcurement,
  jointContractEnds,
  noteContract,
  noteDeviation,
  noteSettled,
  noteStandstill,
} from '#src/modules/joint-procurement/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { ContractForm, DeviationForm, JointContractId, SettleForm, StandstillForm } from './contract-forms.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const anId = () => JointContractId.parse(newId())
const STANDSTILL = {
  awardedOn: '2026-11-02',
  standstillUntil: '2026-11-12',
  complaint: '',
  complaintSettledOn: '',
}
const form = (told: object = {}) =>
  ContractForm.parse({
    ...{ supplier: 'Trygg AS', whose: '', signedOn: '', startsOn: '2026-12-01', endsOn: '2028-11-30' },
    ...{ latestEndsOn: '2030-11-30', options: '1 + 1 år', optionNoticeOn: '2028-05-31' },
    ...{ followUpMonths: '6', indicators: '', ...told },
  })

async function aScene(db: Database, audience: 'own' | 'all' = 'own') {
  const [bodo, royrvik] = [await municipalityId(db, '1804'), await municipalityId(db, '5043')]
  const lead = await aPerson(db, { organisation: bodo, roles: ['contributor'] })
  const member = await aPerson(db, { organisation: royrvik, roles: ['contributor'] })
  const others = [{ organisation: royrvik }]
  const { id } = await aProcurement(db, { lead: bodo, by: lead.personId, others, step: 'contract', audience })
  return { id, bodo, royrvik, lead, member, context: { db, now } }
}

test('the lead notes what is for all, each its own, and nobody another’s', () =>
  withCatalogue(async (db) => {
    const { id, bodo, royrvik, lead, member, context } = await aScene(db)
    const forAll = { id, contract: anId(), form: form() }
    for (const _ of [1, 2])
      expect(await noteContract(context, lead, forAll)).toEqual({ ok: true, value: null })
    const refused = { ok: false, failure: { kind: 'notAllowed' } }
    expect(await noteContract(context, member, { ...forAll, contract: anId() })).toEqual(refused)
    const its = { id, contract: anId(), form: form({ whose: royrvik }) }
    expect(await noteContract(context, lead, its)).toEqual(refused)
    expect(await noteContract(context, member, its)).toEqual({ ok: true, value: null })
    expect((await contractsOf(db, id)).map(({ organisation }) => organisation).toSorted()).toEqual(
      [null, royrvik].toSorted(),
    )

    const changed = { ...forAll, version: 1, form: form({ endsOn: '2029-01-31' }) }
    expect(await changeContract(context, lead, changed)).toEqual({ ok: true, value: null })
    expect(await changeContract(context, lead, changed)).toEqual({ ok: false, failure: { kind: 'changed' } })
    // Nobody takes over another's contract by saying that it is one's own.
    const taken = { ...forAll, version: 2, form: form({ whose: royrvik }) }
    expect(await changeContract(context, member, taken)).toEqual(refused)
    expect(bodo).not.toBe(royrvik)
  }))

test('of what was called off or stopped comes no contract', () =>
  withCatalogue(async (db) => {
    const { context, id, bodo, lead } = await aScene(db)
    const chief = await aPerson(db, { organisation: bodo, roles: ['coordinator'] })
    const ended = await endProcurement(context, chief, {
      id,
      reason: 'Ingen av tilbudene var innenfor rammen',
    })
    expect(ended.ok).toBe(true)
    expect(await noteContract(context, lead, { id, contract: anId(), form: form() })).toEqual({
      ok: false,
      failure: { kind: 'notAllowed' },
    })
  }))

test('a contract that is signed before the award, in the standstill, or over a complaint, is refused', () =>
  withCatalogue(async (db) => {
    const { id, lead, context } = await aScene(db)
    const standstill = async (told: object) => {
      const done = await noteStandstill(context, lead, {
        id,
        form: StandstillForm.parse({ ...STANDSTILL, ...told }),
      })
      return done.ok ? 'ok' : done.failure.kind
    }
    const sign = async (signedOn: string) => {
      const done = await noteContract(context, lead, { id, contract: anId(), form: form({ signedOn }) })
      return done.ok ? 'ok' : done.failure.kind
    }
    expect(await sign('2026-11-20')).toBe('notAwarded')
    expect(await standstill({ standstillUntil: '2026-11-11' })).toBe('tooShort')
    expect(await standstill({ awardedOn: '2026-11-23', standstillUntil: '2026-12-30' })).toBe('inFuture')
    expect(await standstill({})).toBe('ok')
    expect(await sign('2026-11-01')).toBe('notAwarded')
    expect(await sign('2026-11-12')).toBe('inStandstill')
    expect(await sign('2026-11-23')).toBe('inFuture')
    await standstill({ complaint: 'Klage på poengene' })
    expect(await sign('2026-11-20')).toBe('complaintOpen')
    await standstill({ complaint: 'Klage på poengene', complaintSettledOn: '2026-11-19' })
    expect(await sign('2026-11-20')).toBe('ok')
  }))

test('what was not as agreed is noted and settled once, by one whom the contract binds', () =>
  withCatalogue(async (db) => {
    const { id, bodo, royrvik, lead, member, context } = await aScene(db)
    const contract = anId()
    await noteContract(context, member, { id, contract, form: form({ whose: royrvik }) })
    const about = { id, contract, deviation: anId() }
    const words = DeviationForm.parse({ happenedOn: '2026-11-10', words: 'Alarmen falt ut to døgn' })
    expect(await noteDeviation(context, lead, { ...about, organisation: bodo, form: words })).toEqual({
      ok: false,
      failure: { kind: 'contractNotFound' },
    })
    await noteDeviation(context, member, { ...about, organisation: royrvik, form: words })
    const settle = async (settledOn: string) => {
      const how = SettleForm.parse({ settledOn, how: 'Nye sendere' })
      const done = await noteSettled(context, member, { ...about, organisation: royrvik, form: how })
      return done.ok ? 'ok' : done.failure.kind
    }
    expect(await settle('2026-11-09')).toBe('beforeIt')
    expect(await settle('2026-11-15')).toBe('ok')
    expect(await settle('2026-11-16')).toBe('alreadySettled')
    expect((await contractsOf(db, id))[0]?.deviations).toMatchObject([{ settled: { how: 'Nye sendere' } }])
  }))

test('the radar gets the days of each that is bound, of what its reader may know of', () =>
  withCatalogue(async (db) => {
    const hidden = await aScene(db)
    await noteContract(hidden.context, hidden.lead, { id: hidden.id, contract: anId(), form: form() })
    const open = await aScene(db, 'all')
    await noteContract(open.context, open.lead, { id: open.id, contract: anId(), form: form() })
    const asked = { from: Temporal.PlainDate.from('2028-01-01'), months: 12 }
    const ends = await jointContractEnds(db, null, { ...asked, organisations: [open.royrvik] })
    expect(ends.map(({ procurement, kind, on }) => `${procurement} ${kind} ${on}`)).toEqual([
      `${open.id} option 2028-05-31`,
      `${open.id} end 2028-11-30`,
    ])
    expect(await jointContractEnds(db, null, asked)).toHaveLength(4)
    expect(await jointContractEnds(db, hidden.member, asked)).toHaveLength(8)
  }))
