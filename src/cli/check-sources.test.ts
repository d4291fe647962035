import { expect, test } from 'vitest'
import { readConfig } from '#src/platform/config.ts'
import type { Database } from '#src/platform/database.ts'
import { registerJob } from '#src/platform/jobs/index.ts'
import type { Program } from '#src/program.ts'
import { withDatabase } from '#src/testing/database.ts'
import { checkSources } from './check-sources.ts'

const now = () => new Date('2026-11-21T12:00:00Z')
const SECRET = 'a secret of this test, thirty-two characters long'
const production = { MODE: 'production', BASE_URL: 'https://spydspiss.example', SESSION_SECRET: SECRET }

async function told(db: Database, settings: Record<string, string>): Promise<readonly string[]> {
  const program = { db, now, config: readConfig(settings) } as unknown as Program
  return (await checkSources(program)).map(({ ok, text }) => `${ok ? 'ok' : 'problem'}: ${text}`)
}

test('without settings nothing is fetched daily, and Doffin needs a key', () =>
  withDatabase(async (db) => {
    expect(await told(db, {})).toEqual([
      'ok: No notices are fetched daily (IMPORT_DAILY is off)',
      'ok: DOFFIN_API_KEY is not set: «import doffin» needs one, which is free',
    ])
  }))

test('a key is told to be there, and never shown', () =>
  withDatabase(async (db) => {
    const lines = await told(db, { DOFFIN_API_KEY: 'very-secret', IMPORT_DAILY: 'doffin' })
    expect(lines).toContain('ok: DOFFIN_API_KEY is set')
    expect(lines).toContain('ok: Doffin has not been fetched yet: the server does it when it is up')
    expect(lines.join()).not.toContain('very-secret')
  }))

test('an address that is not the public one is told, and one that anybody can listen to is a problem', () =>
  withDatabase(async (db) => {
    expect(await told(db, { TED_URL: 'https://user:word@ted.test.example' })).toContain(
      'ok: TED_URL is https://ted.test.example, which is not the public one',
    )
    expect(await told(db, { ...production, TED_XML_URL: 'http://ted.test.example' })).toContain(
      'problem: TED_XML_URL is http://ted.test.example, where anybody on the way can change what is read: use https://',
    )
  }))

test('how it last went is told by what is written down, with the reason when it went wrong', () =>
  withDatabase(async (db) => {
    await registerJob(db, 'import-ted', now())
    const last = async (change: object) => {
      await db.updateTable('job').set(change).where('name', '=', 'import-ted').execute()
      return (await told(db, { IMPORT_DAILY: 'ted' })).at(-1)
    }
    const [today, lastWeek] = [new Date('2026-11-21T08:30:00Z'), new Date('2026-11-14T08:30:00Z')]
    expect(await last({ last_success_at: today, last_success: '{}' })).toBe(
      'ok: TED was fetched on 2026-11-21',
    )
    expect(await last({ last_success_at: lastWeek })).toBe(
      'problem: TED was last fetched on 2026-11-14: start the server, which does it daily',
    )
    const failure = JSON.stringify({ code: 'timedOut', params: { seconds: 30 } })
    expect(await last({ failures: 2, last_failure_at: today, last_failure: failure })).toMatch(
      /^problem: TED could not be fetched on 2026-11-21: .*30 seconds/,
    )
  }))
