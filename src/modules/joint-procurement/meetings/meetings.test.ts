import { expect, test } from 'vitest'
import {
  callMeeting,
  cancelMeeting,
  changeMeeting,
  meetingsOf,
} from '#src/modules/joint-procurement/index.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { MeetingForm, MeetingId } from './meeting-form.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const form = (told: object = {}) =>
  MeetingForm.parse({
    ...{ kind: 'group', title: 'Oppstart', on: '2027-01-12', from: '09:00', until: '10:00' },
    ...{ place: 'Rådhuset', link: '', agenda: '', ...told },
  })

test('the lead calls, changes and calls off; each change counts, and what changes nothing does not', () =>
  withCatalogue(async (db) => {
    const [bodo, royrvik] = [await municipalityId(db, '1804'), await municipalityId(db, '5043')]
    const lead = await aPerson(db, { organisation: bodo, roles: ['contributor'] })
    const member = await aPerson(db, { organisation: royrvik, roles: ['coordinator'] })
    const { id } = await aProcurement(db, {
      lead: bodo,
      by: lead.personId,
      others: [{ organisation: royrvik }],
    })
    const meeting = MeetingId.parse(newId())
    const context = { db, now }
    expect(await callMeeting(context, member, { id, meeting, form: form() })).toEqual({
      ok: false,
      failure: { kind: 'notAllowed' },
    })
    for (const _ of [1, 2]) await callMeeting(context, lead, { id, meeting, form: form() })
    expect(await meetingsOf(db, id)).toMatchObject([
      { sequence: 0, startsAt: new Date('2027-01-12T08:00:00Z') },
    ])

    await changeMeeting(context, lead, { id, meeting, sequence: 0, form: form() })
    await changeMeeting(context, lead, { id, meeting, sequence: 0, form: form({ place: 'Teams' }) })
    expect(await meetingsOf(db, id)).toMatchObject([{ sequence: 1, place: 'Teams' }])
    expect(await changeMeeting(context, lead, { id, meeting, sequence: 0, form: form() })).toEqual({
      ok: false,
      failure: { kind: 'changed', sequence: 1 },
    })

    await cancelMeeting(context, lead, { id, meeting, sequence: 1 })
    expect(await meetingsOf(db, id)).toMatchObject([{ sequence: 2, cancelledAt: now() }])
    expect(await changeMeeting(context, lead, { id, meeting, sequence: 2, form: form() })).toEqual({
      ok: false,
      failure: { kind: 'cancelled' },
    })
    const events = await db.selectFrom('event').select('kind').where('subject', '=', id).execute()
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['joint.meeting-called', 'joint.meeting-changed', 'joint.meeting-cancelled'],
    ])
  }))
