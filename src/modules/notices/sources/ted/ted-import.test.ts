import { expect, test } from 'vitest'
import { findNotice, noticeVersions } from '#src/modules/notices/find-notice.ts'
import { importNotices } from '#src/modules/notices/import-notices.ts'
import { doffinSource } from '#src/modules/notices/sources/doffin/doffin-source.ts'
import {
  importFromSource,
  type SourceImportOptions,
} from '#src/modules/notices/sources/remote/import-from-source.ts'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import { DOFFIN_KEY, startFakeDoffin } from '#src/testing/fake-doffin.ts'
import { type FakeTed, startFakeTed, type TedHabits, type TedNotice } from '#src/testing/fake-ted.ts'
import type { Misbehaviour, Rule } from '#src/testing/misbehaving-server.ts'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { politeNetwork, QUICK_MANNERS } from '#src/testing/polite-network.ts'
import { checkTedQuery, tedSource } from './ted-source.ts'

const SPAN = { since: '2026-11-02', until: '2026-11-04' }
const now = () => new Date('2026-11-04T12:00:00Z')

const idOf = (number: number) => `7f3c9a10-0000-4000-8000-${String(number).padStart(12, '0')}`

function aNotice(number: number, publishedOn = '2026-11-02'): TedNotice {
  return { number: `${700_000 + number}-2026`, publishedOn, xml: noticeXml({ id: idOf(number) }) }
}

const THREE = [aNotice(1), aNotice(2, '2026-11-03'), aNotice(3, '2026-11-04')]

type Visit = {
  readonly db: Database
  readonly ted: FakeTed
  readonly run: (
    options?: Partial<SourceImportOptions> & { query?: string },
  ) => ReturnType<typeof importFromSource>
  readonly downloads: () => number
}

function visit(
  notices: readonly TedNotice[],
  wrong: { rules?: readonly Rule[]; habits?: TedHabits },
  work: (visit: Visit) => Promise<void>,
) {
  return withDatabase(async (db) => {
    const ted = await startFakeTed(notices, wrong)
    const run: Visit['run'] = ({ query, ...options } = {}) => {
      const { network } = politeNetwork()
      const settings = { url: ted.url, xmlUrl: ted.url, network, manners: QUICK_MANNERS }
      const source = tedSource({ ...settings, ...(query && { query }) })
      return importFromSource({ db, now }, source, {
        signal: new AbortController().signal,
        ...SPAN,
        ...options,
      })
    }
    const downloads = () => ted.asked.filter((one) => one.path.endsWith('/xml')).length
    try {
      await work({ db, ted, run, downloads })
    } finally {
      await ted.close()
    }
  })
}

test('Norwegian notices of the days are stored, and a day without any is no failure', () =>
  visit([...THREE, { ...aNotice(4), country: 'SWE' }], {}, async ({ run }) => {
    expect(await run({ since: '2026-11-01' })).toMatchObject({
      collected: { days: 4, found: 3, fetched: 3, stopped: null },
      imported: { stored: 3 },
      left: { unreached: 0, wanted: 0 },
    })
  }))

test('only what is documented is asked for, by iteration, with no other field than the number', () =>
  visit(THREE, {}, async ({ ted, run }) => {
    await run({ until: '2026-11-02' })
    expect(JSON.parse(ted.asked[0]?.body ?? '')).toEqual({
      query: '(buyer-country = NOR) AND PD>=20261102 AND PD<=20261102',
      fields: ['publication-number'],
      limit: 250,
      scope: 'ALL',
      paginationMode: 'ITERATION',
    })
  }))

test('a question of one’s own is asked as it stands, and leaves the days of the daily import alone', () =>
  visit([...THREE, { ...aNotice(5), cpv: '73000000', country: 'DNK' }], {}, async ({ run }) => {
    expect(await run({ query: 'classification-cpv = 73*' })).toMatchObject({ imported: { stored: 1 } })
    expect(await run()).toMatchObject({ collected: { days: 3 }, imported: { stored: 3 } })
  }))

test('a question that TED does not understand is told as that', () =>
  visit(THREE, {}, async ({ run }) => {
    expect(await run({ query: 'nonsense = 1' })).toMatchObject({
      collected: { stopped: { code: 'questionRefused' }, days: 0 },
    })
  }))

test('a question that cannot be put together with a day is refused before anything is asked', () => {
  expect(checkTedQuery('classification-cpv = 73* AND (FT ~ "sort by (")')).toMatchObject({ ok: true })
  expect(checkTedQuery('buyer-country = NOR SORT BY PD')).toMatchObject({ ok: false })
  expect(checkTedQuery('(buyer-country = NOR')).toMatchObject({ ok: false })
  expect(checkTedQuery('a) OR (b')).toMatchObject({ ok: false })
})

const MANY = Array.from({ length: 600 }, (_, number) => aNotice(number))

test.each<TedHabits>([{}, { sameIdOnTwoPages: true }, { forgetsTokenOnce: true }, { numbersInLists: true }])(
  'all 600 of a day are named, each once, with %o',
  async (habits) => {
    const ted = await startFakeTed(MANY, { habits })
    const { network } = politeNetwork()
    const source = tedSource({ url: ted.url, xmlUrl: ted.url, network, manners: QUICK_MANNERS })
    const found = await source.searchDay('2026-11-02', new AbortController().signal)
    await ted.close()
    expect(found).toMatchObject({ ok: true, value: { announced: 600 } })
    if (found.ok) expect([found.value.numbers.length, new Set(found.value.numbers).size]).toEqual([600, 600])
  },
)

test('a search that ran out of time is asked again, and is no empty day', () =>
  visit(THREE, { habits: { timesOut: 1 } }, async ({ run }) => {
    expect(await run()).toMatchObject({ collected: { fetched: 3, stopped: null } })
  }))

const PASSING: readonly Misbehaviour[] = [
  'empty 202',
  '429 with seconds',
  '429 without retry-after',
  '500',
  'cut body',
  'slow drip',
  'HTML instead',
]

test.each([...PASSING, 'cut JSON'] as const)('%s in the search, once, costs nothing but a wait', (does) =>
  visit(THREE, { rules: [{ does, to: '/search', times: 1, after: 1 }] }, async ({ run }) => {
    expect(await run()).toMatchObject({ collected: { fetched: 3, stopped: null }, imported: { stored: 3 } })
  }),
)

test.each([...PASSING, 'cut XML'] as const)('%s in a download, once, costs nothing but a wait', (does) =>
  visit(THREE, { rules: [{ does, to: '/xml', times: 1, after: 1 }] }, async ({ run }) => {
    expect(await run()).toMatchObject({
      collected: { fetched: 3, stopped: null },
      imported: { stored: 3, quarantined: 0 },
    })
  }),
)

test('202 with nothing in it, again and again, is a failure that is told, and everything is still wanted', () =>
  visit(THREE, { rules: [{ does: 'empty 202', to: '/xml' }] }, async ({ ted, run }) => {
    expect(await run()).toMatchObject({
      collected: { fetched: 0, failed: 3, stopped: { code: 'emptyAnswer', params: { status: 202 } } },
      left: { wanted: 3 },
    })
    ted.rules.length = 0
    expect(await run({ since: undefined })).toMatchObject({ collected: { fetched: 3 }, left: { wanted: 0 } })
  }))

test('texts that are missing for the whole day name the reason, also while the search goes well', () =>
  visit([aNotice(1)], { rules: [{ does: 'empty 202', to: '/xml' }] }, async ({ run }) => {
    const { collected } = await run()
    expect(collected).toMatchObject({
      stopped: null,
      lastFailure: { code: 'emptyAnswer', params: { status: 202 } },
    })
  }))

test('a notice whose XML is gone is remembered and asked for another day', () =>
  visit(THREE, { rules: [{ does: '404', to: '700002-2026/xml' }] }, async ({ run }) => {
    expect(await run()).toMatchObject({ collected: { fetched: 2, gone: 1 }, left: { gone: 1 } })
  }))

test('a notice that came as a file with its publication number is not fetched', () =>
  visit([{ ...aNotice(1), number: '123456-2026' }], {}, async ({ db, run, downloads }) => {
    const bytes = new TextEncoder().encode(noticeXml({ id: idOf(1), publishedOn: '2026-11-02' }))
    await importNotices({ db, now }, itemsOf(bytes))
    expect(await run()).toMatchObject({ collected: { found: 0, fetched: 0 }, left: { wanted: 0 } })
    expect(downloads()).toBe(0)
  }))

test('the same notice from Doffin and from TED is one notice with two originals', () =>
  visit(
    [{ ...aNotice(1), xml: noticeXml({ id: idOf(1), publishedOn: '2026-11-02' }) }],
    {},
    async ({ db, run }) => {
      const xml = noticeXml({ id: idOf(1) })
      const doffin = await startFakeDoffin([{ id: '2026-100001', issuedOn: '2026-11-02', xml }])
      const { network } = politeNetwork()
      const source = doffinSource({ url: doffin.url, key: DOFFIN_KEY, network, manners: QUICK_MANNERS })
      await importFromSource({ db, now }, source, { signal: new AbortController().signal, ...SPAN })
      await run()
      await doffin.close()
      expect(await noticeVersions(db, idOf(1))).toHaveLength(1)
      const notice = await findNotice(db, idOf(1))
      expect(notice?.originals.map((one) => one.source).toSorted()).toEqual(['doffin', 'ted'])
      expect(notice?.publicationNumber).toBe('00123456-2026')
    },
  ))

async function* itemsOf(bytes: Uint8Array) {
  yield { name: 'a.xml', bytes }
}
