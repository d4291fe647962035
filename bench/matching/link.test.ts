import { expect, test } from 'vitest'
import { groupsAbove, linkAll } from './link.ts'

/** A chain: neighbours are alike, the ends are not. */
const CHAIN = [
  [1, 0.9, 0.1],
  [0.9, 1, 0.6],
  [0.1, 0.6, 1],
].map((row) => Float64Array.from(row))

test('single link follows the chain, average link weighs the whole group', () => {
  expect(groupsAbove(3, linkAll(CHAIN, 'single'), 0.6)).toEqual([[0, 1, 2]])
  expect(groupsAbove(3, linkAll(CHAIN, 'average'), 0.6)).toEqual([[0, 1], [2]])
  expect(linkAll(CHAIN, 'average').at(-1)?.likeness).toBeCloseTo(0.35)
})

test('nothing is put together above the highest likeness, everything at the lowest', () => {
  const merges = linkAll(CHAIN, 'average')
  expect(groupsAbove(3, merges, 0.95)).toEqual([[0], [1], [2]])
  expect(groupsAbove(3, merges, 0)).toHaveLength(1)
})
