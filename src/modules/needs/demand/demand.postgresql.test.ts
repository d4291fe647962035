import { expect, test } from 'vitest'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { aCoordinator, aDemand, demandNow } from '#src/testing/market.ts'
import { aNeed } from '#src/testing/needs.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { demandVersions } from './demands-repository.ts'
import { joinDemand } from './join-demand.ts'
import { dissolveDemand } from './lead-demand.ts'
import { saveStatement } from './save-statement.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const OTHERS = ['1804', '4621', '0301', '3401', '3403', '1560', '1554', '1563']

async function scene(db: Database) {
  await seedOrganisations(db, { now })
  const own = async (number: string) => {
    const organisation = await municipalityId(db, number)
    const actor = await aCoordinator(db, organisation)
    return { actor, need: await aNeed(db, { organisation, by: actor.personId }) }
  }
  const lead = await own('5043')
  const demand = await aDemand({ db, now }, { own: lead.need, by: lead.actor })
  return { own, lead, demand }
}

test('a need that is put into two demands at once is in one of them', () =>
  withOwnDatabase(async (db) => {
    const { own, demand } = await scene(db)
    const other = await own('4601')
    const second = await aDemand({ db, now }, { own: other.need, by: other.actor })
    const { actor, need } = await own('1804')
    const done = await Promise.all(
      [demand.id, second.id, demand.id, second.id].map((id) =>
        joinDemand({ db, now }, actor, { id, need: need.id }),
      ),
    )
    expect(done.filter((one) => one.ok)).toHaveLength(1)
    for (const one of done) if (!one.ok) expect(['inAnother', 'alreadyThere']).toContain(one.failure.kind)
  }))

test('all who join at once are in it, each in its own place', () =>
  withOwnDatabase(async (db) => {
    const { own, demand } = await scene(db)
    const all = await Promise.all(OTHERS.map(own))
    const done = await Promise.all(
      all.map(({ actor, need }) => joinDemand({ db, now }, actor, { id: demand.id, need: need.id })),
    )
    expect(done.every((one) => one.ok)).toBe(true)
    const { needs } = await demandNow(db, demand.id)
    expect(needs.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  }))

test('whoever joins while it is dissolved is in nothing that is over', () =>
  withOwnDatabase(async (db) => {
    const { own, lead, demand } = await scene(db)
    const all = await Promise.all(OTHERS.map(own))
    const [dissolved, ...joins] = await Promise.all([
      dissolveDemand({ db, now }, lead.actor, { id: demand.id, reason: null }),
      ...all.map(({ actor, need }) => joinDemand({ db, now }, actor, { id: demand.id, need: need.id })),
    ])
    expect(dissolved?.ok).toBe(true)
    for (const one of joins) if (!one.ok) expect(one.failure).toEqual({ kind: 'over' })
    const { needs } = await demandNow(db, demand.id)
    expect(needs.filter(({ status }) => status === 'joined')).toEqual([])
  }))

test('of those who save the statement at once one is saved, and the others see it', () =>
  withOwnDatabase(async (db) => {
    const { lead, demand } = await scene(db)
    const { language: _, ...said } = demand.statement
    const done = await Promise.all(
      OTHERS.map((who) =>
        saveStatement({ db, now }, lead.actor, {
          id: demand.id,
          from: 1,
          form: { ...said, who, title: demand.title },
        }),
      ),
    )
    expect(done.filter((one) => one.ok)).toHaveLength(1)
    const versions = await demandVersions(db, demand.id)
    expect(versions).toHaveLength(2)
    for (const one of done)
      if (!one.ok)
        expect(one.failure).toMatchObject({
          kind: 'changedMeanwhile',
          demand: { statement: { who: versions[1]?.statement.who } },
        })
  }))
