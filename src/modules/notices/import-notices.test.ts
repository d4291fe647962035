import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { hashOf } from '#src/platform/files/index.ts'
import { withDatabase } from '#src/testing/database.ts'
import {
  contactPersons,
  dataStatus,
  findNotice,
  importNotices,
  listQuarantine,
  noticeVersions,
  originalBytes,
  publicOriginal,
  type SourceItem,
} from './index.ts'

const now = () => new Date('2026-11-01T12:00:00Z')
const golden = (name: string) =>
  readFileSync(new URL(`eforms/golden/${name}/notice.xml`, import.meta.url), 'utf8')
const competition = golden('competition-with-lots')
const unpublished = competition.replace(/<efac:Publication>[\s\S]*<\/efac:Publication>/, '')
const larger = `${unpublished}<!-- ${'x'.repeat(4000)} -->`
const version = (number: string) => competition.replace('<cbc:VersionID>01<', `<cbc:VersionID>${number}<`)
const BOATS = '71d9b7b2-3a57-4a60-8f4b-1d3f63c8a002'

const bytes = (text: string) => new TextEncoder().encode(text)
const item = (text: string, name = 'a.xml'): SourceItem => ({ name, bytes: bytes(text) })

async function* from(items: readonly SourceItem[]): AsyncGenerator<SourceItem> {
  yield* items
}

function take(db: Database, ...texts: readonly string[]) {
  return importNotices({ db, now }, from(texts.map((text, at) => item(text, `${at}.xml`))))
}

test('what is read can be found by its public id and by its notice id', () =>
  withDatabase(async (db) => {
    const report = await take(db, competition)
    expect(report).toMatchObject({
      read: 1,
      stored: 1,
      unchanged: 0,
      superseded: 0,
      quarantined: 0,
      skipped: 0,
    })

    const notice = await findNotice(db, `${BOATS}-01`)
    expect(notice).toMatchObject({
      id: `${BOATS}-01`,
      title: 'Utslippsfrie båter til havnevesenet',
      current: true,
      deadline: '2026-11-16T11:00:00Z',
      innovation: { assessment: 'declared' },
      originals: [{ sha256: hashOf(bytes(competition)), source: 'files', receivedAt: now() }],
    })
    expect(await findNotice(db, BOATS)).toEqual(notice)
    expect(await findNotice(db, 'ukjent')).toBeNull()
  }))

test('a newer version takes over, and an older one that arrives late does not', () =>
  withDatabase(async (db) => {
    await take(db, competition)
    expect(await take(db, version('10'))).toMatchObject({ stored: 1 })
    expect(await take(db, version('09'))).toMatchObject({ stored: 0, superseded: 1 })

    expect(await findNotice(db, BOATS)).toMatchObject({ id: `${BOATS}-10`, current: true })
    expect(await findNotice(db, `${BOATS}-09`)).toMatchObject({ current: false, currentId: `${BOATS}-10` })
    const versions = await noticeVersions(db, `${BOATS}-01`)
    expect(versions.map((one) => one.id)).toEqual([`${BOATS}-10`, `${BOATS}-09`, `${BOATS}-01`])
  }))

test('of several originals of one version the published one counts, and all are kept', () =>
  withDatabase(async (db) => {
    expect(await take(db, larger)).toMatchObject({ stored: 1 })
    expect(await take(db, competition)).toMatchObject({ stored: 1 })
    expect(await take(db, unpublished)).toMatchObject({ superseded: 1 })

    const notice = await findNotice(db, BOATS)
    expect(notice?.publicationNumber).toBe('00654321-2026')
    expect(notice?.originals.map((one) => one.sha256)[0]).toBe(hashOf(bytes(competition)))
    expect(new Set(notice?.originals.map((one) => one.sha256))).toEqual(
      new Set([larger, competition, unpublished].map((text) => hashOf(bytes(text)))),
    )
    const other = hashOf(bytes(unpublished))
    expect((await originalBytes(db, BOATS, other))?.bytes).toEqual(bytes(unpublished))
  }))

test('a notice without an id is known by its bytes', () =>
  withDatabase(async (db) => {
    const text = golden('without-notice-id')
    await take(db, text)
    const notice = await findNotice(db, `sha256-${hashOf(bytes(text)).slice(0, 16)}`)
    expect(notice).toMatchObject({
      noticeId: null,
      innovation: { canBeDeclared: false, assessment: 'possible' },
    })
    expect(notice?.remarks.map((one) => one.code)).toContain('noticeIdMissing')
  }))

test('what cannot be read is kept with its reasons, and stops nothing else', () =>
  withDatabase(async (db) => {
    const refused: string[] = []
    const items = [
      item('Hei'),
      item(competition, 'b.xml'),
      { name: 'c.txt', skipped: true } as const,
      { name: 'd.xml', problems: [{ code: 'fileMissing' } as const] },
    ]
    const report = await importNotices({ db, now }, from(items), { onRefused: (name) => refused.push(name) })

    expect(report).toMatchObject({ read: 3, stored: 1, quarantined: 2, skipped: 1 })
    expect(refused.sort()).toEqual(['a.xml', 'd.xml'])
    const { items: kept, total } = await listQuarantine(db)
    expect(total).toBe(2)
    expect(kept.map((one) => [one.name, one.problems[0]?.code]).sort()).toEqual([
      ['a.xml', 'notXml'],
      ['d.xml', 'fileMissing'],
    ])
    expect(await importNotices({ db, now }, from(items))).toMatchObject({
      read: 3,
      unchanged: 1,
      quarantined: 2,
    })
    expect((await listQuarantine(db)).total).toBe(2)
  }))

test('of where a file lay only its folder is kept', () =>
  withDatabase(async (db) => {
    const items = [item('Hei', '/home/kari/nedlastet/a.xml'), item(competition, '/home/kari/nedlastet/b.xml')]
    await importNotices({ db, now }, from(items))
    expect((await listQuarantine(db)).items.map((one) => one.name)).toEqual(['nedlastet/a.xml'])
    const names = await db.selectFrom('notice_original').select('name').execute()
    expect(names).toEqual([{ name: 'nedlastet/b.xml' }])
  }))

test('one that the database will not have is put aside alone', () =>
  withDatabase(async (db) => {
    const noise = Array.from({ length: 4000 }, (_, at) => hashOf(bytes(String(at))).slice(0, 4)).join('')
    const unstorable = golden('nynorsk').replace(
      '<cbc:ContractFolderID>2026-104321',
      `<cbc:ContractFolderID>${noise}`,
    )
    const report = await take(db, competition, unstorable, golden('joint-with-lead'))
    expect(report).toMatchObject({ read: 3, stored: 2, quarantined: 1 })
    expect((await listQuarantine(db)).items[0]?.problems).toMatchObject([{ code: 'notStorable' }])
  }))

test('buyers and winners are the organisations they are', () =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    await take(db, golden('joint-with-lead'), golden('result-with-winners'))

    const joint = await findNotice(db, 'c0ffee00-4a0d-4d43-8a33-cc5e5b7d0005')
    expect(
      joint?.buyers.map((buyer) => [buyer.municipality?.number, buyer.municipality?.name, buyer.lead]),
    ).toEqual([
      ['3416', 'Eidskog', false],
      ['3401', 'Kongsvinger', true],
      ['3417', 'Grue', false],
    ])
    const winners = await db
      .selectFrom('notice_winner')
      .innerJoin('organisation', 'organisation.id', 'organisation_id')
      .select(['organisation.name', 'kind', 'organisation.organisasjonsnummer', 'value_amount'])
      .execute()
    expect(winners).toEqual([
      {
        name: 'Fjordens Vannteknikk AS',
        kind: 'supplier',
        organisasjonsnummer: '999999999',
        value_amount: '41250000.50',
      },
    ])
  }))

test('contact persons are shown while the notice is open, and stand nowhere else', () =>
  withDatabase(async (db) => {
    await take(db, competition)
    const open = new Date('2026-11-23T10:59:00Z')
    const closed = new Date('2026-11-23T11:00:00Z')
    expect(await contactPersons(db, BOATS, open)).toMatchObject([
      { name: 'Ola Eksempel', phone: '+47 00000002' },
    ])
    expect(await contactPersons(db, BOATS, closed)).toEqual([])
    expect(JSON.stringify(await findNotice(db, BOATS))).not.toContain('Eksempel')

    await take(db, version('02'))
    expect(await contactPersons(db, `${BOATS}-01`, open)).toEqual([])
  }))

test('the original is given out without contact persons, and kept as it came', () =>
  withDatabase(async (db) => {
    await take(db, competition)
    expect((await originalBytes(db, BOATS))?.bytes).toEqual(bytes(competition))
    const open = new TextDecoder().decode((await publicOriginal(db, `${BOATS}-01`))?.bytes)
    expect(open).not.toMatch(/Eksempel|00000002|bergen\.example/)
    expect(open).toContain('<cbc:Name></cbc:Name>')
    expect(open.length).toBeGreaterThan(competition.length - 200)
    expect(await publicOriginal(db, 'ukjent')).toBeNull()
  }))

test('whoever follows the notices hears of every version that changed', () =>
  withDatabase(async (db) => {
    await take(db, competition)
    await take(db, version('02'))
    await take(db, version('02'))
    const events = await db
      .selectFrom('event')
      .select(['kind', 'subject'])
      .where('kind', '=', 'notice.changed')
      .execute()
    expect(events.map((one) => one.subject).sort()).toEqual([`${BOATS}-01`, `${BOATS}-01`, `${BOATS}-02`])
  }))

test('an import that is broken off keeps what it has and can go on', () =>
  withDatabase(async (db) => {
    const stop = new AbortController()
    async function* source() {
      yield item(competition)
      stop.abort()
      yield item(golden('nynorsk'), 'b.xml')
    }
    expect(await importNotices({ db, now }, source(), { signal: stop.signal })).toMatchObject({
      read: 1,
      stored: 1,
    })
    expect(await take(db, competition, golden('nynorsk'))).toMatchObject({ read: 2, stored: 1, unchanged: 1 })
    const runs = (await dataStatus(db)).runs
    expect(runs.map((run) => run.finishedAt === null).sort()).toEqual([false, true])
  }))

test('the status tells what there is, from when, and what was refused', () =>
  withDatabase(async (db) => {
    await take(db, competition, unpublished, version('02'), golden('result-with-winners'), 'Hei')
    expect(await dataStatus(db)).toMatchObject({
      notices: 2,
      versions: 3,
      originals: 4,
      oldestPublishedOn: '2026-06-24',
      newestPublishedOn: '2026-10-05',
      declaredInnovative: 1,
      quarantined: 1,
      quarantineReasons: [{ code: 'notXml', count: 1 }],
      sources: [{ source: 'files', originals: 4 }],
      formTypes: [
        { formType: 'competition', notices: 1 },
        { formType: 'result', notices: 1 },
      ],
      remarks: [{ code: 'contactDetailsTakenOut', notices: 1 }],
    })
  }))
