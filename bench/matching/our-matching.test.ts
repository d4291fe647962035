import { expect, test } from 'vitest'
import { agreementOf } from './agreement.ts'
import { METHODS } from './methods.ts'
import { DEVELOPMENT_SEEDS, plantedSet } from './seeds.ts'

const [ours] = METHODS

test.each(DEVELOPMENT_SEEDS)('the groups of the development seed %i are found again', (seed) => {
  const { needs, groups } = plantedSet(seed)
  const ids = needs.map(({ id }) => id)
  const { adjustedRand, precision } = agreementOf(ids, ours?.groups(needs) ?? [], groups)
  expect(adjustedRand).toBeGreaterThan(0.9)
  expect(precision).toBeGreaterThan(0.9)
})

test.each(DEVELOPMENT_SEEDS)('one need less hardly moves the others in seed %i', (seed) => {
  const { needs } = plantedSet(seed)
  const before = ours?.groups(needs) ?? []
  const figures = needs
    .filter((_, at) => at % 8 === 0)
    .map((gone) => {
      const ids = needs.map(({ id }) => id).filter((id) => id !== gone.id)
      const without = before.map((group) => group.filter((id) => id !== gone.id))
      const now = ours?.groups(needs.filter(({ id }) => id !== gone.id)) ?? []
      return agreementOf(ids, now, without).adjustedRand
    })
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length
  expect(mean).toBeGreaterThan(0.97)
})

test.each(DEVELOPMENT_SEEDS)(
  'a need that comes later is placed where it would have been in seed %i',
  (seed) => {
    const { needs } = plantedSet(seed)
    const all = ours?.groups(needs) ?? []
    const asked = needs.filter((_, at) => at % 6 === 0)
    const right = asked.filter((coming) => {
      const placed = ours?.place?.(needs.filter(({ id }) => id !== coming.id))(coming) ?? []
      const whole = all.find((group) => group.includes(coming.id)) ?? []
      return [...placed].toSorted().join() === [...whole].toSorted().join()
    })
    expect(right.length / asked.length).toBeGreaterThan(0.85)
  },
)
