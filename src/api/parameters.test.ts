import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { FACETS, SearchQuery } from '#src/modules/search/contract.ts'
import { lang, oneOf, readParameters, repeated, wholeNumber } from './parameters.ts'
import { searchParameters } from './search-parameters.ts'

const parameters = z.object({
  colour: repeated(oneOf(['red', 'blue'])),
  limit: wholeNumber({ from: 1, to: 100 }).default(20),
  q: z.string().default(''),
})
const read = (query: string) => readParameters(parameters, new URLSearchParams(query))

test('a parameter that may be repeated gives all its values, and others their own or what is usual', () => {
  expect(read('colour=red&colour=blue&limit=5')).toEqual({
    ok: true,
    value: { colour: ['red', 'blue'], limit: 5, q: '' },
  })
  expect(read('')).toEqual({ ok: true, value: { colour: [], limit: 20, q: '' } })
})

test('every bad parameter is told, with what was sent and what is wrong', () => {
  expect(read('colour=red&colour=green&limit=0&page=2&q=a&q=b')).toEqual({
    ok: false,
    failure: [
      { name: 'page', value: '2', problem: 'is not a parameter here; there is colour, limit, q' },
      { name: 'q', value: 'a, b', problem: 'may be given only once' },
      { name: 'colour', value: 'green', problem: 'must be one of: red, blue' },
      { name: 'limit', value: '0', problem: 'must be a whole number from 1 to 100' },
    ],
  })
})

test.each(['', 'ten', '1.5', '101', '-1', '1e999'])('«%s» is no number of hits', (limit) => {
  expect(read(`limit=${encodeURIComponent(limit)}`)).toMatchObject({
    ok: false,
    failure: [{ name: 'limit' }],
  })
})

test.each(['constructor', '__proto__', 'toString'])('%s is no parameter', (name) => {
  expect(read(`${name}=1`)).toMatchObject({ ok: false, failure: [{ name }] })
})

test('a character that no text has is told', () => {
  expect(read('q=a%00b')).toMatchObject({ ok: false, failure: [{ name: 'q' }] })
})

test('a parameter cannot be given without end', () => {
  expect(read(Array.from({ length: 51 }, () => 'colour=red').join('&'))).toMatchObject({
    ok: false,
    failure: [{ name: 'colour', problem: 'may be given at most 50 times' }],
  })
})

test('the API and the page /sok know the same search parameters', () => {
  expect(new Set([...Object.keys(searchParameters), 'lang'])).toEqual(new Set(Object.keys(SearchQuery.shape)))
  expect(FACETS.every((facet) => facet in searchParameters)).toBe(true)
})

test('what the API accepts, the page /sok understands in the same way', () => {
  const strict = z.object({ ...searchParameters, lang })
  const text = fc.oneof(
    fc.constantFrom(
      'case',
      'notice',
      '46',
      '4601',
      '72',
      '72000000',
      'open',
      '2024',
      'declared',
      'true',
      'newest',
      'nn',
    ),
    fc.string({ maxLength: 12 }),
  )
  const query = fc.array(fc.tuple(fc.constantFrom(...Object.keys(SearchQuery.shape)), text), { maxLength: 6 })
  fc.assert(
    fc.property(query, (pairs) => {
      const accepted = readParameters(strict, new URLSearchParams(pairs))
      if (accepted.ok) expect(SearchQuery.parse(accepted.value)).toEqual(accepted.value)
    }),
    { numRuns: 500 },
  )
})
