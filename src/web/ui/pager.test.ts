import { expect, test } from 'vitest'
import { placesToShow } from './pager.tsx'

test('few pages are all shown', () => {
  expect(placesToShow(2, 4)).toEqual([1, 2, 3, 4])
})

test('of many pages the ends and the nearest are shown, with a gap where some are left out', () => {
  expect(placesToShow(10, 20)).toEqual([1, -9, 9, 10, 11, -20, 20])
})

test('a gap of one page is that page', () => {
  expect(placesToShow(4, 9)).toEqual([1, 2, 3, 4, 5, -9, 9])
})
