import { expect, test } from 'vitest'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aStory, aToldStop, stopPeople } from '#src/testing/stops.ts'
import type { StopId } from './contract.ts'
import { type CorrectStop, correctStop, findStop, findStopToCorrect } from './index.ts'

const now = () => new Date('2026-11-22T10:41:00Z')

test('whoever told a story puts it right: which parts stands in the log, and not the old words', () =>
  withCatalogue(async (db) => {
    const { kari, chief } = await stopPeople(db)
    const id = await aToldStop({ db, now }, kari, { happened: 'Per Hansen sa nei.' })
    const asked = { ...wordsOf(kari, id), happened: 'Rådmannen sa nei.', reasons: ['no-anchoring'] as const }
    expect(await correctStop({ db, now }, kari, { ...asked, reasons: [...asked.reasons] })).toMatchObject({
      ok: true,
      value: { version: 2, correctedAt: now() },
    })
    expect(await findStop({ db, now }, chief, id)).toMatchObject({
      happened: 'Rådmannen sa nei.',
      reasons: ['no-anchoring'],
      title: 'Nattro som ikke ble noe av',
      named: true,
    })
    const audit = await db
      .selectFrom('audit_entry')
      .select(['from_version', 'to_version', 'details'])
      .where('action', '=', 'stop.corrected')
      .execute()
    expect(audit).toEqual([{ from_version: 1, to_version: 2, details: { parts: ['reasons', 'happened'] } }])
    const events = await db.selectFrom('event').select('kind').where('subject', '=', id).execute()
    expect(events).toEqual([{ kind: 'stop.changed' }, { kind: 'stop.changed' }])
  }))

test('nobody is written over, and saving what stands there already changes nothing', () =>
  withCatalogue(async (db) => {
    const { kari, chief } = await stopPeople(db)
    const id = await aToldStop({ db, now }, kari)
    expect(await correctStop({ db, now }, kari, wordsOf(kari, id))).toMatchObject({ value: { version: 1 } })
    const longer = { ...wordsOf(chief, id), happened: 'Budsjettet ble kuttet i mai.' }
    expect(await correctStop({ db, now }, chief, longer)).toMatchObject({ ok: true })
    expect(await correctStop({ db, now }, kari, { ...longer, title: 'Noe annet' })).toMatchObject({
      failure: { kind: 'changedMeanwhile' },
    })
    expect(await findStop({ db, now }, kari, id)).toMatchObject({ happened: 'Budsjettet ble kuttet i mai.' })
  }))

test('a colleague corrects what stays inside, a coordinator everything, and others nothing', () =>
  withCatalogue(async (db) => {
    const { kari, colleague, chief, neighbour, adviser, supplier } = await stopPeople(db)
    const inside = await aToldStop({ db, now }, kari)
    const open = await aToldStop({ db, now }, chief, { visibility: 'all' })
    const may = async (id: StopId) => {
      const answers = []
      for (const who of [kari, colleague, chief, neighbour, adviser, supplier])
        answers.push((await findStopToCorrect(db, who, id)) !== null)
      return answers
    }
    expect(await may(inside)).toEqual([true, true, true, false, false, false])
    expect(await may(open)).toEqual([false, false, true, false, false, false])
    expect(
      await correctStop({ db, now }, colleague, { ...wordsOf(chief, open), title: 'Nytt' }),
    ).toMatchObject({ failure: { kind: 'coordinatorOpens' } })
    expect(
      await correctStop({ db, now }, neighbour, { ...wordsOf(chief, open), title: 'Nytt' }),
    ).toMatchObject({ failure: { kind: 'stopNotFound' } })
  }))

function wordsOf(actor: Parameters<typeof aStory>[0], id: StopId): CorrectStop {
  const { title, reasons, happened, wouldHaveHelped, phase, theme, year } = aStory(actor)
  return { id, from: 1, title, reasons, happened, wouldHaveHelped, phase, theme, year }
}
