import { expect, test } from 'vitest'
import { isComplete } from '#src/modules/notices/sources/remote/import-from-source.ts'
import type { Database } from '#src/platform/database.ts'
import type { Misbehaviour } from '#src/testing/misbehaving-server.ts'
import { THREE, visitDoffin } from '#src/testing/visit-doffin.ts'

const PASSING: readonly Misbehaviour[] = [
  'empty 202',
  '429 with seconds',
  '429 with a date',
  '429 without retry-after',
  '500',
  'cut body',
  'slow drip',
  'never answers',
  'hangs up',
  'HTML instead',
]

test.each([...PASSING, 'cut JSON'] as const)('%s in the search, once, costs nothing but a wait', (does) =>
  visitDoffin(THREE, { rules: [{ does, to: '/search', times: 1, after: 1 }] }, async ({ run }) => {
    expect(await run()).toMatchObject({ collected: { fetched: 3, stopped: null }, imported: { stored: 3 } })
  }),
)

test.each([...PASSING, 'cut XML'] as const)('%s in a download, once, costs nothing but a wait', (does) =>
  visitDoffin(THREE, { rules: [{ does, to: '/download', times: 1, after: 1 }] }, async ({ run }) => {
    expect(await run()).toMatchObject({
      collected: { fetched: 3, stopped: null },
      imported: { stored: 3, quarantined: 0 },
    })
  }),
)

test.each([
  ['empty 202', 'emptyAnswer'],
  ['500', 'serverError'],
  ['cut JSON', 'cutOff'],
  ['slow drip', 'timedOut'],
  ['HTML instead', 'unexpectedAnswer'],
] as const)(
  '%s in every search of a day is told as what it is, never as a day without notices',
  (does, code) =>
    visitDoffin(THREE, { rules: [{ does, to: 'issueDateFrom=2026-11-02' }] }, async ({ db, doffin, run }) => {
      const report = await run()
      expect(report).toMatchObject({
        collected: { days: 3, fetched: 2, stopped: null },
        left: { unreached: 1, from: '2026-11-02', to: '2026-11-02' },
      })
      expect(isComplete(report)).toBe(false)
      expect(await failureOf(db, '2026-11-02')).toMatchObject({ code })
      doffin.rules.length = 0
      expect(await run({ since: undefined })).toMatchObject({
        since: '2026-11-01',
        collected: { fetched: 1 },
        left: { unreached: 0 },
      })
    }),
)

async function failureOf(db: Database, day: string): Promise<unknown> {
  const row = await db
    .selectFrom('source_day')
    .select('failure')
    .where('day', '=', Temporal.PlainDate.from(day))
    .executeTakeFirst()
  return row?.failure
}
