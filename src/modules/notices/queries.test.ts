import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import {
  comingContractEnds,
  importNotices,
  listNotices,
  noticeSearchSource,
  noticesByIds,
  noticesOf,
  type SourceItem,
} from './index.ts'

const now = () => new Date('2026-11-01T12:00:00Z')
const folder = new URL('eforms/golden/', import.meta.url)

async function* goldenNotices(): AsyncGenerator<SourceItem> {
  for (const name of readdirSync(folder).sort()) {
    yield { name, bytes: new Uint8Array(readFileSync(new URL(`${name}/notice.xml`, folder))) }
  }
}

function withNotices(work: (db: Database) => Promise<void>): Promise<void> {
  return withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    await importNotices({ db, now }, goldenNotices())
    await work(db)
  })
}

test('pages of the list together hold every current notice once, newest first', () =>
  withNotices(async (db) => {
    const all = await listNotices(db, { limit: 100 })
    expect(all).toMatchObject({ total: 7, next: null })
    const days = all.notices.map((one) => one.listedOn)
    expect(days).toEqual(days.toSorted().reverse())

    const paged: string[] = []
    let after: string | undefined
    do {
      const page = await listNotices(db, { limit: 2, after })
      paged.push(...page.notices.map((one) => one.id))
      after = page.next ?? undefined
    } while (after)
    expect(paged).toEqual(all.notices.map((one) => one.id))
    const offset = await listNotices(db, { limit: 2, offset: 2 })
    expect(offset.notices.map((one) => one.id)).toEqual(paged.slice(2, 4))
  }))

test('notices are listed by buyer, form, day and procedure', () =>
  withNotices(async (db) => {
    const titles = async (filter: Parameters<typeof listNotices>[1]) =>
      (await listNotices(db, filter)).notices.map((one) => one.title)
    expect(await titles({ kommunenumre: ['4601'] })).toEqual(['Utslippsfrie båter til havnevesenet'])
    expect(await titles({ kommunenumre: ['4601'], allVersions: true })).toHaveLength(2)
    expect(await titles({ formTypes: ['planning'] })).toEqual(['Velferdsteknologi i hjemmetjenesten'])
    expect(await titles({ since: '2026-09-01', until: '2026-11-01' })).toEqual([
      'Velferdsteknologi i hjemmetjenesten',
    ])
    expect(await titles({ procedureId: 'e21f4a44-7a6d-4f86-9a67-4b1f18b5c003' })).toHaveLength(2)
    expect((await noticesOf(db, { fylkesnummer: '34' })).notices.map((one) => one.title)).toEqual([
      'Medisineringsstøtte',
    ])
    expect((await noticesOf(db, { kommunenummer: '0301' })).total).toBe(0)
  }))

test('chosen notices come in the order they are asked for', () =>
  withNotices(async (db) => {
    const found = await noticesByIds(db, [
      '2026-104321-01',
      'ukjent',
      'c0ffee00-4a0d-4d43-8a33-cc5e5b7d0005-01',
    ])
    expect(found.map((one) => one.title)).toEqual(['Løysing for vassovervaking', 'Medisineringsstøtte'])
  }))

test('a contract that ends is seen coming by the municipality that has it', () =>
  withNotices(async (db) => {
    const [end, ...others] = await comingContractEnds(db, { kommunenumre: ['5001'], from: '2026-11-01' })
    expect(others).toEqual([])
    expect(end).toMatchObject({
      lotTitle: 'Søk',
      endsOn: '2028-06-15',
      latestEndsOn: '2030-06-15',
      basis: 'contract',
      renewals: 2,
      renewalsText: 'Ett år om gangen',
      cpv: ['71630000'],
      suppliers: ['Fjordens Vannteknikk AS', 'Nordic Leak Oy'],
      buyers: [{ name: 'Trondheim kommune', municipality: { number: '5001', name: 'Trondheim' } }],
    })
    expect(await comingContractEnds(db, { kommunenumre: ['5001'], from: '2026-11-01', months: 12 })).toEqual(
      [],
    )
    expect(await comingContractEnds(db, { kommunenumre: ['4601'], from: '2026-11-01' })).toEqual([])
    expect(await comingContractEnds(db, { from: '2026-11-01' })).toEqual([])
  }))

test('what can be found is every current notice, with its facets and without contact persons', () =>
  withNotices(async (db) => {
    const source = noticeSearchSource(db)
    const ids = await source.listIds()
    expect(ids).toHaveLength(7)
    const documents = await source.load([...ids, '71d9b7b2-3a57-4a60-8f4b-1d3f63c8a002-01'])
    expect(documents).toHaveLength(7)
    expect(JSON.stringify(documents)).not.toMatch(/Eksempel|00000001|innkjop@/)
    expect(documents.find((one) => one.title === 'Medisineringsstøtte')).toMatchObject({
      type: 'notice',
      language: 'nb',
      facets: {
        county: ['34'],
        municipality: ['3416', '3401', '3417'],
        cpv: ['85', '33', '80', '85000000', '33190000', '80500000'],
        procedure: ['comp-dial'],
        year: ['2026'],
        innovation: ['declared'],
        joint: ['true'],
      },
      valueNok: 3_000_000.5,
      deadlineAt: new Date('2026-09-21T21:59:00Z'),
      audience: 'public',
    })
  }))

test('the place of a buyer nobody knows is taken from where the work is', () =>
  withDatabase(async (db) => {
    await importNotices({ db, now }, goldenNotices())
    const source = noticeSearchSource(db)
    const [document] = await source.load(['2026-104321-01'])
    expect(document?.facets).toMatchObject({ county: ['11'], municipality: [], joint: ['false'] })
  }))
