import { expect, test } from 'vitest'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { type ContractNotice, contractNoticeXml, planningNoticeXml } from '#src/testing/contract-notices.ts'
import { withDatabase } from '#src/testing/database.ts'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { comingContractEnds, countResultsWithoutEnd, importNotices, plannedPurchases } from './index.ts'

const now = () => new Date('2026-11-22T12:00:00Z')
const idOf = (number: number) => `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`
const BERGEN = { name: 'Bergen kommune', number: '964338531' }
const CONTRACT: ContractNotice = {
  id: idOf(1),
  title: 'Drift av IKT',
  cpv: '72500000',
  buyers: [BERGEN],
  publishedOn: '2025-01-10',
  endsOn: '2027-05-31',
}
const PERIOD = { from: '2026-11-22', until: '2028-10-31' }

function withNotices(texts: readonly string[], work: (db: Database) => Promise<void>): Promise<void> {
  return withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    await importNotices({ db, now }, filesOf(texts))
    await work(db)
  })
}

async function* filesOf(texts: readonly string[]) {
  for (const [place, text] of texts.entries())
    yield { name: `${place}.xml`, bytes: new TextEncoder().encode(text) }
}

test('contract ends are found for municipalities, for bodies, and for every body of a kind', () =>
  withNotices(
    [
      contractNoticeXml(CONTRACT),
      contractNoticeXml({ ...CONTRACT, id: idOf(2), buyers: [{ name: 'Ukjent samvirke', number: null }] }),
    ],
    async (db) => {
      const [byNumber, ...others] = await comingContractEnds(db, { ...PERIOD, kommunenumre: ['4601'] })
      expect(others).toEqual([])
      expect(byNumber).toMatchObject({
        endsOn: '2027-05-31',
        cpv: ['72500000'],
        suppliers: ['Fjordens Drift AS'],
        changedAt: now(),
      })
      expect(await comingContractEnds(db, { ...PERIOD, kinds: ['municipality'] })).toEqual([byNumber])
      expect(await comingContractEnds(db, { ...PERIOD, kinds: ['county'] })).toEqual([])
      const until = '2027-05-30'
      expect(await comingContractEnds(db, { ...PERIOD, until, kinds: ['municipality'] })).toEqual([])
    },
  ))

test('where a contract was modified later, the modification alone tells when it ends', () =>
  withNotices(
    [
      contractNoticeXml({ ...CONTRACT, procedure: idOf(9) }),
      contractNoticeXml({
        ...CONTRACT,
        id: idOf(2),
        procedure: idOf(9),
        isModified: true,
        publishedOn: '2026-06-01',
        endsOn: '2028-05-31',
      }),
      contractNoticeXml({ ...CONTRACT, id: idOf(3), procedure: idOf(8), endsOn: '2027-09-30' }),
    ],
    async (db) => {
      const ends = await comingContractEnds(db, { ...PERIOD, kommunenumre: ['4601'] })
      expect(ends.map(({ endsOn }) => endsOn)).toEqual(['2027-09-30', '2028-05-31'])
    },
  ))

const PLAN = { ...CONTRACT, title: 'Plan for IKT', publishedOn: '2026-09-01' }

test('a plan is one purchase for each part, and is over when the competition has come', () =>
  withNotices(
    [
      planningNoticeXml({
        ...PLAN,
        id: idOf(1),
        plannedOn: '2027-02-01',
        parts: [
          { title: 'Drift', cpv: '72500000' },
          { title: 'Nett', cpv: '72700000' },
        ],
      }),
      planningNoticeXml({ ...PLAN, id: idOf(2), title: 'Uten dato' }),
      planningNoticeXml({ ...PLAN, id: idOf(3), title: 'For lenge siden', publishedOn: '2025-03-01' }),
      planningNoticeXml({ ...PLAN, id: idOf(4), title: 'Etter perioden', plannedOn: '2029-01-01' }),
      planningNoticeXml({
        ...PLAN,
        id: idOf(5),
        title: 'Er kunngjort',
        procedure: '7f3c9a10-0000-4000-8000-00000000f01d',
      }),
      noticeXml({ id: idOf(6), publishedOn: '2026-10-02' }),
    ],
    async (db) => {
      const found = await plannedPurchases(db, { ...PERIOD, since: '2025-11-22', kommunenumre: ['4601'] })
      expect(found.map(({ title, part, plannedOn, cpv }) => [title, part, plannedOn, cpv[0]])).toEqual([
        ['Drift', 'PAR-0001', '2027-02-01', '72500000'],
        ['Nett', 'PAR-0002', '2027-02-01', '72700000'],
        ['Uten dato', null, null, '72500000'],
      ])
      expect(found[0]?.buyers).toMatchObject([{ municipality: { number: '4601' } }])
      expect(await plannedPurchases(db, { ...PERIOD, since: '2025-11-22', kommunenumre: ['0301'] })).toEqual(
        [],
      )
    },
  ))

test('results that do not tell when the contract ends are counted', () =>
  withNotices(
    [
      contractNoticeXml(CONTRACT),
      contractNoticeXml({ ...withoutEnd, id: idOf(2) }),
      contractNoticeXml({ ...withoutEnd, id: idOf(3), publishedOn: '2020-01-01' }),
    ],
    async (db) => {
      const count = (kommunenumre: readonly string[]) =>
        countResultsWithoutEnd(db, { since: '2022-11-22', kommunenumre })
      expect(await count(['4601'])).toEqual({ results: 2, withoutEnd: 1 })
      expect(await count(['0301'])).toEqual({ results: 0, withoutEnd: 0 })
    },
  ))

const { endsOn: _, ...withoutEnd } = CONTRACT
