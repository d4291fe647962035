import { expect, test } from 'vitest'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import {
  at,
  jointScene,
  must,
  notePassed,
  now,
  participant,
  readyForTheGate,
  reread,
} from '#src/testing/joint-scene.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { StandstillForm } from './contract.ts'
import {
  answerInvitation,
  changeFacts,
  changeParticipantRole,
  choosePath,
  endProcurement,
  inviteParticipant,
  noteStandstill,
  saveStanding,
  takeStep,
} from './index.ts'
import { saveProcurement } from './procurements-repository.ts'

const TODAY = '2026-11-22'
const form = (to: string, reason = '', on = TODAY) => ({ to, on, reason })

test('the group goes on when nothing stands in the way, and is told what does', () =>
  withCatalogue(async (db) => {
    const { bodo, royrvik, lead, small } = await jointScene(db)
    const joint = await aProcurement(db, {
      lead: bodo,
      by: lead.personId,
      others: [{ organisation: royrvik }],
    })
    const { id } = joint
    must(await takeStep({ db, now }, lead, { id, form: form('intent') }))
    expect(await takeStep({ db, now }, lead, { id, form: form('strategy') })).toEqual({
      ok: false,
      failure: {
        kind: 'standsInTheWay',
        hindrances: [{ condition: 'intents', of: expect.arrayContaining([bodo, royrvik]) }],
      },
    })
    expect(await takeStep({ db, now }, lead, { id, form: form('gate') })).toEqual({
      ok: false,
      failure: { kind: 'notFromHere', step: 'intent' },
    })
    expect(await takeStep({ db, now }, small, { id, form: form('strategy') })).toEqual({
      ok: false,
      failure: { kind: 'notAllowed' },
    })
    expect(await takeStep({ db, now }, lead, { id, form: form('group') })).toEqual({
      ok: false,
      failure: { kind: 'reasonMissing' },
    })
    const back = must(await takeStep({ db, now }, lead, { id, form: form('group', 'Vi ble færre') }))
    expect(back.steps.map(({ step, reason }) => [step, reason])).toEqual([
      ['group', null],
      ['intent', null],
      ['group', 'Vi ble færre'],
    ])
    const dated = (on: string) => takeStep({ db, now }, lead, { id, form: form('intent', '', on) })
    expect(await dated('2026-11-21')).toMatchObject({ failure: { kind: 'beforeLast' } })
    expect(await dated('2026-11-23')).toEqual({ ok: false, failure: { kind: 'inFuture' } })
  }))

test('from the check on nobody is added, whichever way they try to come in; going back opens the list', () =>
  withCatalogue(async (db) => {
    const all = await jointScene(db)
    const { lead, voss, royrvik, stranger } = all
    const joint = await readyForTheGate(db, all)
    const { id } = joint
    const follower = { id, organisation: voss, role: 'follower' } as const
    must(await inviteParticipant({ db, now }, lead, follower))
    expect(await takeStep({ db, now }, lead, { id, form: form('gate') })).toEqual({
      ok: false,
      failure: { kind: 'standsInTheWay', hindrances: [{ condition: 'answered', of: [voss] }] },
    })
    must(await answerInvitation({ db, now }, stranger, { id, organisation: voss, answer: 'interested' }))
    const locked = must(await takeStep({ db, now }, lead, { id, form: form('gate') }))
    expect(locked.lockedAt).toEqual(at)

    const closed = { ok: false, failure: { kind: 'listClosed' } }
    const oslo = await municipalityId(db, '0301')
    expect(
      await inviteParticipant({ db, now }, lead, { id, organisation: oslo, role: 'participant' }),
    ).toEqual(closed)
    expect(
      await changeParticipantRole({ db, now }, lead, { id, organisation: voss, role: 'participant' }),
    ).toEqual(closed)
    expect(await choosePath({ db, now }, lead, { id, path: 'parallel' })).toEqual({
      ok: false,
      failure: { kind: 'tooLate' },
    })
    const opened = must(
      await takeStep({ db, now }, lead, { id, form: form('requirements', 'Et krav må endres') }),
    )
    expect(opened).toMatchObject({ lockedAt: null, gateRound: 2 })
    must(await inviteParticipant({ db, now }, lead, { id, organisation: oslo, role: 'participant' }))
    expect(participant(await reread(db, joint), royrvik).status).toBe('interested')
  }))

test('nobody gets past the check for another, and a change after a pass begins it anew', () =>
  withCatalogue(async (db) => {
    const all = await jointScene(db)
    const { lead, small, royrvik } = all
    const { id } = await readyForTheGate(db, all)
    must(await takeStep({ db, now }, lead, { id, form: form('gate') }))
    await notePassed(db, await reread(db, { id }), lead)
    expect(await takeStep({ db, now }, lead, { id, form: form('published') })).toEqual({
      ok: false,
      failure: { kind: 'standsInTheWay', hindrances: [{ condition: 'gatePassed', of: [royrvik] }] },
    })
    await notePassed(db, await reread(db, { id }), small)
    const { version } = await reread(db, { id })
    const changed = must(
      await changeFacts({ db, now }, lead, { id, from: version, facts: { maximum: 7_000_000 } }),
    )
    expect(changed.gateRound).toBe(2)
    expect(await takeStep({ db, now }, lead, { id, form: form('published') })).toMatchObject({
      failure: { kind: 'standsInTheWay' },
    })
    for (const who of [lead, small]) await notePassed(db, changed, who)
    expect(await takeStep({ db, now }, lead, { id, form: form('published') })).toMatchObject({
      failure: { kind: 'standsInTheWay' },
    })
    await saveProcurement(db, { ...(await reread(db, { id })), step: 'published' })

    const published = await reread(db, { id })
    expect(await takeStep({ db, now }, lead, { id, form: form('gate', 'Angrer') })).toEqual({
      ok: false,
      failure: { kind: 'notFromHere', step: 'published' },
    })
    const from = published.version
    expect(await changeFacts({ db, now }, lead, { id, from, facts: { maximum: 8_000_000 } })).toEqual({
      ok: false,
      failure: { kind: 'published', facts: ['maximum'] },
    })
    must(await changeFacts({ db, now }, lead, { id, from, facts: { followUpMonths: 3 } }))
    const ended = must(await endProcurement({ db, now }, lead, { id, reason: 'Ingen tilbud kom inn' }))
    expect(ended.ended).toMatchObject({ outcome: 'cancelled', reason: 'Ingen tilbud kom inn' })
    expect(await takeStep({ db, now }, lead, { id, form: form('competition') })).toEqual({
      ok: false,
      failure: { kind: 'hasEnded' },
    })
  }))

test('who tells again what it has told begins the check anew for nobody', () =>
  withCatalogue(async (db) => {
    const all = await jointScene(db)
    const { lead, small, royrvik } = all
    const { id } = await readyForTheGate(db, all)
    must(await takeStep({ db, now }, lead, { id, form: form('gate') }))
    await notePassed(db, await reread(db, { id }), lead)
    const before = await reread(db, { id })
    const tell = (words: string) =>
      saveStanding({ db, now }, small, {
        ...{ id, organisation: royrvik, from: participant(before, royrvik).version },
        standing: { intent: { on: '2026-11-02', words } },
      })
    must(await tell(''))
    expect(await reread(db, { id })).toEqual(before)
    must(await tell('Med forbehold'))
    expect((await reread(db, { id })).gateRound).toBe(2)
  }))

test('stopped before it is published, it is stopped and not cancelled, by the coordinator of the lead', () =>
  withCatalogue(async (db) => {
    const { bodo, lead, writer } = await jointScene(db)
    const { id } = await aProcurement(db, { lead: bodo, by: lead.personId })
    const reason = 'Vi fant ingen å kjøpe sammen med'
    expect(await endProcurement({ db, now }, writer, { id, reason })).toMatchObject({
      failure: { kind: 'notAllowed' },
    })
    expect(must(await endProcurement({ db, now }, lead, { id, reason })).ended?.outcome).toBe('stopped')
  }))

test('a standstill is no shorter, and a complaint told to all, once, though its form is sent twice', () =>
  withCatalogue(async (db) => {
    const { bodo, lead } = await jointScene(db)
    const { id } = await aProcurement(db, { lead: bodo, by: lead.personId, step: 'standstill', lockedAt: at })
    const nothing = { awardedOn: '', standstillUntil: '', complaint: '', complaintSettledOn: '' }
    const told = (typed: object) =>
      noteStandstill({ db, now }, lead, { id, form: StandstillForm.parse({ ...nothing, ...typed }) })
    expect(await told({ awardedOn: '2026-11-20', standstillUntil: '2026-11-21' })).toEqual({
      ok: false,
      failure: { kind: 'tooShort', earliest: Temporal.PlainDate.from('2026-11-30') },
    })
    expect(await told({ awardedOn: '2026-11-23' })).toEqual({ ok: false, failure: { kind: 'inFuture' } })
    const awarded = { awardedOn: '2026-11-20', standstillUntil: '2026-11-30' }
    for (const _ of [1, 2]) must(await told(awarded))
    for (const _ of [1, 2]) must(await told({ ...awarded, complaint: 'Klage på poengene' }))
    const events = await db.selectFrom('event').selectAll().where('subject', '=', id).execute()
    const kinds = events.map(({ kind }) => kind).filter((kind) => kind !== 'joint.changed')
    expect(kinds).toEqual(['joint.standstill-noted', 'joint.complaint-noted'])
  }))
