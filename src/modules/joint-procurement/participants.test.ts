import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { at, jointScene, must, now, participant, reread } from '#src/testing/joint-scene.ts'
import { BeginForm, type ParticipantStanding, ProcurementId, STANDING_FORMS } from './contract.ts'
import {
  answerInvitation,
  answerProposedLead,
  beginProcurement,
  changeFacts,
  inviteParticipant,
  proposeLead,
  readProcurement,
  saveStanding,
  takesPart,
} from './index.ts'

const A_FORM = BeginForm.parse({
  title: 'Digitalt tilsyn i nord',
  purpose: 'Tryggere netter',
  audience: 'own',
  innovationHeight: 'adapt',
  buysAgain: 'ja',
})

const TODAY = '2026-11-22'

test('a coordinator begins, invites, and the invited coordinator alone answers for its municipality', () =>
  withCatalogue(async (db) => {
    const { bodo, royrvik, lead, writer, small, stranger } = await jointScene(db)
    const aBeginning = { id: ProcurementId.parse(newId()), lead: bodo, form: A_FORM }
    const begun = must(await beginProcurement({ db, now }, lead, aBeginning))
    expect(begun).toMatchObject({ step: 'interest', path: 'joint-framework', lead: bodo })
    const another = await beginProcurement({ db, now }, writer, aBeginning)
    expect(another).toEqual({ ok: false, failure: { kind: 'notAllowed' } })

    const asked = { id: begun.id, organisation: royrvik, role: 'participant' } as const
    expect(await inviteParticipant({ db, now }, stranger, asked)).toEqual({
      ok: false,
      failure: { kind: 'procurementNotFound' },
    })
    must(await inviteParticipant({ db, now }, writer, asked))
    expect(await inviteParticipant({ db, now }, lead, asked)).toEqual({
      ok: false,
      failure: { kind: 'alreadyThere' },
    })

    const answer = { id: begun.id, organisation: royrvik, answer: 'interested' } as const
    expect(await answerInvitation({ db, now }, lead, answer)).toEqual({
      ok: false,
      failure: { kind: 'notAllowed' },
    })
    must(await answerInvitation({ db, now }, small, answer))
    expect(participant(await reread(db, begun), royrvik)).toMatchObject({
      status: 'interested',
      decidedAt: at,
    })
    const events = await db.selectFrom('event').select('kind').execute()
    const kinds = events.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'joint.changed')).toHaveLength(3)
    expect(kinds).toEqual(expect.arrayContaining(['joint.invited', 'joint.answered']))
  }))

test('one who was not asked sees nothing of what is only for those who take part', () =>
  withCatalogue(async (db) => {
    const { bodo, lead, small, stranger, royrvik } = await jointScene(db)
    const joint = await aProcurement(db, {
      lead: bodo,
      by: lead.personId,
      audience: 'own',
      others: [{ organisation: royrvik, status: 'invited' }],
    })
    const sees = async (reader: Actor | null) => (await readProcurement(db, reader, joint.id)) !== null
    expect([await sees(lead), await sees(small), await sees(stranger), await sees(null)]).toEqual([
      true,
      true,
      false,
      false,
    ])
  }))

test('who said no knows of it still and sees no more of it; who was uninvited knows nothing of it', () =>
  withCatalogue(async (db) => {
    const { bodo, royrvik, lead, small } = await jointScene(db)
    const others = [{ organisation: royrvik, status: 'invited' }] as const
    const begun = { lead: bodo, by: lead.personId, audience: 'own', others } as const
    const sees = async (id: ProcurementId) => {
      const one = await readProcurement(db, small, id)
      return one && (takesPart(small, one) ? 'all of it' : 'that it is')
    }
    const declined = await aProcurement(db, begun)
    expect(await sees(declined.id)).toBe('all of it')
    must(
      await answerInvitation({ db, now }, small, {
        ...{ id: declined.id, organisation: royrvik, answer: 'declined' },
      }),
    )
    expect(await sees(declined.id)).toBe('that it is')
    const uninvited = {
      ...(await aProcurement(db, begun)),
      organisation: royrvik,
      answer: 'uninvited',
    } as const
    expect(await answerInvitation({ db, now }, small, uninvited)).toMatchObject({
      failure: { kind: 'notAllowed' },
    })
    must(await answerInvitation({ db, now }, lead, uninvited))
    expect(await sees(uninvited.id)).toBeNull()
  }))

test('the lead writes what is common and never what another has told of itself', () =>
  withCatalogue(async (db) => {
    const { bodo, royrvik, lead, small } = await jointScene(db)
    const joint = await aProcurement(db, {
      lead: bodo,
      by: lead.personId,
      others: [{ organisation: royrvik }],
    })
    const intent: Partial<ParticipantStanding> = { intent: { on: TODAY, words: '' } }
    const told = { id: joint.id, organisation: royrvik, from: 1, standing: intent }
    expect(await saveStanding({ db, now }, lead, told)).toEqual({
      ok: false,
      failure: { kind: 'notAllowed' },
    })
    must(await saveStanding({ db, now }, small, told))
    expect(await saveStanding({ db, now }, small, told)).toEqual({
      ok: false,
      failure: { kind: 'changedMeanwhile' },
    })
    const facts = { id: joint.id, from: 1, facts: { strategy: 'Sammen' } }
    expect(await changeFacts({ db, now }, small, facts)).toEqual({
      ok: false,
      failure: { kind: 'notAllowed' },
    })
    expect(must(await changeFacts({ db, now }, lead, facts)).facts.strategy).toBe('Sammen')
    expect(await changeFacts({ db, now }, lead, { ...facts, facts: { strategy: 'Annet' } })).toEqual({
      ok: false,
      failure: { kind: 'changedMeanwhile' },
    })
  }))

test('what binds is for the coordinator, and a decision is not told before it has been taken', () =>
  withCatalogue(async (db) => {
    const { bodo, lead, writer } = await jointScene(db)
    const joint = await aProcurement(db, { lead: bodo, by: lead.personId })
    const mandate = STANDING_FORMS.mandate.parse({
      signedBy: 'Kommunedirektøren',
      title: 'Kommunedirektør',
      authority: 'Delegeringsreglementet punkt 4',
      signedOn: '2026-11-23',
      documentUrl: '',
      archiveReference: '',
    })
    const told = { id: joint.id, organisation: bodo, from: 1, standing: { mandate } }
    expect(await saveStanding({ db, now }, writer, told)).toMatchObject({ failure: { kind: 'notAllowed' } })
    expect(await saveStanding({ db, now }, lead, told)).toEqual({
      ok: false,
      failure: { kind: 'inFuture', field: 'signedOn' },
    })
    must(
      await saveStanding({ db, now }, writer, {
        ...told,
        standing: { volume: { amount: 40, unit: 'brukere' } },
      }),
    )
  }))

test('the last day of an option stands as it was published, while what is not in the notice can still be told', () =>
  withCatalogue(async (db) => {
    const { bodo, royrvik, lead, small } = await jointScene(db)
    const option = { organisation: royrvik, role: 'option', standing: { optionUntil: '2027-06-30' } } as const
    const begun = { lead: bodo, by: lead.personId, others: [option] }
    const { id } = await aProcurement(db, { ...begun, step: 'competition', lockedAt: at })
    const told = { id, organisation: royrvik, from: 1 }
    expect(
      await saveStanding({ db, now }, small, { ...told, standing: { optionUntil: '2029-06-30' } }),
    ).toEqual({ ok: false, failure: { kind: 'published', field: 'optionUntil' } })
    const mandate = {
      ...{ signedBy: 'A', title: 'B', authority: 'C', signedOn: TODAY },
      ...{ documentUrl: null, archiveReference: '' },
    }
    expect(await saveStanding({ db, now }, small, { ...told, standing: { mandate } })).toEqual({
      ok: false,
      failure: { kind: 'published', field: 'signedOn' },
    })
    const standing = { optionUntil: '2027-06-30', mailbox: 'innkjop@royrvik.example' }
    must(await saveStanding({ db, now }, small, { ...told, standing }))
    const before = await aProcurement(db, { ...begun, step: 'requirements' })
    must(
      await saveStanding({ db, now }, small, {
        ...told,
        id: before.id,
        standing: { optionUntil: '2029-06-30' },
      }),
    )
  }))

test('a new lead leads when it has said yes, and the old one is a participant', () =>
  withCatalogue(async (db) => {
    const { bodo, royrvik, voss, lead, writer, small } = await jointScene(db)
    const joint = await aProcurement(db, {
      lead: bodo,
      by: lead.personId,
      others: [{ organisation: royrvik }],
    })
    const { id } = joint
    expect(await proposeLead({ db, now }, lead, { id, to: voss })).toMatchObject({
      failure: { kind: 'cannotLead' },
    })
    expect(await proposeLead({ db, now }, writer, { id, to: royrvik })).toMatchObject({
      failure: { kind: 'notAllowed' },
    })
    must(await proposeLead({ db, now }, lead, { id, to: royrvik }))
    expect((await reread(db, joint)).lead).toBe(bodo)
    expect(await answerProposedLead({ db, now }, lead, { id, accept: true })).toMatchObject({
      failure: { kind: 'notAllowed' },
    })
    must(await answerProposedLead({ db, now }, small, { id, accept: true }))
    const after = await reread(db, joint)
    expect(after.lead).toBe(royrvik)
    expect([participant(after, bodo).role, participant(after, royrvik).role]).toEqual(['participant', 'lead'])
    expect(after.facts.proposedLead).toBeNull()
  }))
