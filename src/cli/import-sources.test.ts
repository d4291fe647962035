import { expect, test } from 'vitest'
import { readConfig } from '#src/platform/config.ts'
import { registerJob } from '#src/platform/jobs/index.ts'
import type { Program } from '#src/program.ts'
import { withDatabase } from '#src/testing/database.ts'
import { DOFFIN_KEY, type DoffinNotice, type FakeDoffin, startFakeDoffin } from '#src/testing/fake-doffin.ts'
import { startFakeTed } from '#src/testing/fake-ted.ts'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { politeNetwork } from '#src/testing/polite-network.ts'
import { importNotices } from './import-notices.ts'

const NOTICES: readonly DoffinNotice[] = [1, 2].map((number) => ({
  id: `2026-10000${number}`,
  issuedOn: '2026-11-02',
  xml: noticeXml({ id: `7f3c9a10-0000-4000-8000-00000000000${number}` }),
}))

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** The command as a person types it, against a Doffin and a TED on this machine. */
function typed(
  work: (
    type: (...args: string[]) => ReturnType<typeof run>,
    doffin: FakeDoffin,
    program: Program,
  ) => Promise<void>,
) {
  return withDatabase(async (db) => {
    const [doffin, ted] = [await startFakeDoffin(NOTICES), await startFakeTed([])]
    const config = readConfig({
      DOFFIN_API_KEY: DOFFIN_KEY,
      DOFFIN_URL: doffin.url,
      TED_URL: ted.url,
      TED_XML_URL: ted.url,
    })
    const { network } = politeNetwork()
    const now = () => new Date('2026-11-04T12:00:00Z')
    const search = { refresh: async () => 0 }
    const program = {
      db,
      now,
      config,
      network,
      search,
      log: quiet,
      checkpoint: async () => {},
    } as unknown as Program
    try {
      await work((...args) => run(program, args), doffin, program)
    } finally {
      await doffin.close()
      await ted.close()
    }
  })
}

async function run(program: Program, args: readonly string[]) {
  const said = { lines: [] as string[], complaints: [] as string[] }
  const output = {
    line: (text: string) => void said.lines.push(text),
    complain: (text: string) => void said.complaints.push(text),
    progress: () => {},
  }
  const code = await importNotices.run({
    program,
    args,
    cwd: '/',
    output,
    signal: new AbortController().signal,
  })
  return { code, ...said }
}

test('import doffin tells what came, and run again that nothing was left to fetch', () =>
  typed(async (type) => {
    expect(await type('doffin', '--since', '2026-11-01')).toEqual({
      code: 0,
      complaints: [],
      lines: [
        expect.stringMatching(
          /^doffin from 2026-11-01 to 2026-11-04: 4 days searched, 2 notices named .* 2 stored/,
        ),
      ],
    })
    expect(await type('doffin')).toMatchObject({ code: 0, lines: [expect.stringContaining(' 0 fetched')] })
  }))

test('--json is the whole report on one line', () =>
  typed(async (type) => {
    const { lines } = await type('doffin', '--since', '2026-11-01', '--json')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      since: '2026-11-01',
      collected: { found: 2, fetched: 2, stopped: null },
      imported: { stored: 2 },
      left: { unreached: 0, wanted: 0 },
    })
  }))

test('what could not be reached is told in words, and is exit code 1', () =>
  typed(async (type, doffin) => {
    doffin.rules.push({ does: '500', to: '/search', after: 1 })
    const { code, complaints } = await type('doffin', '--since', '2026-11-01')
    expect(code).toBe(1)
    expect(complaints).toEqual([
      'Stopped before the end: The source answered with an error (status 500).',
      '3 days between 2026-11-02 and 2026-11-04 are not reached; the next run goes on there.',
    ])
  }))

test('what goes wrong with ourselves is thrown as what it is', () =>
  typed(async (_type, _doffin, program) => {
    const now = () => {
      throw new Error('the clock has stopped')
    }
    await expect(run({ ...program, now }, ['doffin'])).rejects.toThrow('the clock has stopped')
    let asked = 0
    const later = () => {
      asked += 1
      return asked > 1 ? now() : program.now()
    }
    await expect(run({ ...program, now: later }, ['doffin'])).rejects.toThrow('the clock has stopped')
  }))

test('while one fetches, another is told to wait', () =>
  typed(async (type, _doffin, { db }) => {
    await registerJob(db, 'import-doffin', null)
    const until = new Date(Date.now() + 3_600_000)
    const holder = '7f3c9a10-0000-4000-8000-000000000099'
    await db.updateTable('job').set({ lease_holder: holder, lease_until: until }).execute()
    expect(await type('doffin')).toMatchObject({ code: 2, complaints: [expect.stringContaining('already')] })
  }))

test.each([
  [['doffin', '--since', '1. november'], '--since is a day, written as 2026-01-31.'],
  [['doffin', '--since', '2026-02-30'], '--since is a day, written as 2026-01-31.'],
  [['doffin', '--since', '2027-01-01'], '--since is in the future.'],
  [['ted', '--since', '2026-11-03', '--until', '2026-11-01'], '--since comes after --until.'],
  [['doffin', '--query', 'x'], '--query is for ted only.'],
  [['ted', '--query', 'a SORT BY PD'], 'leave SORT BY out'],
  [['doffin', 'ted'], './doffin if you mean a folder'],
  [['notices/', '--since', '2026-11-01'], '--since is for doffin and ted'],
])('%j is refused in a sentence, before anything is asked', (args, sentence) =>
  typed(async (type, doffin) => {
    const { code, complaints } = await type(...args)
    expect([code, complaints.join(' ')]).toEqual([2, expect.stringContaining(sentence)])
    expect(doffin.asked).toEqual([])
  }),
)

test('without a key Doffin is not asked, and it is said where one gets it', () =>
  typed(async (_type, doffin, program) => {
    const config = { ...program.config, DOFFIN_API_KEY: undefined }
    const { code, complaints } = await run({ ...program, config }, ['doffin'])
    expect([code, complaints.join()]).toEqual([2, expect.stringContaining('DOFFIN_API_KEY')])
    expect(doffin.asked).toEqual([])
  }))

test('a question to TED tells nothing of the daily import', () =>
  typed(async (type, _doffin, { db }) => {
    expect(await type('ted', '--query', 'classification-cpv = 73*')).toMatchObject({ code: 0 })
    expect(await db.selectFrom('job').select('name').execute()).toEqual([{ name: 'import-ted-question' }])
  }))
