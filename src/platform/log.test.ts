import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { withDatabase } from '#src/testing/database.ts'
import { createLog, type Log, withRequestId } from './log.ts'

test('a line is JSON with a time, a level, and the id of the request it belongs to', async () => {
  const { log, lines } = listen()
  await withRequestId('req-12345678', async () => {
    await Promise.resolve()
    log.info({ path: '/sok', status: 200 }, 'request')
  })
  log.warn('alone')

  expect(lines()).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      requestId: 'req-12345678',
      path: '/sok',
      status: 200,
      msg: 'request',
    },
    { level: 'warn', time: expect.any(String), msg: 'alone' },
  ])
})

test('a refusal by the database is logged by its code and its place, without the values', () =>
  withDatabase(async (db) => {
    const { log, text, lines } = listen()
    await sql`create temp table person (email text primary key)`.execute(db)
    await sql`insert into person values (${'kari@voss.kommune.no'})`.execute(db)
    const error = await sql`insert into person values (${'kari@voss.kommune.no'})`
      .execute(db)
      .catch((error: unknown) => error)
    log.error({ err: new Error('could not store the person', { cause: error }) }, 'failed')

    expect(text()).not.toMatch(/kari|voss|insert into/)
    expect(lines()[0]).toMatchObject({
      err: {
        message: 'could not store the person',
        cause: { code: '23505', table: 'person', constraint: 'person_pkey' },
      },
    })
  }))

test('a value that the database cannot read is not repeated', () =>
  withDatabase(async (db) => {
    const { log, text, lines } = listen()
    const error = await sql`select ${'01010112345 Kari'}::int`.execute(db).catch((error: unknown) => error)
    log.error({ err: error }, 'failed')

    expect(text()).not.toContain('Kari')
    expect(lines()[0]).toMatchObject({ err: { code: '22P02', type: 'DatabaseError' } })
  }))

test('what a form was refused for is logged by its fields', () => {
  const { log, lines, text } = listen()
  log.error({ err: z.object({ name: z.literal('x') }).safeParse({ name: 'Kari Nordmann' }).error }, 'failed')

  expect(lines()[0]).toMatchObject({ err: { issues: [{ path: 'name' }] } })
  expect(text()).not.toContain('Nordmann')
})

test('names of persons in fields, e-mail addresses and national identity numbers do not reach the log', () => {
  const { log, text } = listen()
  log.info(
    {
      headers: { cookie: 'session=abc', authorization: 'Bearer abc' },
      user: { email: 'a@b.no', pid: '01010112345' },
    },
    'mail to ola.nordmann+test@voss.kommune.no about 010101 12345',
  )
  log.error({ err: new Error('no answer from kari@voss.kommune.no for 01010112345') }, 'failed')

  expect(text()).not.toMatch(/abc|a@b\.no|01010112345|ola|kari|010101 12345/)
})

test('numbers of notices and organisations, times and hashes are left as they are', () => {
  const { log, lines } = listen()
  const facts = {
    notice: '2024-123456',
    organisasjonsnummer: '960510542',
    milliseconds: 1_732_224_000_000,
    bytes: 12_345_678_901,
    sha256: '0a12345678901bcd',
  }
  log.info(facts, 'imported')

  expect(lines()[0]).toMatchObject(facts)
})

test.each(['010101 12345.', '(01010112345)', 'first\n01010112345', '01010112345'])(
  '%j is taken out',
  (text) => {
    const { log, lines } = listen()
    log.warn(text)

    expect(lines()[0]).toMatchObject({ msg: text.replace(/\d{6} ?\d{5}/, '[number]') })
  },
)

function listen(): { log: Log; text: () => string; lines: () => readonly unknown[] } {
  let written = ''
  const write = (line: string) => {
    written += line
  }
  const log = createLog({ LOG_LEVEL: 'info' }, { write })
  const lines = () =>
    written
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  return { log, text: () => written, lines }
}
