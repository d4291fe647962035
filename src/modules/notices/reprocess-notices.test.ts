import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { readRegister, seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { hashOf, storeFile } from '#src/platform/files/index.ts'
import { withDatabase } from '#src/testing/database.ts'
import { noticeXml } from '#src/testing/notice-xml.ts'
import {
  confirmBuyer,
  findNotice,
  importNotices,
  listQuarantine,
  type ReprocessOptions,
  reprocessNotices,
  retryQuarantine,
} from './index.ts'

const now = () => new Date('2026-11-01T12:00:00Z')
const later = () => new Date('2027-01-01T12:00:00Z')
const result = readFileSync(new URL('eforms/golden/result-with-winners/notice.xml', import.meta.url), 'utf8')
const ID = '0b9d7d10-5d0f-4d0c-9a35-000000000001'
const bytes = (text: string) => new TextEncoder().encode(text)

function take(db: Database, ...texts: readonly string[]) {
  async function* source() {
    for (const [at, text] of texts.entries()) yield { name: `${at}.xml`, bytes: bytes(text) }
  }
  return importNotices({ db, now }, source())
}

const again = (db: Database, options: Partial<ReprocessOptions> = {}) =>
  reprocessNotices({ db, now: later }, { only: 'all', ...options })

/** As if an older reader had understood less of it. */
function spoil(db: Database, id = ID) {
  return sql`
    update notice set title = 'uleselig', content = content || '{"title": "uleselig"}', cpv = '{}', reader_version = 0
    where public_id like ${`${id}%`}`.execute(db)
}

test('what an older reader understood less of is made anew, and whoever follows hears of it', () =>
  withDatabase(async (db) => {
    await take(db, noticeXml({ id: ID }), result)
    const before = await findNotice(db, ID)
    await spoil(db)
    await db.deleteFrom('event').execute()

    expect(await again(db, { only: 'outdated' })).toMatchObject({
      read: 1,
      changed: 1,
      unchanged: 0,
      kept: 0,
    })

    expect(await findNotice(db, ID)).toEqual({ ...before, changedAt: later() })
    const events = await db.selectFrom('event').select(['kind', 'subject']).execute()
    expect(events).toEqual([{ kind: 'notice.changed', subject: `${ID}-01` }])
    expect(await again(db, { only: 'outdated' })).toMatchObject({ read: 0 })
  }))

test('what reads the same is not written, except that this reader has seen it', () =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    await take(db, noticeXml({ id: ID }), result)
    const rows = () =>
      db.selectFrom('notice').select(['public_id', 'changed_at', 'created_at', 'listed_on']).execute()
    const before = await rows()
    await db.updateTable('notice').set({ reader_version: 0 }).execute()
    await db.deleteFrom('event').execute()

    expect(await again(db)).toMatchObject({ read: 2, changed: 0, unchanged: 2 })

    expect(await rows()).toEqual(before)
    expect(await db.selectFrom('event').selectAll().execute()).toEqual([])
    expect(await again(db, { only: 'outdated' })).toMatchObject({ read: 0 })
  }))

test('lost winners, contract ends and buyers come back', () =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    await take(db, result)
    const parts = async () => ({
      buyers: await db.selectFrom('notice_buyer').selectAll().execute(),
      winners: await db.selectFrom('notice_winner').selectAll().execute(),
      ends: await db.selectFrom('notice_contract_end').selectAll().execute(),
    })
    const before = await parts()
    for (const table of ['notice_buyer', 'notice_winner', 'notice_contract_end'] as const) {
      await db.deleteFrom(table).execute()
      expect(await again(db)).toMatchObject({ changed: 1 })
      expect(await parts()).toEqual(before)
    }
  }))

test('what a person has said about a buyer stays, and the rest is made anew', () =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    await take(db, noticeXml({ id: ID }))
    const voss = [...(await readRegister(db)).organisations.values()].find(
      ({ kommunenummer }) => kommunenummer === '4621',
    )
    const organisation = voss?.id as OrganisationId
    expect(await confirmBuyer(db, { id: `${ID}-01`, position: 0, organisation, now: now() })).toMatchObject({
      ok: true,
    })
    expect(await confirmBuyer(db, { id: `${ID}-01`, position: 7, organisation, now: now() })).toMatchObject({
      ok: false,
    })
    await spoil(db)

    expect(await again(db)).toMatchObject({ changed: 1 })
    // A better original of the same version is another way to be written anew.
    await take(db, noticeXml({ id: ID, publishedOn: '2026-10-02Z' }))

    const notice = await findNotice(db, ID)
    expect(notice?.title).toBe('Trygghetsalarmer')
    expect(notice?.publishedOn).toBe('2026-10-02')
    expect(notice?.buyers[0]).toMatchObject({
      name: 'Bergen kommune',
      municipality: { number: '4621', name: 'Voss' },
    })
  }))

test('when a newer reader understands an original better, another one may come to count', () =>
  withDatabase(async (db) => {
    const published = noticeXml({ id: ID, publishedOn: '2026-10-02Z' })
    const other = noticeXml({ id: ID, title: 'Uten nummer', comment: 'x'.repeat(2000) })
    await take(db, published, other)
    const [one, two] = [hashOf(bytes(published)), hashOf(bytes(other))]
    await db
      .updateTable('notice')
      .set({ original: two, publication_number: null, reader_version: 0 })
      .execute()
    await db.updateTable('notice_original').set({ publication_number: null }).execute()

    expect(await again(db, { only: 'outdated' })).toMatchObject({ read: 1, changed: 1 })
    const notice = await findNotice(db, ID)
    expect(notice?.originals[0]?.sha256).toBe(one)
    expect(notice?.publicationNumber).toBe('00123456-2026')
  }))

test('a release that lies with the notice it names does not come to count, however large', () =>
  withDatabase(async (db) => {
    await take(db, noticeXml({ id: ID }))
    const before = await findNotice(db, ID)
    const release = {
      ocid: 'ocds-1',
      id: 'b',
      date: '2026-10-02T10:00:00Z',
      tag: ['tender'],
      initiationType: 'tender',
    }
    const sha256 = await storeFile(
      db,
      bytes(JSON.stringify({ ...release, tender: { id: '1', title: 'x'.repeat(9000) } })),
    )
    await sql`insert into notice_original select ${sha256}, notice, name, source, null, 10000, received_at
      from notice_original`.execute(db)

    expect(await again(db)).toMatchObject({ read: 1, changed: 0, unchanged: 1, kept: 0 })
    expect((await findNotice(db, ID))?.originals[0]).toEqual(before?.originals[0])
  }))

test('what cannot be read any more stays as it was, is named, and is not tried at every start', () =>
  withDatabase(async (db) => {
    await take(db, noticeXml({ id: ID }), result)
    const sha256 = await storeFile(db, bytes('Hei'))
    await sql`insert into notice_original select ${sha256}, notice, name, source, null, 3, received_at from notice_original
      where notice = (select id from notice where public_id = ${`${ID}-01`})`.execute(db)
    await db
      .updateTable('notice')
      .set({ original: sha256, reader_version: 0 })
      .where('public_id', '=', `${ID}-01`)
      .execute()
    await db
      .deleteFrom('notice_original')
      .where('sha256', '=', hashOf(bytes(noticeXml({ id: ID }))))
      .execute()
    const before = await findNotice(db, ID)

    const kept: string[] = []
    const report = await again(db, { onKept: (id, problems) => kept.push(`${id} ${problems[0]?.code}`) })

    expect(report).toMatchObject({ read: 2, unchanged: 1, kept: 1 })
    expect(kept).toEqual([`${ID}-01 notXml`])
    expect(await findNotice(db, ID)).toEqual(before)
    expect(await again(db, { only: 'outdated' })).toMatchObject({ read: 0 })
  }))

test('a run of everything that is broken off goes on where it was', () =>
  withDatabase(async (db) => {
    const many = Array.from({ length: 60 }, (_, at) =>
      noticeXml({ id: `0b9d7d10-5d0f-4d0c-9a35-${String(at).padStart(12, '0')}` }),
    )
    await take(db, ...many)
    const stop = new AbortController()
    const first = await again(db, { signal: stop.signal, onProgress: () => stop.abort() })
    expect(first.read).toBeGreaterThan(0)
    expect(first.read).toBeLessThan(60)

    const seen: number[] = []
    const second = await again(db, { onProgress: ({ done, total }) => seen.push(done, total) })
    expect(second.read).toBe(60)
    expect(seen[0]).toBeGreaterThan(first.read)
    expect(new Set(seen.filter((_, at) => at % 2 === 1))).toEqual(new Set([60]))
    expect(await again(db)).toMatchObject({ read: 60 })
  }))

test('one notice is made anew by its id, in all its versions or one', () =>
  withDatabase(async (db) => {
    await take(db, noticeXml({ id: ID }), noticeXml({ id: ID, version: '02' }), result)
    await spoil(db)
    expect(await again(db, { only: [`${ID}-01`] })).toMatchObject({ read: 1, changed: 1 })
    expect(await again(db, { only: [ID] })).toMatchObject({ read: 2, changed: 1, unchanged: 1 })
    expect(await again(db, { only: ['ukjent'] })).toMatchObject({ read: 0 })
  }))

test('what can be read now leaves the quarantine, and the rest stays there with its reasons', () =>
  withDatabase(async (db) => {
    await take(db, 'Hei', noticeXml({ id: ID }).replace('ContractNotice ', 'ContractNotise '))
    // As if the reader had refused this one and has learnt since.
    const sha256 = await storeFile(db, bytes(noticeXml({ id: ID })))
    await db
      .updateTable('quarantine')
      .set({ sha256, reader_version: 0 })
      .where('name', '=', '1.xml')
      .execute()

    expect(await retryQuarantine({ db, now: later }, { only: 'outdated' })).toEqual({
      read: 1,
      quarantined: 0,
    })
    expect(await findNotice(db, ID)).toMatchObject({
      title: 'Trygghetsalarmer',
      originals: [{ source: 'files' }],
    })
    expect(await retryQuarantine({ db, now: later }, { only: 'outdated' })).toEqual({
      read: 0,
      quarantined: 0,
    })

    expect(await retryQuarantine({ db, now: later }, { only: 'all' })).toEqual({ read: 1, quarantined: 1 })
    const { items } = await listQuarantine(db)
    expect(items).toMatchObject([
      { name: '0.xml', receivedAt: now(), triedAt: later(), problems: [{ code: 'notXml' }] },
    ])
  }))
