import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import { importNotices, type SourceItem } from './index.ts'

const now = () => new Date('2026-11-01T12:00:00Z')
const golden = (name: string) =>
  readFileSync(new URL(`eforms/golden/${name}/notice.xml`, import.meta.url), 'utf8')
const competition = golden('competition-with-lots')
const unpublished = competition.replace(/<efac:Publication>[\s\S]*<\/efac:Publication>/, '')
const larger = `${unpublished}<!-- ${'x'.repeat(4000)} -->`
const version = (number: string) => competition.replace('<cbc:VersionID>01<', `<cbc:VersionID>${number}<`)

function take(db: Database, ...texts: readonly string[]) {
  async function* source(): AsyncGenerator<SourceItem> {
    for (const [at, text] of texts.entries())
      yield { name: `${at}.xml`, bytes: new TextEncoder().encode(text) }
  }
  return importNotices({ db, now }, source())
}

test('importing again changes nothing', () =>
  withDatabase(async (db) => {
    await take(db, competition, golden('nynorsk'))
    const before = await dump(db)
    expect(await take(db, golden('nynorsk'), competition)).toMatchObject({ read: 2, stored: 0, unchanged: 2 })
    expect(await dump(db)).toEqual(before)
  }))

test('the order of arrival, and how the arrivals are divided, make no difference', async () => {
  const arrivals = [
    competition,
    unpublished,
    larger,
    version('02'),
    `${version('02')}<!-- -->`,
    version('03'),
  ]
  const expected = await dumpAfter([arrivals])
  const order = fc.shuffledSubarray(arrivals, { minLength: arrivals.length })
  await fc.assert(
    fc.asyncProperty(order, fc.integer({ min: 0, max: arrivals.length }), async (shuffled, cut) => {
      expect(await dumpAfter([shuffled.slice(0, cut), shuffled.slice(cut)])).toEqual(expected)
    }),
    { numRuns: 25, seed: 4601 },
  )
})

async function dumpAfter(runs: readonly (readonly string[])[]): Promise<unknown> {
  let dumped: unknown
  await withDatabase(async (db) => {
    for (const texts of runs) await take(db, ...texts)
    dumped = await dump(db)
  })
  return dumped
}

/** All that is kept, without the keys made on the way and the names the files had. */
async function dump(db: Database): Promise<unknown> {
  const notices = await db.selectFrom('notice').selectAll().orderBy('public_id').execute()
  const names = new Map(notices.map((one) => [one.id, one.public_id]))
  const originals = await db.selectFrom('notice_original').selectAll().orderBy('sha256').execute()
  const buyers = await db.selectFrom('notice_buyer').selectAll().execute()
  return {
    notices: notices.map(({ id: _, ...rest }) => rest),
    originals: originals.map(({ name: _, notice, ...rest }) => ({ ...rest, notice: names.get(notice) })),
    buyers: buyers.map((one) => [names.get(one.notice), one.position, one.name]).sort(),
  }
}
