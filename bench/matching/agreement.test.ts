import { expect, test } from 'vitest'
import { agreementOf } from './agreement.ts'

const ids = ['a', 'b', 'c', 'd']

test('the same partition agrees fully, whatever its order', () => {
  const agreement = agreementOf(
    ids,
    [
      ['d', 'c'],
      ['b', 'a'],
    ],
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  )
  expect(agreement).toEqual({ precision: 1, recall: 1, f1: 1, adjustedRand: 1 })
})

test('one pair found of two: all that was put together is right, half is missing', () => {
  const { precision, recall, f1, adjustedRand } = agreementOf(
    ids,
    [['a', 'b']],
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  )
  expect([precision, recall]).toEqual([1, 0.5])
  expect(f1).toBeCloseTo(2 / 3)
  expect(adjustedRand).toBeCloseTo(4 / 7)
})

test('pairs put together against the truth are worse than chance', () => {
  const { precision, recall, f1, adjustedRand } = agreementOf(
    ids,
    [
      ['a', 'c'],
      ['b', 'd'],
    ],
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  )
  expect([precision, recall, f1]).toEqual([0, 0, 0])
  expect(adjustedRand).toBeCloseTo(-0.5)
})

test('all in one group finds every pair and is worth nothing', () => {
  const { precision, recall, adjustedRand } = agreementOf(
    ids,
    [ids],
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  )
  expect([precision, recall]).toEqual([1 / 3, 1])
  expect(adjustedRand).toBeCloseTo(0)
})

test('groups of different sizes give what the contingency table gives', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f']
  const found = [
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
  ]
  const truth = [
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
  ]
  // Pairs: 2 in both, 3 found, 6 true, 15 in all; (2 − 1.2) / (4.5 − 1.2).
  expect(agreementOf(six, found, truth).adjustedRand).toBeCloseTo(0.8 / 3.3)
})

test('who stands in no group is alone, said or not', () => {
  expect(agreementOf(ids, [['a', 'b']], [['a', 'b'], ['c'], ['d']]).adjustedRand).toBe(1)
  expect(agreementOf(ids, [], [['a'], ['b'], ['c'], ['d']]).adjustedRand).toBe(1)
  expect(agreementOf(ids, [], [['a', 'b']])).toMatchObject({ precision: 1, recall: 0, adjustedRand: 0 })
})

test('a need in two groups, or one nobody has, is a mistake of the method', () => {
  expect(() =>
    agreementOf(
      ids,
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      [],
    ),
  ).toThrow('b stands twice')
  expect(() => agreementOf(ids, [['a', 'x']], [])).toThrow('x is not among the needs')
})
