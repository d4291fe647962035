import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aCoordinator, aDemand, demandNow } from '#src/testing/market.ts'
import { aNeed } from '#src/testing/needs.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { changeDemandAudience, closeDialogue } from './lead-demand.ts'
import { leaveDemand } from './leave-demand.ts'
import { seenOfDemand } from './policy.ts'
import { readDemand } from './read-demand.ts'

const now = () => new Date('2026-11-22T10:41:00Z')

async function scene(db: Database) {
  const [royrvik, bodo] = [await municipalityId(db, '5043'), await municipalityId(db, '1804')]
  const [ingrid, chief] = [await aCoordinator(db, royrvik), await aCoordinator(db, bodo)]
  const content = { forWhom: 'Beboere på sykehjem' }
  return {
    ...{ ingrid, chief, context: { db, now } },
    own: await aNeed(db, { organisation: royrvik, by: ingrid.personId }),
    theirs: await aNeed(db, { organisation: bodo, by: chief.personId, content }),
  }
}

test('a need that is told to fewer keeps the demand so when it is closed too, until it has left', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, own, theirs, context } = await scene(db)
    const { id } = await aDemand(context, { own, by: ingrid, others: [{ need: theirs.id, by: chief }] })
    await db
      .updateTable('need')
      .set({ audience: 'own', status: 'closed', closed_at: now(), closed_cause: 'no-longer' })
      .where('id', '=', theirs.id)
      .execute()
    const stranger = await aCoordinator(db, await municipalityId(db, '0301'))
    const seen = (reader: Actor | null) => readDemand(db, reader, id)
    expect([await seen(null), await seen(stranger)]).toEqual([null, null])
    expect(await seen(ingrid)).toMatchObject({ audience: 'own' })
    expect(await changeDemandAudience(context, ingrid, { id, audience: 'all' })).toMatchObject({
      failure: { kind: 'widerThanNeeds', organisations: [theirs.organisation] },
    })
    await leaveDemand(context, chief, { id, need: theirs.id, reason: null })
    const after = await demandNow(db, id)
    expect(after).toMatchObject({ audience: 'all', statement: { who: own.content.forWhom } })
    for (const reader of [null, stranger])
      expect(seenOfDemand(reader, after).map(({ need }) => need)).toEqual([own.id])
  }))

test('to whom it does not concern a demand names no need that they may not know of', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, own, theirs, context } = await scene(db)
    const demand = await aDemand(context, { own, by: ingrid, others: [{ need: theirs.id, by: chief }] })
    const needs = demand.needs.map((one) => (one.need === theirs.id ? { ...one, needAudience: 'own' } : one))
    const seen = (reader: Actor | null) =>
      seenOfDemand(reader, { ...demand, needs: needs as typeof demand.needs }).map(({ need }) => need)
    expect(seen(null)).toEqual([own.id])
    expect(seen(ingrid)).toEqual([own.id, theirs.id])
  }))

test('who may read the demand is what the lead chose, also after a need in it was told to fewer for a while', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, own, theirs, context } = await scene(db)
    const { id } = await aDemand(context, { own, by: ingrid, others: [{ need: theirs.id, by: chief }] })
    const told = async () => {
      const found = await db.selectFrom('event').select('kind').where('kind', '=', 'demand.opened').execute()
      return found.length
    }
    const needIsFor = (audience: 'own' | 'all') =>
      db.updateTable('need').set({ audience }).where('id', '=', theirs.id).execute()
    expect((await changeDemandAudience(context, ingrid, { id, audience: 'all' })).ok).toBe(true)
    expect(await told()).toBe(0)
    await needIsFor('own')
    await closeDialogue(context, ingrid, id)
    expect((await demandNow(db, id)).audience).toBe('own')
    await needIsFor('all')
    expect((await demandNow(db, id)).audience).toBe('all')
    await needIsFor('own')
    expect((await changeDemandAudience(context, ingrid, { id, audience: 'own' })).ok).toBe(true)
    expect(await told()).toBe(1)
    await needIsFor('all')
    expect((await demandNow(db, id)).audience).toBe('own')
  }))
