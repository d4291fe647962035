import { expect, test } from 'vitest'
import { beginDemand, closeDialogue, findDemand, joinDemand } from '#src/modules/needs/index.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { BeginForm, ProcurementId } from './contract.ts'
import {
  answerInvitation,
  answerProposedLead,
  beginProcurement,
  endProcurement,
  inviteParticipant,
  proposeLead,
} from './index.ts'

const at = new Date('2026-11-22T09:00:00Z')
const now = () => at

const FORM = BeginForm.parse({
  title: 'Digitalt tilsyn i nord',
  purpose: 'Tryggere netter',
  audience: 'own',
  innovationHeight: 'adapt',
  buysAgain: 'ja',
})

function must<Value>(result: { ok: true; value: Value } | { ok: false; failure: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

test('what comes of a joint demand asks those who joined it, once, and the demand gathers again when it stops', () =>
  withCatalogue(async (db) => {
    const [bodo, royrvik] = [await municipalityId(db, '1804'), await municipalityId(db, '5043')]
    const lead = await aPerson(db, { organisation: bodo, roles: ['coordinator'], at })
    const small = await aPerson(db, { organisation: royrvik, roles: ['coordinator'], at })
    const own = await aNeed(db, { organisation: bodo, by: lead.personId })
    const theirs = await aNeed(db, { organisation: royrvik, by: small.personId })
    const third = await aNeed(db, { organisation: await municipalityId(db, '4621'), by: small.personId })
    const demand = must(
      await beginDemand({ db, now }, lead, {
        own: own.id,
        asked: [theirs.id, third.id],
        title: 'Nattetilsyn',
      }),
    )
    must(await joinDemand({ db, now }, small, { id: demand.id, need: theirs.id }))

    const asked = { lead: royrvik, form: FORM, demand: demand.id }
    const id = () => ProcurementId.parse(newId())
    expect(await beginProcurement({ db, now }, small, { ...asked, id: id() })).toEqual({
      ok: false,
      failure: { kind: 'notAllowed' },
    })
    const begun = must(await beginProcurement({ db, now }, lead, { ...asked, id: id(), lead: bodo }))
    expect(begun.participants.map(({ organisation, role, status }) => [organisation, role, status])).toEqual([
      [bodo, 'lead', 'interested'],
      [royrvik, 'participant', 'invited'],
    ])
    expect((await findDemand(db, demand.id))?.status).toBe('procurement')
    expect(await beginProcurement({ db, now }, lead, { ...asked, id: id(), lead: bodo })).toEqual({
      ok: false,
      failure: { kind: 'underWay', procurement: begun.id },
    })
    must(await closeDialogue({ db, now }, lead, demand.id))
    must(await endProcurement({ db, now }, lead, { id: begun.id, reason: 'Rammen ble ikke vedtatt' }))
    expect(await findDemand(db, demand.id)).toMatchObject({ status: 'gathering', dialogueClosedAt: null })
    expect((await beginProcurement({ db, now }, lead, { ...asked, id: id(), lead: bodo })).ok).toBe(true)
  }))

test('the demand gathers again though the one who leads by then was never in it', () =>
  withCatalogue(async (db) => {
    const [bodo, voss] = [await municipalityId(db, '1804'), await municipalityId(db, '4621')]
    const lead = await aPerson(db, { organisation: bodo, roles: ['coordinator'], at })
    const royrvik = await municipalityId(db, '5043')
    const small = await aPerson(db, { organisation: royrvik, roles: ['coordinator'], at })
    const other = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
    const own = await aNeed(db, { organisation: bodo, by: lead.personId, audience: 'own' })
    const theirs = await aNeed(db, { organisation: royrvik, by: small.personId })
    const demand = must(
      await beginDemand({ db, now }, lead, { own: own.id, asked: [theirs.id], title: 'Nattetilsyn' }),
    )
    must(await joinDemand({ db, now }, small, { id: demand.id, need: theirs.id }))
    const { id } = must(
      await beginProcurement({ db, now }, lead, {
        ...{ id: ProcurementId.parse(newId()), lead: bodo, form: FORM, demand: demand.id },
      }),
    )
    must(await inviteParticipant({ db, now }, lead, { id, organisation: voss, role: 'participant' }))
    must(await answerInvitation({ db, now }, other, { id, organisation: voss, answer: 'interested' }))
    must(await proposeLead({ db, now }, lead, { id, to: voss }))
    must(await answerProposedLead({ db, now }, other, { id, accept: true }))
    must(await endProcurement({ db, now }, other, { id, reason: 'Rammen ble ikke vedtatt' }))
    expect((await findDemand(db, demand.id))?.status).toBe('gathering')
  }))

test('one alone in a demand has nobody to buy with yet, and the demand goes on gathering', () =>
  withCatalogue(async (db) => {
    const [bodo, royrvik] = [await municipalityId(db, '1804'), await municipalityId(db, '5043')]
    const lead = await aPerson(db, { organisation: bodo, roles: ['coordinator'], at })
    const small = await aPerson(db, { organisation: royrvik, roles: ['coordinator'], at })
    const own = await aNeed(db, { organisation: bodo, by: lead.personId })
    const theirs = await aNeed(db, { organisation: royrvik, by: small.personId })
    const asked = { own: own.id, asked: [theirs.id], title: 'Nattetilsyn' }
    const demand = must(await beginDemand({ db, now }, lead, asked))
    const begin = () =>
      beginProcurement({ db, now }, lead, {
        ...{ id: ProcurementId.parse(newId()), lead: bodo, form: FORM, demand: demand.id },
      })
    expect(await begin()).toEqual({ ok: false, failure: { kind: 'tooFew' } })
    expect((await findDemand(db, demand.id))?.status).toBe('gathering')
    must(await joinDemand({ db, now }, small, { id: demand.id, need: theirs.id }))
    expect((await begin()).ok).toBe(true)
  }))
