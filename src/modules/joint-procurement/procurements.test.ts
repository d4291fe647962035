import { expect, test } from 'vitest'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { findProcurement, procurementsOf } from './index.ts'
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
