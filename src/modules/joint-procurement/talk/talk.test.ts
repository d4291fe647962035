import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  addTask,
  askAll,
  noteDecision,
  replyToQuestion,
  setTask,
  talkOf,
} from '#src/modules/joint-procurement/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { DecisionForm, JointNoteId, QuestionForm, ReplyForm, TaskForm } from './talk-forms.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const note = () => JointNoteId.parse(newId())
const DECISION = DecisionForm.parse({
  decidedOn: '2026-11-20',
  title: 'Felles rammeavtale',
  words: '',
  decidedBy: 'Styringsgruppa',
  archiveReference: '26/9',
})

async function aScene(db: Database) {
  const [bodo, royrvik, voss] = [
    await municipalityId(db, '1804'),
    await municipalityId(db, '5043'),
    await municipalityId(db, '4621'),
  ]
  const lead = await aPerson(db, { organisation: bodo, roles: ['contributor'] })
  const member = await aPerson(db, { organisation: royrvik, roles: ['contributor'] })
  const left = await aPerson(db, { organisation: voss, roles: ['contributor'] })
  const { id } = await aProcurement(db, {
    lead: bodo,
    by: lead.personId,
    others: [{ organisation: royrvik }, { organisation: voss, status: 'withdrawn' }],
  })
  return { id, bodo, royrvik, voss, lead, member, left }
}

test('a decision is noted once however often its form is sent, for the one that the person writes for', () =>
  withCatalogue(async (db) => {
    const { id, royrvik, member } = await aScene(db)
    const said = { id, organisation: royrvik, note: note(), form: DECISION }
    for (const _ of [1, 2])
      expect(await noteDecision({ db, now }, member, said)).toEqual({ ok: true, value: null })
    const { decisions } = await talkOf(db, id)
    expect(decisions).toMatchObject([
      { title: 'Felles rammeavtale', notedFor: royrvik, archiveReference: '26/9' },
    ])
    const events = await db.selectFrom('event').select('kind').where('subject', '=', id).execute()
    expect(events.map(({ kind }) => kind)).toEqual(['joint.decision-noted'])
  }))

test('nobody says anything for another, and one who has left says nothing more', () =>
  withCatalogue(async (db) => {
    const { id, bodo, royrvik, voss, lead, member, left } = await aScene(db)
    const say = (actor: Actor, organisation: OrganisationId) =>
      noteDecision({ db, now }, actor, { id, organisation, note: note(), form: DECISION })
    const refused = { ok: false, failure: { kind: 'notAllowed' } }
    expect(await say(lead, royrvik)).toEqual(refused)
    expect(await say(member, bodo)).toEqual(refused)
    expect(await say(left, voss)).toEqual(refused)
    const stranger = await aPerson(db, { organisation: await municipalityId(db, '4601') })
    expect(await say(stranger, bodo)).toEqual({ ok: false, failure: { kind: 'procurementNotFound' } })
    expect((await talkOf(db, id)).decisions).toEqual([])
  }))

test('a task is done and undone by anybody within, and given only to somebody within', () =>
  withCatalogue(async (db) => {
    const { id, bodo, royrvik, voss, lead, member } = await aScene(db)
    const form = (whose: string) =>
      TaskForm.parse({ title: 'Skrive saksframlegg', whose, dueOn: '2026-12-01' })
    const task = note()
    const add = (whose: string) =>
      addTask({ db, now }, lead, { id, organisation: bodo, note: task, form: form(whose) })
    expect(await add(voss)).toEqual({ ok: false, failure: { kind: 'notTakingPart' } })
    expect(await add(royrvik)).toEqual({ ok: true, value: null })
    const set = (isDone: boolean) =>
      setTask({ db, now }, member, { id, organisation: royrvik, note: task, isDone })
    await set(true)
    await set(true)
    expect((await talkOf(db, id)).tasks).toMatchObject([{ whose: royrvik, doneAt: now(), version: 2 }])
    await set(false)
    expect((await talkOf(db, id)).tasks).toMatchObject([{ doneAt: null, version: 3 }])
    const unknown = { id, organisation: royrvik, note: note(), isDone: true }
    expect(await setTask({ db, now }, member, unknown)).toEqual({
      ok: false,
      failure: { kind: 'taskNotFound' },
    })
  }))

test('each answers a question for its own, and a new answer takes the place of the one before', () =>
  withCatalogue(async (db) => {
    const { id, bodo, royrvik, lead, member } = await aScene(db)
    const question = note()
    const form = QuestionForm.parse({ words: 'Når har dere kommunestyremøte?', answerBy: '' })
    await askAll({ db, now }, lead, { id, organisation: bodo, note: question, form })
    const reply = (words: string) =>
      replyToQuestion({ db, now }, member, {
        id,
        organisation: royrvik,
        note: question,
        form: ReplyForm.parse({ words }),
      })
    await reply('I desember')
    await reply('I januar')
    expect((await talkOf(db, id)).questions).toMatchObject([
      { askedFor: bodo, answerBy: null, replies: [{ organisation: royrvik, words: 'I januar' }] },
    ])
    const elsewhere = { id, organisation: royrvik, note: note(), form: ReplyForm.parse({ words: 'Hva?' }) }
    expect(await replyToQuestion({ db, now }, member, elsewhere)).toEqual({
      ok: false,
      failure: { kind: 'questionNotFound' },
    })
  }))
