import { expect, test } from 'vitest'
import { messagesIn } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { answerInvitation, inviteParticipant, takeStep } from '#src/modules/joint-procurement/index.ts'
import { notificationsOf, notificationText, tellPeople } from '#src/modules/notifications/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { jointAudiences } from './joint-audiences.ts'

const at = new Date('2026-11-22T10:00:00Z')
const now = () => at

async function told(db: Database, { personId }: Actor, language: 'nb' | 'nn' = 'nb') {
  await tellPeople(db, jointAudiences)
  const { notifications } = await notificationsOf(db, personId, { limit: 20, offset: 0 })
  return notifications.map((one) => [one.topic, notificationText(one, messagesIn(language)), one.path])
}

test('an invitation waits for the invited, the answer is told to the lead, and a step to those it waits for', () =>
  withCatalogue(async (db) => {
    const [bodo, royrvik] = [await municipalityId(db, '1804'), await municipalityId(db, '5043')]
    const lead = await aPerson(db, { organisation: bodo, roles: ['coordinator'], at })
    const colleague = await aPerson(db, { organisation: bodo, roles: ['contributor'], at })
    const small = await aPerson(db, { organisation: royrvik, roles: ['coordinator'], at })
    const stranger = await aPerson(db, {
      organisation: await municipalityId(db, '4621'),
      roles: ['coordinator'],
      at,
    })
    const { id } = await aProcurement(db, { lead: bodo, by: lead.personId })
    const path = `/fellesanskaffelser/${id}`

    await inviteParticipant({ db, now }, lead, { id, organisation: royrvik, role: 'participant' })
    const invited = [
      'waiting',
      'Bodø kommune inviterer dere til å kjøpe sammen: «Digitalt tilsyn i Namdalen»',
      path,
    ]
    expect(await told(db, small)).toEqual([invited])

    await answerInvitation({ db, now }, small, { id, organisation: royrvik, answer: 'interested' })
    const answered = ['joint', 'Røyrvik kommune vil være med på «Digitalt tilsyn i Namdalen»', path]
    expect(await told(db, colleague)).toEqual([answered])

    const form = { to: 'intent', on: '2026-11-22', reason: '' }
    expect(await takeStep({ db, now }, lead, { id, form })).toMatchObject({ ok: true })
    const waits = [
      'waiting',
      '«Digitalt tilsyn i Namdalen» ventar på Røyrvik kommune. Steget er: Intensjon',
      path,
    ]
    expect(await told(db, small, 'nn')).toContainEqual(waits)
    expect(await told(db, colleague)).toContainEqual([
      'joint',
      '«Digitalt tilsyn i Namdalen» er nå ved: Intensjon',
      path,
    ])
    expect(await told(db, stranger)).toEqual([])
  }))
