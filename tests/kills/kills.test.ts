import { afterAll, expect, test } from 'vitest'
import { killImports, killMigrations, killReprocessing } from '#src/testing/kill-checks.ts'
import { embeddedGround, type Ground, postgresqlGround } from '#src/testing/kill-grounds.ts'
import { killMailing } from '#src/testing/mail-kills.ts'

/** A new one every day, said in every failure; `npm run check:kills -- --seed N` does more of the same. */
const seed = Math.floor(Date.now() / 86_400_000)
const grounds: Readonly<Record<Ground['engine'], Promise<Ground>>> = {
  embedded: embeddedGround(),
  postgresql: postgresqlGround(),
}
afterAll(async () => {
  for (const ground of Object.values(grounds)) await (await ground).close()
})

const engines = ['embedded', 'postgresql'] as const

test.each(engines)(
  'an import that is killed and run again leaves what one that was not leaves: %s',
  async (engine) => {
    const report = await killImports({ ground: await grounds[engine], seed, kills: 4 })
    expect(report.different, `seed ${seed}`).toEqual([])
    expect(report.kills).toBe(4)
  },
)

test.each(engines)('a first start that is killed is only begun again: %s', async (engine) => {
  const report = await killMigrations({ ground: await grounds[engine], seed, kills: 2 })
  expect(report.different, `seed ${seed}`).toEqual([])
})

test.each(engines)('making everything anew goes on after it was killed: %s', async (engine) => {
  const report = await killReprocessing({ ground: await grounds[engine], seed, kills: 2 })
  expect(report.different, `seed ${seed}`).toEqual([])
})

test.each(engines)(
  'each person gets one mail of each event, however often the program dies: %s',
  async (engine) => {
    const report = await killMailing({ ground: await grounds[engine], seed, kills: 5 })
    expect(report.wrong, `seed ${seed}`).toEqual([])
    expect(report.mails).toBe(report.expected)
  },
)
