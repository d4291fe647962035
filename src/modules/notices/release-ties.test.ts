import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import {
  findNotice,
  importNotices,
  listNotices,
  noticesInBytes,
  noticeVersions,
  publicOriginal,
  reprocessNotices,
  type SourceItem,
} from './index.ts'

const now = () => new Date('2026-11-01T12:00:00Z')
const competition = readFileSync(
  new URL('eforms/golden/competition-with-lots/notice.xml', import.meta.url),
  'utf8',
)
const BOATS = '71d9b7b2-3a57-4a60-8f4b-1d3f63c8a002'
const later = competition.replace('<cbc:VersionID>01<', '<cbc:VersionID>02<')

const release = (id: string, more: object = {}) =>
  JSON.stringify({
    ocid: 'ocds-exampl-1',
    id,
    date: '2026-10-02T10:00:00Z',
    tag: ['tender'],
    initiationType: 'tender',
    buyer: { name: 'Bergen kommune' },
    tender: { id: '1', title: 'Båter' },
    ...more,
  })
const naming = (url: string) => ({
  tender: { id: '1', title: 'Båter', documents: [{ id: '1', documentType: 'tenderNotice', url }] },
})
const atTed = naming('https://ted.europa.eu/en/notice/-/detail/654321-2026')

async function take(db: Database, ...contents: readonly string[]) {
  async function* items(): AsyncGenerator<SourceItem> {
    for (const [at, content] of contents.entries())
      yield* noticesInBytes(`${at}`, new TextEncoder().encode(content))
  }
  return importNotices({ db, now }, items())
}

async function state(db: Database) {
  const { rows } = await sql<{ id: string; current: boolean; files: string[] }>`
    select public_id as id, current, array(select sha256 from notice_original as file where file.notice = notice.id order by 1) as files
    from notice order by public_id`.execute(db)
  return rows
}

test('a release is a notice with its own id, and a later one of the same stage replaces it', () =>
  withDatabase(async (db) => {
    const report = await take(
      db,
      release('b', { date: '2026-10-03T00:00:00Z' }),
      release('a'),
      release('x', { tag: ['award'] }),
    )
    expect(report).toMatchObject({ read: 3, stored: 2, superseded: 1 })
    expect(await findNotice(db, 'ocds-ocds-exampl-1-b')).toMatchObject({
      current: true,
      title: 'Båter',
      procedureId: 'ocds-exampl-1',
    })
    expect((await noticeVersions(db, 'ocds-ocds-exampl-1-a')).map((one) => one.id)).toEqual([
      'ocds-ocds-exampl-1-b',
      'ocds-ocds-exampl-1-a',
    ])
    expect((await listNotices(db)).total).toBe(2)
    expect(await take(db, release('a'))).toMatchObject({ unchanged: 1 })
  }))

test.each([
  ['its number in TED', release('r', atTed)],
  ['its notice id and version', release(`${BOATS}-01`)],
  [
    'its notice id',
    release('r', { tender: { identifiers: [{ scheme: 'eForms', id: BOATS.toUpperCase() }] } }),
  ],
])('a release that names a notice by %s is an original of it, whichever comes first', (_, text) =>
  withDatabase(async (db) => {
    expect(await take(db, text)).toMatchObject({ stored: 1 })
    const [id] = (await listNotices(db)).notices.map((one) => one.id)
    expect(await take(db, competition)).toMatchObject({ stored: 1 })
    const releaseFirst = await state(db)
    expect(releaseFirst).toEqual([
      { id: `${BOATS}-01`, current: true, files: [expect.any(String), expect.any(String)] },
    ])
    // The id that was given out still leads to it.
    expect(await findNotice(db, id ?? '')).toMatchObject({
      id: `${BOATS}-01`,
      title: 'Utslippsfrie båter til havnevesenet',
    })
    expect((await findNotice(db, BOATS))?.originals[0]).toMatchObject({ sha256: expect.any(String) })
    expect(await take(db, text, competition)).toMatchObject({ unchanged: 2 })

    await sql`truncate notice cascade`.execute(db)
    expect(await take(db, competition, text)).toMatchObject({ stored: 1, superseded: 1 })
    expect(await state(db)).toEqual(releaseFirst)
  }),
)

test('the order in which notices, versions and releases come does not matter', async () => {
  const files = [
    competition,
    later,
    release('r', atTed),
    release('s'),
    release('r2', { ...atTed, date: '2026-10-09T00:00:00Z' }),
  ]
  const results = new Set<string>()
  for (const order of [
    [0, 1, 2, 3, 4],
    [4, 3, 2, 1, 0],
    [2, 4, 0, 3, 1],
    [3, 4, 1, 2, 0],
  ]) {
    await withDatabase(async (db) => {
      for (const at of order) await take(db, files[at] ?? '')
      results.add(JSON.stringify(await state(db)))
    })
    await withDatabase(async (db) => {
      await take(db, ...order.map((at) => files[at] ?? ''))
      results.add(JSON.stringify(await state(db)))
    })
  }
  expect(results.size).toBe(1)
})

test('the public original of a release is JSON without contact persons', () =>
  withDatabase(async (db) => {
    await take(
      db,
      release('r', {
        parties: [{ id: '1', name: 'Bergen kommune', contactPoint: { name: 'Kari Nordmann' } }],
      }),
    )
    const original = await publicOriginal(db, 'ocds-ocds-exampl-1-r')
    expect(original?.mediaType).toBe('application/json')
    expect(new TextDecoder().decode(original?.bytes)).not.toContain('Nordmann')
  }))

test('read anew, releases and the notices they belong to stay what they are', () =>
  withDatabase(async (db) => {
    await take(db, competition, release('r', atTed), release('s'))
    const before = await state(db)
    const report = await reprocessNotices({ db, now }, { only: 'all' })
    expect(report).toMatchObject({ read: 2, changed: 0, unchanged: 2, kept: 0 })
    expect(await state(db)).toEqual(before)
  }))
