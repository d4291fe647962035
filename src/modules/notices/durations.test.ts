import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { comingContractEnds, importNotices, reprocessNotices } from './index.ts'

const now = () => new Date('2026-11-01T12:00:00Z')
const ID = '0b9d7d10-5d0f-4d0c-9a35-000000000001'
/** Of the same procedure as the competition, and silent about how long its contract lasts. */
const silent = readFileSync(new URL('eforms/golden/result-with-winners/notice.xml', import.meta.url), 'utf8')
  .replace('e21f4a44-7a6d-4f86-9a67-4b1f18b5c003', '7f3c9a10-0000-4000-8000-00000000f01d')
  .replaceAll(/<cac:PlannedPeriod>.*?<\/cac:PlannedPeriod>/g, '')
const lasting = (months: number, version = '01') =>
  noticeXml({ id: ID, version }).replace('>48<', `>${months}<`)

function take(db: Database, ...texts: readonly string[]) {
  async function* source() {
    for (const [at, text] of texts.entries())
      yield { name: `${at}.xml`, bytes: new TextEncoder().encode(text) }
  }
  return importNotices({ db, now }, source())
}

async function endsIn(db: Database) {
  const ends = await comingContractEnds(db, { kommunenumre: ['5001'], from: '2026-11-01', months: 120 })
  return ends.map(({ endsOn, durationFrom }) => ({ endsOn, durationFrom }))
}

const FOUR_YEARS = [{ endsOn: '2030-06-15', durationFrom: `${ID}-01` }]

test.each([
  ['in one file after another, the competition first', [[lasting(48), silent]]],
  ['in one file after another, the result first', [[silent, lasting(48)]]],
  ['the competition before the result', [[lasting(48)], [silent]]],
  ['the result before the competition', [[silent], [lasting(48)]]],
])('a silent result takes its length from its competition, whichever comes first: %s', (_, arrivals) =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    for (const texts of arrivals) await take(db, ...texts)
    expect(await endsIn(db)).toEqual(FOUR_YEARS)
    expect(await reprocessNotices({ db, now }, { only: 'all' })).toMatchObject({ changed: 0 })
  }),
)

test('a newer version of the competition moves the end, and whoever follows the result hears of it', () =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    await take(db, lasting(48), silent)
    await db.deleteFrom('event').execute()

    await take(db, lasting(24, '02'))

    expect(await endsIn(db)).toEqual([{ endsOn: '2028-06-15', durationFrom: `${ID}-02` }])
    const events = await db.selectFrom('event').select('subject').execute()
    expect(events.map(({ subject }) => subject)).toContain('5b7e0a4f-0d52-4a60-9f0c-5a41b65f9003-01')
  }))

test('without a competition a silent result has no end', () =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    await take(db, silent)
    expect(await endsIn(db)).toEqual([])
  }))
