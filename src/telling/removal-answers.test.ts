import { afterAll, expect, test } from 'vitest'
import { askForRemoval, decideRemoval, tidyPrivacy } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import { openMailer } from '#src/platform/mail/index.ts'
import { withDatabase } from '#src/testing/database.ts'
import { startMailServer } from '#src/testing/mail-server.ts'
import { aPerson } from '#src/testing/people.ts'
import { mailRemovalAnswers } from './removal-answers.ts'

const server = await startMailServer()
afterAll(() => server.close())
const site = 'https://spydspiss.example'
let time = new Date('2026-11-22T09:00:00Z')
const now = () => time

test('the answer goes to the address that was given, once, and repeats nothing of what was asked', () =>
  withDatabase(async (db) => {
    fresh()
    const id = await decided(db, { email: 'meg@example.no', answer: 'Det er teke bort.\n<b>Helsing</b>' })
    expect(await deliver(db)).toBe(1)
    expect(await deliver(db)).toBe(0)
    const [mail] = server.received
    const raw = mail?.raw.replaceAll(/=\r?\n/g, '')
    expect(server.received).toHaveLength(1)
    expect(mail?.to).toEqual(['meg@example.no'])
    expect(mail?.messageId).toBe(`<${id}@spydspiss.example>`)
    expect(raw).toContain('Det er teke bort.')
    expect(raw).toContain('&lt;b&gt;Helsing&lt;/b&gt;')
    expect(raw).not.toContain('List-Unsubscribe')
    expect(raw).not.toContain('zyrkon')
  }))

test('without an address nothing is sent, and without an answer nothing either', () =>
  withDatabase(async (db) => {
    fresh()
    await decided(db, { email: null, answer: 'Nei' })
    const asked = { page: '/om', wish: 'zyrkon', email: 'venter@example.no', language: 'nb' } as const
    await askForRemoval({ db, now }, asked)
    expect(await deliver(db)).toBe(0)
    expect(server.received).toEqual([])
  }))

test('a server that is busy is asked again later; one that refuses is not', () =>
  withDatabase(async (db) => {
    fresh()
    await decided(db, { email: 'meg@example.no', answer: 'Ja' })
    server.moods.push('busy')
    expect(await deliver(db)).toBe(0)
    expect(await deliver(db)).toBe(0)
    time = new Date('2026-11-22T12:00:00Z')
    expect(await deliver(db)).toBe(1)
    await decided(db, { email: 'ingen@example.no', answer: 'Ja' })
    server.moods.push('refuses recipient')
    expect(await deliver(db)).toBe(0)
    time = new Date('2026-11-25T12:00:00Z')
    expect(await deliver(db)).toBe(0)
  }))

test('what waits when the words are taken out a year after is not sent', () =>
  withDatabase(async (db) => {
    fresh()
    await decided(db, { email: 'meg@example.no', answer: 'Ja' })
    time = new Date('2027-12-01T09:00:00Z')
    await tidyPrivacy({ db, now })
    expect(await deliver(db)).toBe(0)
    expect(server.received).toEqual([])
  }))

function fresh(): void {
  server.received.length = 0
  server.moods.length = 0
  time = new Date('2026-11-22T09:00:00Z')
}

async function decided(
  db: Database,
  { email, answer }: { readonly email: string | null; readonly answer: string },
): Promise<string> {
  const curator = await aPerson(db, { roles: ['curator'], at: time })
  const asked = await askForRemoval({ db, now }, { page: '/om', wish: 'zyrkon', email, language: 'nn' })
  if (!asked.ok) throw new Error(asked.failure.kind)
  const answered = { request: asked.value.id, outcome: 'removed', answer } as const
  expect((await decideRemoval({ db, now }, curator, answered)).ok).toBe(true)
  return asked.value.id
}

async function deliver(db: Database): Promise<number> {
  const mailer = openMailer({ url: server.url, from: 'Spydspiss <varsler@spydspiss.example>' })
  try {
    return await mailRemovalAnswers({ db, now, mailer, site })
  } finally {
    mailer.close()
  }
}
