import { afterAll, expect, test } from 'vitest'
import type { PersonId } from '#src/modules/identity/contract.ts'
import type { Audience } from '#src/modules/notifications/index.ts'
import {
  composeMail,
  handOverMails,
  makeMails,
  saveChoices,
  stopMail,
  tellPeople,
} from '#src/modules/notifications/index.ts'
import type { Database } from '#src/platform/database.ts'
import { openMailer } from '#src/platform/mail/index.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { startMailServer } from '#src/testing/mail-server.ts'
import { aPerson } from '#src/testing/people.ts'

const server = await startMailServer()
afterAll(() => server.close())

let time = new Date('2026-11-22T09:00:00Z')
const now = () => time
const site = 'https://spydspiss.example'

function audienceOf(...people: readonly PersonId[]): readonly Audience[] {
  return [
    {
      kind: 'draft.submitted',
      topic: 'waiting',
      tellings: async (_, { subject }) =>
        people.map((person) => ({
          person,
          organisation: null,
          facts: { title: subject },
          path: '/mine-utkast',
        })),
    },
  ]
}

async function deliver(db: Database, from = 'Spydspiss <varsler@spydspiss.example>') {
  const mailer = openMailer({ url: server.url, from })
  try {
    return await handOverMails({ db, now, mailer, site })
  } finally {
    mailer.close()
  }
}

function fresh(): void {
  server.received.length = 0
  server.moods.length = 0
  time = new Date('2026-11-22T09:00:00Z')
}

test('one event is one mail to each person it concerns, and none to the one who did it', () =>
  withOwnDatabase(async (db) => {
    fresh()
    const kari = await aPerson(db, { name: 'Kari Nordmann', email: 'kari@bodo.example' })
    const ola = await aPerson(db, { name: 'Ola', email: 'ola@bodo.example' })
    await recordEvent(db, { kind: 'draft.submitted', subject: 'Vann', payload: { by: ola.personId } })
    const audiences = audienceOf(kari.personId, ola.personId, kari.personId)

    await tellPeople(db, audiences)
    await tellPeople(db, audiences)
    await makeMails(db, { form: 'immediate', at: now() })
    await makeMails(db, { form: 'immediate', at: now() })
    expect(await deliver(db)).toEqual({ sent: 1, later: 0, givenUp: 0 })
    await deliver(db)

    expect(server.received.map(({ to }) => to)).toEqual([['kari@bodo.example']])
    const headers = server.received[0]?.raw.replaceAll(/\r\n[ \t]+/g, ' ')
    expect(headers).toMatch(/^List-Unsubscribe: <https:\/\/spydspiss\.example\/varsler\/slutt\//m)
    expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m)
  }))

test('a busy server is tried again later with the same Message-ID, and not at once', () =>
  withOwnDatabase(async (db) => {
    fresh()
    const kari = await aPerson(db)
    await recordEvent(db, { kind: 'draft.submitted', subject: 'Vann' })
    await tellPeople(db, audienceOf(kari.personId))
    await makeMails(db, { form: 'immediate', at: now() })
    server.moods.push('busy', 'hangs up')

    expect(await deliver(db)).toEqual({ sent: 0, later: 1, givenUp: 0 })
    expect(await deliver(db)).toEqual({ sent: 0, later: 0, givenUp: 0 })
    time = new Date('2026-11-22T09:05:00Z')
    expect(await deliver(db)).toMatchObject({ later: 1 })
    time = new Date('2026-11-22T10:00:00Z')
    expect(await deliver(db)).toMatchObject({ sent: 1 })
    expect(server.received).toHaveLength(1)
  }))

test('an address that the server refuses is given up, and the next mail goes', () =>
  withOwnDatabase(async (db) => {
    fresh()
    const [gone, kari] = [await aPerson(db), await aPerson(db)]
    await recordEvent(db, { kind: 'draft.submitted', subject: 'Vann' })
    await tellPeople(db, audienceOf(gone.personId, kari.personId))
    await makeMails(db, { form: 'immediate', at: now() })
    server.moods.push('refuses recipient')

    expect(await deliver(db)).toEqual({ sent: 1, later: 0, givenUp: 1 })
  }))

test('a digest is one mail with all of it, and what was chosen away is not told', () =>
  withOwnDatabase(async (db) => {
    fresh()
    const [kari, ola] = [await aPerson(db), await aPerson(db)]
    await saveChoices(db, kari.personId, { waiting: 'digest' })
    await saveChoices(db, ola.personId, { waiting: 'none' })
    await recordEvent(db, { kind: 'draft.submitted', subject: 'Vann' })
    await recordEvent(db, { kind: 'draft.submitted', subject: 'Avløp' })
    await tellPeople(db, audienceOf(kari.personId, ola.personId))

    expect(await makeMails(db, { form: 'immediate', at: now() })).toBe(0)
    expect(await makeMails(db, { form: 'digest', at: now() })).toBe(1)
    await deliver(db)
    const [mail] = server.received
    expect(mail?.raw).toContain('Vann')
    expect(server.received).toHaveLength(1)
  }))

test('one press ends such mail, without anybody signing in; the list on the site stays', () =>
  withOwnDatabase(async (db) => {
    fresh()
    const kari = await aPerson(db)
    await recordEvent(db, { kind: 'draft.submitted', subject: 'Vann' })
    await tellPeople(db, audienceOf(kari.personId))
    await makeMails(db, { form: 'immediate', at: now() })
    const { id } = await db.selectFrom('mail').select('id').executeTakeFirstOrThrow()

    expect(await stopMail(db, id)).toEqual(['waiting'])
    expect(await stopMail(db, '01a20000-0000-7000-8000-000000000000')).toBeNull()
    await recordEvent(db, { kind: 'draft.submitted', subject: 'Avløp' })
    await tellPeople(db, audienceOf(kari.personId))
    expect(await makeMails(db, { form: 'immediate', at: now() })).toBe(0)
    expect(await db.selectFrom('notification').select('way').orderBy('happened_at').execute()).toContainEqual(
      { way: 'list' },
    )
  }))

test('what others have written is only words: no markup, and no header of the mail', () => {
  const facts = { title: '<script>x</script>\r\nBcc: alle@example.no' }
  const mail = composeMail({
    site,
    language: 'nn',
    mail: {
      id: 'm',
      form: 'immediate',
      person: null,
      notifications: [
        {
          id: 'n',
          kind: 'draft.submitted',
          topic: 'waiting',
          organisation: null,
          facts,
          path: '/',
          happenedAt: now(),
          readAt: null,
        },
      ],
    },
  })
  expect(mail.html).not.toContain('<script>')
  expect(mail.subject).not.toMatch(/[\r\n]/)
  expect(mail.text).toContain('Spydspiss')
})
