import { expect, test } from 'vitest'
import { killJointLives } from '#src/testing/joint-kills.ts'
import { embeddedGround, postgresqlGround } from '#src/testing/kill-grounds.ts'

/** A new one every day, said in every failure; `npm run check:kills -- --seed N` does more of the same. */
const seed = Math.floor(Date.now() / 86_400_000)

test.each([
  ['embedded', embeddedGround],
  ['postgresql', postgresqlGround],
] as const)(
  'a joint procurement whose programs die goes on where it was, and ends as one that nobody disturbed: %s',
  async (_, open) => {
    const ground = await open()
    try {
      const report = await killJointLives({ ground, seed, kills: 2 })
      expect(report.wrong, `seed ${seed}`).toEqual([])
      expect(report.kills).toBeGreaterThanOrEqual(2)
    } finally {
      await ground.close()
    }
  },
)
