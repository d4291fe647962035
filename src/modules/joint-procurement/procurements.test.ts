import { expect, test } from 'vitest'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { findProcurement, loadGate, procurementsOf } from './index.ts'
import { carriers, isWhole } from './joint-procurement.ts'
import { saveParticipant, saveProcurement } from './procurements-repository.ts'

test('a joint procurement is kept whole, and one who saves what somebody else has changed is told', () =>
  withCatalogue(async (db) => {
    const [bodo, royrvik] = [await municipalityId(db, '1804'), await municipalityId(db, '5043')]
    const lead = await aPerson(db, { organisation: bodo, roles: ['coordinator'] })
    const one = await aProcurement(db, { lead: bodo, by: lead.personId, others: [{ organisation: royrvik }] })

    const kept = await findProcurement(db, one.id)
    expect(kept?.participants.map(({ organisation }) => organisation).toSorted()).toEqual(
      [bodo, royrvik].toSorted(),
    )
    expect(kept).toMatchObject({ title: one.title, facts: one.facts, step: 'group' })
    expect((await procurementsOf(db, [royrvik])).map(({ id }) => id)).toEqual([one.id])

    expect(await saveProcurement(db, { ...one, title: 'Et annet navn' })).toBe(true)
    expect(await saveProcurement(db, { ...one, title: 'For sent' })).toBe(false)
    expect((await findProcurement(db, one.id))?.title).toBe('Et annet navn')
    const participant = one.participants[1]
    if (!participant) throw new Error('Nobody takes part')
    expect(await saveParticipant(db, one.id, { ...participant, status: 'declined' })).toBe(true)
    expect(await saveParticipant(db, one.id, participant)).toBe(false)
  }))

test('an option carries no costs, neither in the check nor in the agreement, and three thirds are the whole', () =>
  withCatalogue(async (db) => {
    const [bodo, royrvik] = [await municipalityId(db, '1804'), await municipalityId(db, '5043')]
    const lead = await aPerson(db, { organisation: bodo, roles: ['coordinator'] })
    const joint = await aProcurement(db, {
      lead: bodo,
      by: lead.personId,
      facts: { costKey: 'agreed' },
      leadStanding: { costShare: 100 },
      others: [{ organisation: royrvik, role: 'option' }],
    })
    expect(carriers(joint).map(({ organisation }) => organisation)).toEqual([bodo])
    const { points } = await loadGate({ db, now: () => new Date('2026-11-22T09:00:00Z') }, joint)
    const codes = points.flatMap(({ problems }) => problems.map(({ code }) => code))
    expect(codes).not.toContain('share-missing')
    expect(codes).not.toContain('shares-not-whole')
    expect([isWhole(33.33 * 3), isWhole(99.9), isWhole(100.2)]).toEqual([true, false, false])
  }))
