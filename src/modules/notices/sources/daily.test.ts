import { expect, test } from 'vitest'
import { isMessageKey } from '#src/messages/index.ts'
import { type Job, registerJobs, runJob, startJobs } from '#src/platform/jobs/index.ts'
import { LANGUAGES } from '#src/platform/language.ts'
import { withDatabase } from '#src/testing/database.ts'
import { DOFFIN_KEY, startFakeDoffin } from '#src/testing/fake-doffin.ts'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { politeNetwork } from '#src/testing/polite-network.ts'
import { sourceFailureText } from './failure-text.ts'
import { dailyImports } from './import-job.ts'
import { SOURCE_FAILURE_CODES } from './remote/remote-source.ts'
import { sourceStates } from './source-states.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const now = () => new Date('2026-11-04T12:00:00Z')
const time = async () => now()
const NOTICE = {
  id: '2026-100001',
  issuedOn: '2026-11-02',
  xml: noticeXml({ id: '7f3c9a10-0000-4000-8000-000000000001' }),
}

const settings = (url: string, IMPORT_DAILY: readonly ('doffin' | 'ted')[]) => ({
  IMPORT_DAILY,
  DOFFIN_API_KEY: DOFFIN_KEY,
  DOFFIN_URL: url,
  TED_URL: url,
  TED_XML_URL: url,
})

test('the server fetches daily what the settings name, and the state can be read', () =>
  withDatabase(async (db) => {
    const doffin = await startFakeDoffin([NOTICE])
    const { network } = politeNetwork()
    const jobs = dailyImports({ db, now, network, config: settings(doffin.url, ['doffin']) })
    const done = Promise.withResolvers<void>()
    const watched: Job[] = jobs.map((job) => ({
      ...job,
      run: (signal) => job.run(signal).finally(() => done.resolve()),
    }))
    const running = startJobs({ db, log: quiet, time }, watched)
    await done.promise
    await new Promise((written) => setTimeout(written, 50))
    await running.stop()
    await doffin.close()

    expect(jobs.map(({ name }) => name)).toEqual(['import-doffin'])
    expect(await sourceStates(db, now())).toMatchObject([
      {
        source: 'doffin',
        job: {
          lastSuccess: { at: now(), report: { found: 1, fetched: 1, gone: 0, stored: 1 } },
          lastFailure: null,
          dueAt: new Date('2026-11-05T08:30:00Z'),
        },
        left: { unreached: 0, wanted: 0, gone: 0 },
      },
      { source: 'ted', job: null },
    ])
  }))

test('a day on which the source is down is told with the reason and what is left, and tried again soon', () =>
  withDatabase(async (db) => {
    const doffin = await startFakeDoffin([NOTICE], { rules: [{ does: '500', to: '/' }] })
    const { network } = politeNetwork()
    const [job] = dailyImports({ db, now, network, config: settings(doffin.url, ['doffin']) })
    if (!job) throw new Error('no job')
    await registerJobs({ db, log: quiet, time }, [job])
    await runJob({ db, log: quiet, time, random: () => 1 }, job, { signal: new AbortController().signal })
    await doffin.close()
    const [state] = await sourceStates(db, now())
    expect(state).toMatchObject({
      job: { lastSuccess: null, dueAt: new Date('2026-11-04T12:10:00Z') },
      left: { unreached: 15, from: '2026-10-21', to: '2026-11-04' },
    })
    const failure = state?.job?.lastFailure?.failure
    expect(failure && sourceFailureText(failure, 'nb')).toBe('Kilden svarte med en feil (status 500).')
    expect(failure && sourceFailureText(failure, 'nn')).toBe('Kjelda svarte med ein feil (status 500).')
  }))

test('with nothing in the settings, nothing is fetched', () => {
  const context = { db: null as never, now, network: politeNetwork().network }
  expect(dailyImports({ ...context, config: settings('http://127.0.0.1:1', []) })).toEqual([])
})

test('every failure has words in every language, and one of another version is shown by its code', () => {
  const codes = [...SOURCE_FAILURE_CODES, 'incomplete', 'interrupted', 'unexpected']
  expect(codes.filter((code) => !isMessageKey(`source.failure.${code}`))).toEqual([])
  for (const language of LANGUAGES)
    expect(sourceFailureText({ code: 'unheardOf' }, language)).toBe('unheardOf')
})
