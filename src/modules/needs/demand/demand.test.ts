import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import { NEED_AUDIENCES } from '#src/modules/needs/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aCoordinator, aDemand, demandNow, joined } from '#src/testing/market.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { alikeNeeds } from './alike-needs.ts'
import { askNeedIn } from './ask-need-in.ts'
import { beginDemand } from './begin-demand.ts'
import { demandVersions } from './demands-repository.ts'
import { joinDemand } from './join-demand.ts'
import { isWider, memberOrganisations, membersOf, narrowest } from './joint-demand.ts'
import { changeDemandAudience, closeDialogue, dissolveDemand, handOverDemandLead } from './lead-demand.ts'
import { declineDemand, leaveDemand } from './leave-demand.ts'
import { mayReadDemand } from './policy.ts'
import { membersWithNeeds, readDemand } from './read-demand.ts'
import { saveStatement } from './save-statement.ts'

const now = () => new Date('2026-11-22T10:41:00Z')

async function scene(db: Database) {
  const [royrvik, bodo, voss] = [
    await municipalityId(db, '5043'),
    await municipalityId(db, '1804'),
    await municipalityId(db, '4621'),
  ]
  const people = {
    ingrid: await aCoordinator(db, royrvik),
    chief: await aCoordinator(db, bodo),
    voss: await aCoordinator(db, voss),
  }
  const needOf = (actor: Actor, typed: Partial<Parameters<typeof aNeed>[1]> = {}) =>
    aNeed(db, { organisation: actor.organisation ?? voss, by: actor.personId, ...typed })
  return {
    ...people,
    needOf,
    own: await needOf(people.ingrid),
    second: await needOf(people.chief),
    third: await needOf(people.voss),
    context: { db, now },
  }
}

test('a demand begins with one’s own need; the others are asked, and are in it when they say so', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, voss, own, second, third, context } = await scene(db)
    const begun = await beginDemand(context, ingrid, {
      own: own.id,
      asked: [second.id, third.id, own.id, second.id],
      title: 'Tilsyn sammen',
    })
    if (!begun.ok) throw new Error(begun.failure.kind)
    const { id } = begun.value
    expect(begun.value.needs.map(({ need, status }) => [need, status])).toEqual([
      [own.id, 'joined'],
      [second.id, 'asked'],
      [third.id, 'asked'],
    ])
    expect(begun.value.statement.outcome).toBe(own.content.outcome)
    expect(begun.value.statement.volume).toBe('40 brukere')

    await joined(context, chief, { id, need: second.id })
    const no = await declineDemand(context, voss, { id, need: third.id, reason: 'Vi har avtale til 2030' })
    expect(no.ok).toBe(true)
    const after = await demandNow(db, id)
    expect(memberOrganisations(after)).toEqual([own.organisation, second.organisation])
    expect(after.needs.map(({ status, reason }) => [status, reason])).toEqual([
      ['joined', null],
      ['joined', null],
      ['declined', 'Vi har avtale til 2030'],
    ])
  }))

test('nobody decides for another: not the lead, not a colleague who only writes', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, own, second, context } = await scene(db)
    const { id } = await aDemand(context, { own, by: ingrid })
    expect((await askNeedIn(context, ingrid, { id, need: second.id })).ok).toBe(true)
    const writer = await aPerson(db, { organisation: second.organisation, roles: ['contributor'] })
    const asked = { id, need: second.id, reason: null }
    for (const other of [ingrid, writer]) {
      expect(await joinDemand(context, other, asked)).toMatchObject({ failure: { kind: 'notAllowed' } })
      expect(await declineDemand(context, other, asked)).toMatchObject({ failure: { kind: 'notAllowed' } })
    }
    expect(await askNeedIn(context, chief, asked)).toMatchObject({ failure: { kind: 'notAllowed' } })
    expect(await beginDemand(context, writer, { own: second.id, asked: [], title: 'Noe' })).toMatchObject({
      failure: { kind: 'notAllowed' },
    })
  }))

test('one may leave, the history stays, and one may come back', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, own, second, context } = await scene(db)
    const { id } = await aDemand(context, { own, by: ingrid, others: [{ need: second.id, by: chief }] })
    const asked = { id, need: second.id, reason: 'Vi venter' }
    expect((await leaveDemand(context, chief, asked)).ok).toBe(true)
    expect(await leaveDemand(context, chief, asked)).toMatchObject({ failure: { kind: 'notThere' } })
    await joined(context, chief, asked)
    const { needs } = await demandNow(db, id)
    expect(needs.map(({ need, status }) => [need, status])).toEqual([
      [own.id, 'joined'],
      [second.id, 'left'],
      [second.id, 'joined'],
    ])
  }))

test('a need is in one demand at a time, and is asked once', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, voss, own, second, third, context } = await scene(db)
    const first = await aDemand(context, { own, by: ingrid, others: [{ need: second.id, by: chief }] })
    const other = await aDemand(context, { own: third, by: voss })
    const inFirst = { failure: { kind: 'inAnother', demand: first.id } }
    expect(await joinDemand(context, chief, { id: other.id, need: second.id })).toMatchObject(inFirst)
    expect(await askNeedIn(context, voss, { id: other.id, need: second.id })).toMatchObject(inFirst)
    expect(await beginDemand(context, chief, { own: second.id, asked: [], title: 'En til' })).toMatchObject(
      inFirst,
    )
    const again = await joinDemand(context, chief, { id: first.id, need: second.id })
    expect(again).toMatchObject({ failure: { kind: 'alreadyThere' } })
    expect(await askNeedIn(context, ingrid, { id: first.id, need: second.id })).toMatchObject({
      failure: { kind: 'alreadyThere' },
    })
  }))

test('the demand is told to no more than every need in it is', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, own, needOf, context } = await scene(db)
    const narrow = await needOf(chief, { audience: 'public-employees' })
    const { id } = await aDemand(context, { own, by: ingrid })
    const join = () => joinDemand(context, chief, { id, need: narrow.id })
    expect(await join()).toMatchObject({ failure: { kind: 'narrower', demand: 'all' } })
    const widen = () => changeDemandAudience(context, ingrid, { id, audience: 'all' })
    await changeDemandAudience(context, ingrid, { id, audience: 'public-employees' })
    expect((await join()).ok).toBe(true)
    expect(await widen()).toMatchObject({
      failure: { kind: 'widerThanNeeds', organisations: [narrow.organisation] },
    })
    await db.updateTable('need').set({ audience: 'all' }).where('id', '=', narrow.id).execute()
    expect((await widen()).ok).toBe(true)
    await db.updateTable('need').set({ audience: 'own' }).where('id', '=', narrow.id).execute()
    const after = await demandNow(db, id)
    expect(after.audience).toBe('own')
    const stranger = await aCoordinator(db, await municipalityId(db, '0301'))
    expect([null, stranger, ingrid, chief].map((reader) => mayReadDemand(reader, after))).toEqual([
      false,
      false,
      true,
      true,
    ])
    expect(await readDemand(db, stranger, id)).toBeNull()
  }))

test.each(NEED_AUDIENCES)('%s and anything else give the narrower of the two', (one) => {
  for (const other of NEED_AUDIENCES) {
    const both = narrowest(one, other)
    expect(isWider(both, one) || isWider(both, other)).toBe(false)
    expect(narrowest(other, one)).toBe(both)
  }
})

test('the statement is saved by the lead, version by version, and nobody overwrites another', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, own, second, context } = await scene(db)
    const demand = await aDemand(context, { own, by: ingrid, others: [{ need: second.id, by: chief }] })
    const { language: _, ...said } = demand.statement
    const save = (actor: Actor, from: number, changed: Partial<typeof said> = {}) =>
      saveStatement(context, actor, {
        id: demand.id,
        from,
        form: { ...said, title: demand.title, ...changed },
      })
    expect(await save(chief, 1)).toMatchObject({ failure: { kind: 'notAllowed' } })
    expect(await save(ingrid, 1)).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await save(ingrid, 1, { who: 'Alle som bor hjemme' })).toMatchObject({ value: { version: 2 } })
    expect(await save(ingrid, 1, { who: 'Alle som bor hjemme' })).toMatchObject({ value: { version: 2 } })
    expect(await save(ingrid, 1, { who: 'Noe annet' })).toMatchObject({
      failure: { kind: 'changedMeanwhile', demand: { statement: { who: 'Alle som bor hjemme' } } },
    })
    const versions = await demandVersions(db, demand.id)
    expect(versions.map(({ version, statement }) => [version, statement.who])).toEqual([
      [1, own.content.forWhom],
      [2, 'Alle som bor hjemme'],
    ])
  }))

test('whoever leads hands over before leaving, and a demand that is dissolved sets its needs free', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, voss, own, second, third, context } = await scene(db)
    const { id } = await aDemand(context, { own, by: ingrid, others: [{ need: second.id, by: chief }] })
    const leave = () => leaveDemand(context, ingrid, { id, need: own.id, reason: null })
    expect(await leave()).toMatchObject({ failure: { kind: 'leadHandsOver' } })
    expect(await handOverDemandLead(context, ingrid, { id, to: third.organisation })).toMatchObject({
      failure: { kind: 'notMember' },
    })
    const handed = { id, to: second.organisation }
    expect((await handOverDemandLead(context, ingrid, handed)).ok).toBe(true)
    expect(await handOverDemandLead(context, ingrid, handed)).toMatchObject({
      failure: { kind: 'notAllowed' },
    })
    expect((await leave()).ok).toBe(true)
    expect(await dissolveDemand(context, voss, { id, reason: null })).toMatchObject({
      failure: { kind: 'notAllowed' },
    })
    expect((await closeDialogue(context, chief, id)).ok).toBe(true)
    expect((await dissolveDemand(context, chief, { id, reason: 'Ingen tid' })).ok).toBe(true)
    const after = await demandNow(db, id)
    expect(after).toMatchObject({ status: 'dissolved', endedAt: now() })
    expect(membersOf(after)).toEqual([])
    expect((await beginDemand(context, chief, { own: second.id, asked: [], title: 'På nytt' })).ok).toBe(true)
    expect(await joinDemand(context, voss, { id, need: third.id })).toMatchObject({
      failure: { kind: 'over' },
    })
  }))

test('a need that is no longer one is not counted, one that is bought together is', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, voss, own, second, third, context } = await scene(db)
    const others = [
      { need: second.id, by: chief },
      { need: third.id, by: voss },
    ]
    const { id } = await aDemand(context, { own, by: ingrid, others })
    const close = (need: string, cause: 'joint' | 'no-longer') =>
      db
        .updateTable('need')
        .set({ status: 'closed', closed_at: now(), closed_cause: cause })
        .where('id', '=', need)
        .execute()
    await close(second.id, 'joint')
    await close(third.id, 'no-longer')
    const after = await demandNow(db, id)
    expect(memberOrganisations(after)).toEqual([own.organisation, second.organisation])
    const members = await membersWithNeeds(db, after)
    expect(members.map(({ name, inhabitants }) => [name, (inhabitants ?? 0) > 400])).toEqual([
      ['Røyrvik kommune', true],
      ['Bodø kommune', true],
    ])
  }))

test('needs that are alike are put forward, one’s own and those one may not see are not', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, own, second, third, needOf, context } = await scene(db)
    await needOf(chief, { audience: 'own' })
    await needOf(chief, {
      content: { title: 'Asfalt', outcome: 'Jevne veier', forWhom: 'Bilister', themes: ['vei'], cpv: [] },
    })
    const alike = await alikeNeeds(context.db, ingrid, { need: own })
    expect(alike.map(({ need }) => need.id).toSorted()).toEqual([second.id, third.id].toSorted())
    expect(alike[0]).toMatchObject({ likeness: 0.8, sharedThemes: ['velferdsteknologi'], sameCpv: false })
    const other = await alikeNeeds(context.db, ingrid, { need: own, likeness: () => 0 })
    expect(other).toEqual([])
  }))

test('until somebody writes on it the statement says what the needs in it say, and not after', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, own, needOf, context } = await scene(db)
    const other = await needOf(chief, {
      content: { forWhom: 'Beboere på sykehjem', volume: { amount: 300, unit: 'brukere' } },
    })
    const { id } = await aDemand(context, { own, by: ingrid, others: [{ need: other.id, by: chief }] })
    const together = await demandNow(db, id)
    expect(together.statement).toMatchObject({
      who: `Røyrvik kommune: ${own.content.forWhom}\nBodø kommune: Beboere på sykehjem`,
      outcome: own.content.outcome,
      volume: '340 brukere',
    })
    const { language: _, ...said } = together.statement
    const form = { ...said, title: together.title, volume: 'Rundt 350' }
    expect((await saveStatement(context, ingrid, { id, from: 1, form })).ok).toBe(true)
    await leaveDemand(context, chief, { id, need: other.id, reason: null })
    const after = await demandVersions(db, id)
    expect(after.map(({ statement }) => statement.volume)).toEqual(['340 brukere', 'Rundt 350'])
    expect((await demandNow(db, id)).statement.volume).toBe('Rundt 350')
  }))
