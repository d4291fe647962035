import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { newId } from '#src/platform/ids.ts'
import { type CostKey, costShares, type Sharing } from './cost-shares.ts'

const sharing = fc.record({
  organisation: fc.constant(null).map(() => OrganisationId.parse(newId())),
  inhabitants: fc.integer({ min: 200, max: 700_000 }),
  volume: fc.integer({ min: 1, max: 1_000_000 }),
  agreed: fc.integer({ min: 1, max: 100 }),
})
const several = fc.array(sharing, { minLength: 2, maxLength: 30 })
const key = fc.constantFrom<CostKey>('equal', 'inhabitants', 'volume', 'agreed')

const sumOf = (shares: ReadonlyMap<unknown, number> | null) =>
  [...(shares?.values() ?? [])].reduce((sum, share) => sum + share, 0)

test('whoever leaves, all of the costs are shared between those who are left, and nobody pays less', () => {
  fc.assert(
    fc.property(key, several, (by, those) => {
      const before = costShares(by, those)
      const after = costShares(by, those.slice(1))
      expect(sumOf(before)).toBeCloseTo(100, 6)
      expect(sumOf(after)).toBeCloseTo(100, 6)
      for (const { organisation } of those.slice(1))
        expect(after?.get(organisation)).toBeGreaterThan(before?.get(organisation) ?? 101)
    }),
  )
})

test('the order in which they stand changes nobody’s part', () => {
  fc.assert(
    fc.property(key, several, (by, those) => {
      const forwards = costShares(by, those)
      const backwards = costShares(by, those.toReversed())
      for (const { organisation } of those)
        expect(backwards?.get(organisation)).toBeCloseTo(forwards?.get(organisation) ?? -1, 9)
    }),
  )
})

test('a part that nobody can know is not guessed, for one or for the others', () => {
  const one = (facts: Partial<Sharing>): Sharing => ({
    organisation: OrganisationId.parse(newId()),
    inhabitants: 1000,
    volume: null,
    agreed: null,
    ...facts,
  })
  expect(costShares(null, [one({}), one({})])).toBeNull()
  expect(costShares('volume', [one({ volume: 3 }), one({})])).toBeNull()
  expect(costShares('agreed', [one({ agreed: 0 }), one({ agreed: 0 })])).toBeNull()
  expect(costShares('equal', [])).toBeNull()
  expect([...(costShares('inhabitants', [one({}), one({ inhabitants: 3000 })])?.values() ?? [])]).toEqual([
    25, 75,
  ])
})
