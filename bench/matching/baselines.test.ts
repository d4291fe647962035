import { expect, test } from 'vitest'
import { agreementOf } from './agreement.ts'
import { SIMPLE_BASELINES, textBaselines } from './baselines.ts'
import type { Method } from './method.ts'
import { JUDGEMENT_SEEDS, plantedSet } from './seeds.ts'
import { toldTheTopic } from './told-the-topic.ts'

const sets = JUDGEMENT_SEEDS.map(plantedSet)

test('text alone does not find the groups, even at the threshold that is best for it', () => {
  for (const method of textBaselines(sets)) {
    expect(meanRand(method), method.name).toBeLessThanOrEqual(0.6)
    expect(meanRand(method), method.name).toBeGreaterThan(0.25)
  }
})

test('nor does what one would do with a spreadsheet', () => {
  for (const method of SIMPLE_BASELINES) expect(meanRand(method), method.name).toBeLessThan(0.5)
})

test('who knows the topic finds the groups in what was filled in, so the fields are not too wrong', () => {
  expect(meanRand(toldTheTopic(sets))).toBeGreaterThan(0.93)
})

test('a need without CPV is alone among those of the same CPV', () => {
  const [set] = sets
  const groups = SIMPLE_BASELINES[0]?.groups(set?.needs ?? []) ?? []
  const without = set?.needs.filter(({ cpv }) => cpv.length === 0).map(({ id }) => id) ?? []
  expect(without.length).toBeGreaterThan(0)
  expect(groups.flat().filter((id) => without.includes(id))).toEqual([])
})

function meanRand(method: Method): number {
  const figures = sets.map(
    ({ needs, groups }) =>
      agreementOf(
        needs.map(({ id }) => id),
        method.groups(needs),
        groups,
      ).adjustedRand,
  )
  return figures.reduce((sum, one) => sum + one, 0) / figures.length
}
