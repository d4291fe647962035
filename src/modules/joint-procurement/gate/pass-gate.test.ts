import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  fillInNumber,
  findProcurement,
  passGate,
  saveStanding,
  takeBackPass,
  takeStep,
} from '#src/modules/joint-procurement/index.ts'
import { beginDemand, findDemand } from '#src/modules/needs/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aReadyGate, gateAt, gateOf, passing, READY_STANDING } from '#src/testing/gate.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'

const now = () => gateAt

async function events(db: Database, subject: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('event').select('kind').where('subject', '=', subject).execute()
  return rows.map(({ kind }) => kind).filter((kind) => kind !== 'joint.changed')
}

test('when the last of them has passed, the participants are locked and the group goes on, in one step', () =>
  withCatalogue(async (db) => {
    const { joint, bodo, royrvik, lead, other } = await aReadyGate(db)
    const form = passing(await gateOf(db, joint))
    const first = await passGate({ db, now }, other, { id: joint.id, organisation: royrvik, form })
    expect(first).toEqual({ ok: true, value: { locked: false, waiting: [bodo] } })
    expect((await findProcurement(db, joint.id))?.step).toBe('gate')

    const last = await passGate({ db, now }, lead, { id: joint.id, organisation: bodo, form })
    expect(last).toEqual({ ok: true, value: { locked: true, waiting: [] } })
    const after = await findProcurement(db, joint.id)
    expect(after).toMatchObject({
      step: 'published',
      lockedAt: gateAt,
      gateRound: 1,
      version: joint.version + 1,
    })
    expect(after?.steps.at(-1)).toMatchObject({ step: 'published', takenFor: bodo })
    expect(await events(db, joint.id)).toEqual(['joint.gate-passed', 'joint.gate-passed', 'joint.locked'])
    const again = await passGate({ db, now }, lead, { id: joint.id, organisation: bodo, form })
    expect(again).toEqual({ ok: false, failure: { kind: 'locked' } })
    expect(await takeBackPass({ db, now }, lead, { id: joint.id, organisation: bodo })).toEqual({
      ok: false,
      failure: { kind: 'locked' },
    })
  }))

test('the dialogue with the market on the demand is over when the last of them has passed', () =>
  withCatalogue(async (db) => {
    const { joint, bodo, royrvik, lead, other } = await aReadyGate(db)
    const own = await aNeed(db, { organisation: bodo, by: lead.personId })
    const demand = await beginDemand({ db, now }, lead, { own: own.id, asked: [], title: 'Nattetilsyn' })
    if (!demand.ok) throw new Error(demand.failure.kind)
    await sql`update joint_procurement set demand_id = ${demand.value.id} where id = ${joint.id}`.execute(db)
    const form = passing(await gateOf(db, { ...joint, demand: demand.value.id }))

    expect(await passGate({ db, now }, other, { id: joint.id, organisation: royrvik, form })).toMatchObject({
      ok: true,
    })
    expect((await findDemand(db, demand.value.id))?.dialogueClosedAt).toBeNull()
    await passGate({ db, now }, lead, { id: joint.id, organisation: bodo, form })
    expect((await findDemand(db, demand.value.id))?.dialogueClosedAt).toEqual(gateAt)
  }))

test('nobody passes for another: not the lead, not one with a mandate, not one who only writes', () =>
  withCatalogue(async (db) => {
    const { joint, bodo, royrvik, lead } = await aReadyGate(db)
    const writer = await aPerson(db, { organisation: royrvik, roles: ['contributor'], at: gateAt })
    const stranger = await aPerson(db, {
      organisation: await municipalityId(db, '4621'),
      roles: ['coordinator'],
    })
    const form = passing(await gateOf(db, joint))
    const asks: readonly (readonly [Actor, OrganisationId, string])[] = [
      [lead, royrvik, 'notAllowed'],
      // As if Røyrvik had given Bodø a mandate on the platform.
      [{ ...lead, actsFor: new Set([bodo, royrvik]) } as Actor, royrvik, 'notAllowed'],
      [writer, royrvik, 'notAllowed'],
      [stranger, stranger.organisation ?? bodo, 'notABuyer'],
    ]
    for (const [who, organisation, kind] of asks)
      expect(await passGate({ db, now }, who, { id: joint.id, organisation, form })).toEqual({
        ok: false,
        failure: { kind },
      })
    expect((await gateOf(db, joint)).passes).toEqual([])
  }))

test('it is passed neither before its step, nor unseen, nor unjudged, nor twice', () =>
  withCatalogue(async (db) => {
    const { joint, royrvik, bodo, other } = await aReadyGate(db)
    const seen = passing(await gateOf(db, joint))
    const pass = (form: typeof seen) =>
      passGate({ db, now }, other, { id: joint.id, organisation: royrvik, form })
    expect(await pass({ ...seen, judged: false })).toEqual({ ok: false, failure: { kind: 'notJudged' } })
    expect(await pass({ ...seen, digest: '0'.repeat(64) })).toEqual({
      ok: false,
      failure: { kind: 'changedMeanwhile' },
    })
    const early = await aProcurement(db, {
      lead: bodo,
      by: other.personId,
      step: 'requirements',
      others: [{ organisation: royrvik }],
    })
    expect(
      await passGate({ db, now }, other, { id: early.id, organisation: royrvik, form: seen }),
    ).toMatchObject({
      failure: { kind: 'wrongStep' },
    })
    expect((await pass(seen)).ok).toBe(true)
    expect(await pass(seen)).toEqual({ ok: false, failure: { kind: 'passedBefore' } })
  }))

test('the gate stops while an unnamed participant stands there, and opens when its number is filled in', () =>
  withCatalogue(async (db) => {
    const { joint, bodo, lead } = await aReadyGate(db)
    const haram = await municipalityId(db, '1580')
    const theirs = await aPerson(db, { organisation: haram, roles: ['coordinator'], at: gateAt })
    const withHaram = await aProcurement(db, {
      lead: bodo,
      by: lead.personId,
      step: 'gate',
      facts: joint.facts,
      leadStanding: READY_STANDING,
      others: [{ organisation: haram, standing: READY_STANDING }],
    })
    const pass = async () =>
      passGate({ db, now }, theirs, {
        id: withHaram.id,
        organisation: haram,
        form: passing(await gateOf(db, await fresh())),
      })
    const fresh = async () => (await findProcurement(db, withHaram.id)) ?? withHaram
    const stopped = await pass()
    expect(stopped).toMatchObject({
      failure: { kind: 'pointsMissing', points: [{ id: 'named', turn: [haram] }] },
    })

    const fill = (number: string, who = theirs) =>
      fillInNumber({ db, now }, who, { id: withHaram.id, organisation: haram, number })
    expect(await fill('932 123 456')).toMatchObject({ failure: { kind: 'numberWrong' } })
    expect(await fill('972418013')).toMatchObject({
      failure: { kind: 'numberOfAnother', name: 'Bodø kommune' },
    })
    expect(await fill('974 760 673', lead)).toMatchObject({ failure: { kind: 'notAllowed' } })
    expect(await fill('974 760 673')).toEqual({ ok: true, value: '974760673' })
    const { changedAt, version } = await fresh()
    expect(await fill('974760673')).toEqual({ ok: true, value: '974760673' })
    expect(await fresh()).toMatchObject({ changedAt, version })
    expect((await pass()).ok).toBe(true)
  }))

test('what was passed before a change no longer counts, and a new round begins', () =>
  withCatalogue(async (db) => {
    const { joint, bodo, royrvik, lead, other } = await aReadyGate(db)
    const before = passing(await gateOf(db, joint))
    expect(
      (await passGate({ db, now }, other, { id: joint.id, organisation: royrvik, form: before })).ok,
    ).toBe(true)
    const [own] = joint.participants
    if (!own) throw new Error('Nobody takes part')
    const saved = await saveStanding({ db, now }, lead, {
      id: joint.id,
      organisation: bodo,
      from: own.version,
      standing: { volume: { amount: 80, unit: 'boliger' } },
    })
    expect(saved.ok).toBe(true)
    const changed = await findProcurement(db, joint.id)
    if (!changed) throw new Error('It is gone')
    const gate = await gateOf(db, changed)
    expect([changed.gateRound, gate.passes, gate.waiting.length]).toEqual([2, [], 2])
    expect(await passGate({ db, now }, lead, { id: joint.id, organisation: bodo, form: before })).toEqual({
      ok: false,
      failure: { kind: 'changedMeanwhile' },
    })
    const now2 = passing(gate)
    expect((await passGate({ db, now }, lead, { id: joint.id, organisation: bodo, form: now2 })).ok).toBe(
      true,
    )
    expect((await findProcurement(db, joint.id))?.step).toBe('gate')
    expect(await takeBackPass({ db, now }, lead, { id: joint.id, organisation: bodo })).toEqual({
      ok: true,
      value: null,
    })
    expect(await takeBackPass({ db, now }, lead, { id: joint.id, organisation: bodo })).toMatchObject({
      failure: { kind: 'notPassed' },
    })
  }))

test('a change that nobody noted is seen all the same: passes of something else do not count', () =>
  withCatalogue(async (db) => {
    const { joint, bodo, royrvik, lead, other } = await aReadyGate(db)
    const form = passing(await gateOf(db, joint))
    await passGate({ db, now }, other, { id: joint.id, organisation: royrvik, form })
    await db
      .updateTable('joint_procurement')
      .set({ title: 'Et annet navn' })
      .where('id', '=', joint.id)
      .execute()
    const renamed = await findProcurement(db, joint.id)
    if (!renamed) throw new Error('It is gone')
    const gate = await gateOf(db, renamed)
    expect([gate.passes.length, gate.outdated.length, gate.waiting.length]).toEqual([0, 1, 2])
    const passed = await passGate({ db, now }, lead, {
      id: joint.id,
      organisation: bodo,
      form: passing(gate),
    })
    expect(passed).toEqual({ ok: true, value: { locked: false, waiting: [royrvik] } })
    expect((await findProcurement(db, joint.id))?.gateRound).toBe(2)
  }))

test('the lead cannot walk around the gate', () =>
  withCatalogue(async (db) => {
    const { joint, royrvik, lead, other } = await aReadyGate(db)
    const form = passing(await gateOf(db, joint))
    await passGate({ db, now }, other, { id: joint.id, organisation: royrvik, form })
    const stepped = await takeStep({ db, now }, lead, {
      id: joint.id,
      form: { to: 'published', on: '2026-11-22', reason: '' },
    })
    expect(stepped.ok).toBe(false)
  }))
