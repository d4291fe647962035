import { expect, test } from 'vitest'
import { findNotice } from '#src/modules/notices/find-notice.ts'
import { importNotices } from '#src/modules/notices/import-notices.ts'
import { listQuarantine } from '#src/modules/notices/quarantine-repository.ts'
import { collectNotices } from '#src/modules/notices/sources/remote/collect-notices.ts'
import { isComplete } from '#src/modules/notices/sources/remote/import-from-source.ts'
import { DOFFIN_KEY } from '#src/testing/fake-doffin.ts'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { politeNetwork, QUICK_MANNERS } from '#src/testing/polite-network.ts'
import { aDoffinNotice, SPAN, THREE, visitDoffin } from '#src/testing/visit-doffin.ts'
import { doffinSource } from './doffin-source.ts'

test('everything that is announced in the days is stored, with Doffin as where it came from', () =>
  visitDoffin([...THREE, aDoffinNotice(9, '2026-10-31')], {}, async ({ db, run }) => {
    const report = await run()
    expect(report).toMatchObject({
      collected: { days: 4, found: 3, fetched: 3, gone: 0, failed: 0, stopped: null },
      imported: { stored: 3 },
      left: { unreached: 0, wanted: 0, unnamed: 0, gone: 0 },
    })
    expect(isComplete(report)).toBe(true)
    const stored = await findNotice(db, '7f3c9a10-0000-4000-8000-000000000002')
    expect(stored?.originals).toMatchObject([{ source: 'doffin' }])
  }))

test('run again, nothing is fetched twice; days are searched again until nothing more can turn up in them', () =>
  visitDoffin(THREE, {}, async ({ doffin, run, downloads, searches }) => {
    await run()
    doffin.notices.push(aDoffinNotice(4, '2026-11-03'))
    expect(await run({ day: '2026-11-09', until: SPAN.until })).toMatchObject({
      collected: { found: 1, fetched: 1 },
    })
    expect(downloads()).toBe(4)
    await run({ day: '2026-11-30', until: SPAN.until })
    const before = searches()
    await run({ day: '2026-12-01', until: SPAN.until })
    expect(searches()).toBe(before)
  }))

test('500 in the middle and no end of it: the run stops, says which days are left, and the next goes on there', () =>
  visitDoffin(THREE, { rules: [{ does: '500', to: '/', after: 3 }] }, async ({ doffin, run, downloads }) => {
    const broken = await run()
    expect(broken).toMatchObject({
      collected: { days: 2, fetched: 1, stopped: { code: 'serverError', params: { status: 500 } } },
      left: { unreached: 2, from: '2026-11-03', to: '2026-11-04', wanted: 1 },
    })
    doffin.rules.length = 0
    const before = downloads()
    const mended = await run({ since: undefined })
    expect(mended).toMatchObject({
      collected: { fetched: 2, stopped: null },
      imported: { stored: 2, unchanged: 0 },
    })
    expect(downloads() - before).toBe(2)
    expect(isComplete(mended)).toBe(true)
  }))

test('turned away for good, it stops at once and asks no more', () =>
  visitDoffin(
    THREE,
    { rules: [{ does: '429 without retry-after', to: '/download' }] },
    async ({ run, downloads }) => {
      expect(await run()).toMatchObject({
        collected: { stopped: { code: 'tooManyRequests' }, fetched: 0 },
        left: { unreached: 3 },
      })
      expect(downloads()).toBe(QUICK_MANNERS.tries)
    },
  ))

test('a key that is refused is told after one request', () =>
  visitDoffin(THREE, {}, async ({ doffin, run }) => {
    expect(await run({ key: 'wrong' })).toMatchObject({
      collected: { stopped: { code: 'keyRefused' } },
      left: { unreached: 4 },
    })
    expect(doffin.asked).toHaveLength(1)
  }))

test.each(['404', '410'] as const)(
  'a notice that is named but %s is remembered, and asked for again another day',
  (does) =>
    visitDoffin(
      THREE,
      { rules: [{ does, to: '/download/2026-100002' }] },
      async ({ db, doffin, run, downloads }) => {
        const report = await run()
        expect(report).toMatchObject({ collected: { fetched: 2, gone: 1 }, left: { gone: 1, wanted: 0 } })
        expect((await listQuarantine(db)).total).toBe(0)
        doffin.rules.length = 0
        const before = downloads()
        expect(await run()).toMatchObject({ left: { gone: 1 } })
        expect(downloads()).toBe(before)
        expect(await run({ day: '2026-11-06' })).toMatchObject({
          collected: { fetched: 1 },
          imported: { stored: 1 },
          left: { gone: 0 },
        })
      },
    ),
)

test('control characters inside the texts of an answer do not hide its notices', () =>
  visitDoffin(THREE, { rules: [{ does: 'control characters in JSON', to: '/search' }] }, async ({ run }) => {
    expect(await run()).toMatchObject({ collected: { days: 4, fetched: 3 } })
  }))

test('an answer about other days than those asked for is not believed', () =>
  visitDoffin(
    [...THREE, aDoffinNotice(9, '2025-01-01')],
    { habits: { ignoresDates: true } },
    async ({ run, downloads }) => {
      expect(await run()).toMatchObject({ collected: { stopped: { code: 'filterIgnored' }, days: 0 } })
      expect(downloads()).toBe(0)
    },
  ))

test('what was given but never stored is fetched again: only what is kept is ticked off', () =>
  visitDoffin(THREE, {}, async ({ db, doffin, run, downloads }) => {
    const { network } = politeNetwork()
    const source = doffinSource({ url: doffin.url, key: DOFFIN_KEY, network, manners: QUICK_MANNERS })
    const tally = { days: 0, found: 0, fetched: 0, gone: 0, failed: 0, lastFailure: null, stopped: null }
    const now = () => new Date('2026-11-04T12:00:00Z')
    const signal = new AbortController().signal
    const given = collectNotices({
      db,
      now,
      source,
      days: ['2026-11-01', '2026-11-02'],
      signal,
      tally,
      onStep: () => {},
    })
    await given.next()
    await given.next()
    await given.return(undefined)
    expect(downloads()).toBe(2)
    expect(await run()).toMatchObject({ collected: { fetched: 3 }, imported: { stored: 3 } })
  }))

test('broken off by a person, what was fetched is stored, and the next run takes the rest', () =>
  visitDoffin(
    [1, 2, 3, 4, 5].map((number) => aDoffinNotice(number)),
    {},
    async ({ run, downloads }) => {
      const stop = new AbortController()
      const report = await run({
        signal: stop.signal,
        onProgress: ({ done }) => void (done === 2 && stop.abort()),
      })
      expect(report.collected.stopped).toEqual({ code: 'cancelled' })
      const rest = await run({ since: undefined })
      expect(report.imported.stored + rest.imported.stored).toBe(5)
      expect(rest.imported.unchanged).toBe(0)
      expect(downloads()).toBeLessThanOrEqual(6)
    },
  ))

test('what Doffin gives that is no notice is in quarantine, and not fetched again', () =>
  visitDoffin(
    [{ ...aDoffinNotice(1), xml: '<Order>nothing to do with this</Order>' }],
    {},
    async ({ db, run, downloads }) => {
      expect(await run()).toMatchObject({ imported: { quarantined: 1 }, left: { wanted: 0 } })
      expect((await listQuarantine(db)).items).toMatchObject([{ name: '2026-100001.xml', source: 'doffin' }])
      await run()
      expect(downloads()).toBe(1)
    },
  ))

test('a notice that Doffin converted and that came in a file before is not fetched', () =>
  visitDoffin([{ ...aDoffinNotice(1), id: '2023-684186' }], {}, async ({ db, run, downloads }) => {
    const now = () => new Date('2026-11-04T12:00:00Z')
    const bytes = new TextEncoder().encode(noticeXml({ id: '2023-684186' }))
    await importNotices(
      { db, now },
      (async function* () {
        yield { name: 'a.xml', bytes }
      })(),
    )
    expect(await run()).toMatchObject({ collected: { found: 0, fetched: 0 } })
    expect(downloads()).toBe(0)
  }))
