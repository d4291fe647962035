import { expect, test } from 'vitest'
import { messagesIn } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  DecisionForm,
  JointNoteId,
  RollOutForm,
  TaskForm,
  WithdrawalForm,
} from '#src/modules/joint-procurement/contract.ts'
import {
  addTask,
  jointJobs,
  noteDecision,
  noteRollOut,
  withdrawParticipant,
} from '#src/modules/joint-procurement/index.ts'
import { notificationsOf, notificationText, tellPeople } from '#src/modules/notifications/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { jointLifeAudiences } from './joint-life-audiences.ts'

const at = new Date('2026-11-22T10:00:00Z')
const now = () => at

async function told(db: Database, { personId }: Actor, language: 'nb' | 'nn' = 'nb') {
  await tellPeople(db, jointLifeAudiences)
  const { notifications } = await notificationsOf(db, personId, { limit: 20, offset: 0 })
  return notifications.map((one) => [one.topic, notificationText(one, messagesIn(language)), one.path])
}

async function aScene(db: Database) {
  const [bodo, royrvik, voss] = [
    await municipalityId(db, '1804'),
    await municipalityId(db, '5043'),
    await municipalityId(db, '4621'),
  ]
  const coordinator = { roles: ['coordinator'], at } as const
  const lead = await aPerson(db, { organisation: bodo, ...coordinator })
  const small = await aPerson(db, { organisation: royrvik, ...coordinator })
  const left = await aPerson(db, { organisation: voss, ...coordinator })
  const { id } = await aProcurement(db, {
    lead: bodo,
    by: lead.personId,
    step: 'benefit',
    others: [{ organisation: royrvik }, { organisation: voss, status: 'withdrawn' }],
  })
  return { id, bodo, royrvik, lead, small, left, room: `/fellesanskaffelser/${id}` }
}

test('a withdrawal is told to everybody within but whoever withdrew, and to nobody who has left', () =>
  withCatalogue(async (db) => {
    const { id, royrvik, lead, small, left, room } = await aScene(db)
    const form = WithdrawalForm.parse({
      ...{ decidedOn: '2026-11-20', decidedBy: 'Kommunestyret', reason: 'Økonomien', archiveReference: '' },
      seenStep: 'benefit',
    })
    await withdrawParticipant({ db, now }, small, { id, organisation: royrvik, form })
    const sentence = 'Røyrvik kommune har trukket seg fra «Digitalt tilsyn i Namdalen»'
    expect(await told(db, lead)).toEqual([['waiting', sentence, `${room}/samtale#trukket`]])
    expect(await told(db, small)).toEqual([])
    expect(await told(db, left)).toEqual([])
  }))

test('a task is told to the one whose turn it is, a decision to all', () =>
  withCatalogue(async (db) => {
    const { id, bodo, royrvik, lead, small } = await aScene(db)
    const colleague = await aPerson(db, { organisation: bodo, at })
    const note = () => JointNoteId.parse(newId())
    const task = TaskForm.parse({ title: 'Sende vedtak', whose: royrvik, dueOn: '' })
    await addTask({ db, now }, lead, { id, organisation: bodo, note: note(), form: task })
    expect(await told(db, colleague)).toEqual([])
    expect((await told(db, small)).map(([topic, text]) => [topic, text])).toEqual([
      ['waiting', 'Ny oppgave i «Digitalt tilsyn i Namdalen»: Sende vedtak'],
    ])
    const decision = DecisionForm.parse({
      ...{ decidedOn: '2026-11-20', title: 'Felles avtale', words: '', decidedBy: 'Styringsgruppa' },
      archiveReference: '',
    })
    await noteDecision({ db, now }, lead, { id, organisation: bodo, note: note(), form: decision })
    expect((await told(db, colleague)).map(([topic]) => topic)).toEqual(['joint'])
  }))

test('the daily job reminds the one whose benefit is due, in its language and with a day as people write it', () =>
  withCatalogue(async (db) => {
    const { id, royrvik, lead, small, room } = await aScene(db)
    const form = RollOutForm.parse({ status: 'in-use', on: '2026-08-20', words: '' })
    await noteRollOut({ db, now }, small, { id, organisation: royrvik, form })
    const job = jointJobs({ db, now }).find(({ name }) => name === 'joint-reminders')
    const { signal } = new AbortController()
    for (const _ of [1, 2]) await job?.run(signal)
    const reminded = 'Tid for å måle gevinsten av «Digitalt tilsyn i Namdalen» etter 3 månader'
    expect(await told(db, small, 'nn')).toEqual([['waiting', reminded, `${room}/gevinst`]])
    expect(await told(db, lead)).toEqual([])
  }))

test('the daily job reminds of a task before its day, and leads to where it is', () =>
  withCatalogue(async (db) => {
    const { id, bodo, royrvik, lead, small, room } = await aScene(db)
    const task = TaskForm.parse({ title: 'Sende vedtak', whose: royrvik, dueOn: '2026-12-01' })
    const asked = { id, organisation: bodo, note: JointNoteId.parse(newId()), form: task }
    await addTask({ db, now }, lead, asked)
    const job = jointJobs({ db, now: () => new Date('2026-11-24T04:00:00Z') }).find(
      ({ name }) => name === 'joint-reminders',
    )
    for (const _ of [1, 2]) await job?.run(new AbortController().signal)
    const reminded = 'Oppgaven «Sende vedtak» i «Digitalt tilsyn i Namdalen» skal være gjort 1. desember 2026'
    const added = 'Ny oppgave i «Digitalt tilsyn i Namdalen»: Sende vedtak'
    expect((await told(db, small)).toSorted()).toEqual([
      ['waiting', added, `${room}/samtale#oppgaver`],
      ['waiting', reminded, `${room}/samtale#oppgaver`],
    ])
  }))
