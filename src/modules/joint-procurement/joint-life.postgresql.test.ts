import { expect, test } from 'vitest'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { remindAll } from './benefits/remind.ts'
import { BeginForm, MeetingForm, MeetingId, ProcurementId, RollOutForm } from './contract.ts'
import {
  beginProcurement,
  callMeeting,
  changeMeeting,
  findProcurement,
  makeCase,
  meetingsOf,
  noteRollOut,
  rollOutsOf,
  withdrawalsOf,
  withdrawParticipant,
} from './index.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const AT_ONCE = 8
const places = Array.from({ length: AT_ONCE }, (_, place) => place)

async function aScene(db: Database, step: 'group' | 'benefit') {
  await seedOrganisations(db, { now })
  const [bodo, royrvik, voss] = [
    await municipalityId(db, '1804'),
    await municipalityId(db, '5043'),
    await municipalityId(db, '4621'),
  ]
  const lead = await aPerson(db, { organisation: bodo, roles: ['coordinator'] })
  const member = await aPerson(db, { organisation: royrvik, roles: ['coordinator'] })
  const other = await aPerson(db, { organisation: voss, roles: ['coordinator'] })
  const { id } = await aProcurement(db, {
    ...{ lead: bodo, by: lead.personId, step },
    others: [{ organisation: royrvik }, { organisation: voss }],
  })
  return { id, bodo, royrvik, voss, lead, member, other, context: { db, now } }
}

test('an organisation that withdraws eight times at once has withdrawn once, and two at once have both', () =>
  withOwnDatabase(async (db) => {
    const { id, royrvik, voss, member, other, context } = await aScene(db, 'group')
    const decided = { decidedOn: '2026-11-20', decidedBy: 'Kommunestyret', archiveReference: '' }
    const form = { ...decided, reason: 'Vi klarer det ikke nå', seenStep: 'group' }
    const answers = await Promise.all([
      ...places.map(() => withdrawParticipant(context, member, { id, organisation: royrvik, form })),
      withdrawParticipant(context, other, { id, organisation: voss, form }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
    expect((await withdrawalsOf(db, id)).map(({ organisation }) => organisation).toSorted()).toEqual(
      [royrvik, voss].toSorted(),
    )
    const after = await findProcurement(db, id)
    expect(after?.participants.filter(({ status }) => status === 'withdrawn')).toHaveLength(2)
    expect(after?.version).toBe(3)
  }))

test('of eight who change a meeting at once one does, and the others are told that it has changed', () =>
  withOwnDatabase(async (db) => {
    const { id, lead, context } = await aScene(db, 'group')
    const meeting = MeetingId.parse(newId())
    const form = (place: string) =>
      MeetingForm.parse({
        ...{ kind: 'group', title: 'Oppstart', on: '2027-01-12', from: '09:00', until: '10:00' },
        ...{ place, link: '', agenda: '' },
      })
    await callMeeting(context, lead, { id, meeting, form: form('Rådhuset') })
    const answers = await Promise.all(
      places.map((place) =>
        changeMeeting(context, lead, { id, meeting, sequence: 0, form: form(`Rom ${place}`) }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const told = answers.flatMap((answer) => (answer.ok ? [] : [answer.failure]))
    expect(told).toEqual(Array.from({ length: AT_ONCE - 1 }, () => ({ kind: 'changed', sequence: 1 })))
    expect(await meetingsOf(db, id)).toMatchObject([{ sequence: 1 }])
  }))

test('steps that are noted at once each get their place', () =>
  withOwnDatabase(async (db) => {
    const { id, royrvik, member, context } = await aScene(db, 'benefit')
    const form = (words: string) => RollOutForm.parse({ status: 'under-way', on: '2026-11-20', words })
    const note = (words: string) =>
      noteRollOut(context, member, { id, organisation: royrvik, form: form(words) })
    await Promise.all(places.map((place) => note(`Avdeling ${place}`)))
    expect(await rollOutsOf(db, id)).toHaveLength(AT_ONCE)
    await Promise.all(places.map(() => note('Alle avdelinger')))
    expect(await rollOutsOf(db, id)).toHaveLength(AT_ONCE + 1)
  }))

test('a form that is sent eight times at once begins one, which all are led to', () =>
  withOwnDatabase(async (db) => {
    const { bodo, lead, context } = await aScene(db, 'group')
    const id = ProcurementId.parse(newId())
    const form = BeginForm.parse({
      ...{ title: 'Nattetilsyn', purpose: 'Sove', audience: 'own', innovationHeight: '', buysAgain: '' },
    })
    const begun = await Promise.all(
      places.map(() => beginProcurement(context, lead, { id, lead: bodo, form })),
    )
    expect(begun.filter(({ ok }) => ok)).toHaveLength(1)
    const told = begun.flatMap((one) => (one.ok ? [] : [one.failure]))
    expect(told).toEqual(places.slice(1).map(() => ({ kind: 'underWay', procurement: id })))
    const events = await db.selectFrom('event').select('kind').where('subject', '=', id).execute()
    expect(events).toEqual([{ kind: 'joint.changed' }])
  }))

test('eight processes that remind at once remind each of one thing once', () =>
  withOwnDatabase(async (db) => {
    const { id, royrvik, member, context } = await aScene(db, 'benefit')
    const form = RollOutForm.parse({ status: 'in-use', on: '2026-08-20', words: '' })
    await noteRollOut(context, member, { id, organisation: royrvik, form })
    const reminded = await Promise.all(places.map(() => remindAll(context)))
    expect(reminded.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect(await db.selectFrom('joint_reminder').selectAll().execute()).toHaveLength(1)
  }))

test('eight who begin the case at once begin one draft', () =>
  withOwnDatabase(async (db) => {
    const { id, lead, context } = await aScene(db, 'benefit')
    const made = await Promise.all(places.map(() => makeCase(context, lead, id)))
    expect(new Set(made.map((one) => (one.ok ? one.value : one.failure.kind))).size).toBe(1)
    expect(await db.selectFrom('case_draft').selectAll().execute()).toHaveLength(1)
  }))
