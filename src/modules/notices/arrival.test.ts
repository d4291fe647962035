import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countsBefore, identify, isNewer, type Original } from './arrival.ts'

test('a notice is known by its id and its version as written', () => {
  expect(identify({ noticeId: '2024-104321', version: '01' }, 'f'.repeat(64))).toEqual({
    id: '2024-104321-01',
    chain: '2024-104321',
  })
})

test('a notice without an id is known by its bytes', () => {
  const sha256 = '0123456789abcdef'.repeat(4)
  expect(identify({ noticeId: null, version: '01' }, sha256).id).toBe('sha256-0123456789abcdef')
})

test('the original with a publication number counts, then the larger, then the one with the smaller hash', () => {
  const original: Original = { sha256: 'b', size: 10, publicationNumber: null }
  expect(countsBefore({ ...original, size: 1, publicationNumber: '1-2026' }, original)).toBe(true)
  expect(countsBefore({ ...original, size: 11, sha256: 'c' }, original)).toBe(true)
  expect(countsBefore({ ...original, sha256: 'a' }, original)).toBe(true)
})

test('of any two originals exactly one counts', () => {
  const original = fc.record({
    sha256: fc.constantFrom('a', 'b', 'c', 'd'),
    size: fc.integer({ min: 0, max: 2 }),
    publicationNumber: fc.constantFrom(null, '1-2026'),
  })
  fc.assert(
    fc.property(original, original, (one, other) => {
      fc.pre(one.sha256 !== other.sha256)
      expect(countsBefore(one, other)).toBe(!countsBefore(other, one))
    }),
  )
})

test('versions are compared as numbers', () => {
  expect(isNewer('10', '09')).toBe(true)
  expect(isNewer('2', '10')).toBe(false)
  expect(isNewer('01', '01')).toBe(false)
})

test('of any two versions at most one is newer, and of different ones exactly one', () => {
  const version = fc.oneof(
    fc.constantFrom('01', '1', '02', '10', '2.0', 'a', 'B', '1a'),
    fc.string({ minLength: 1, maxLength: 3 }),
  )
  fc.assert(
    fc.property(version, version, (one, other) => {
      expect(isNewer(one, other)).toBe(one !== other && !isNewer(other, one))
    }),
  )
})
