import { expect, test } from 'vitest'
import { SearchQuery } from '#src/modules/search/contract.ts'
import { searchAddress, searchParameters } from './search-address.ts'

test('the address of a search leads back to the same search', () => {
  const query = SearchQuery.parse({
    q: 'vann & avløp',
    theme: ['overvann', 'drikkevann'],
    sort: 'newest',
    lang: 'nn',
  })
  const url = new URL(searchAddress('nn', query), 'http://localhost')
  expect(url.pathname).toBe('/nn/sok')
  expect(SearchQuery.parse(searchParameters(url, 'nn'))).toEqual(query)
})

test('what is not asked for is not in the address', () => {
  expect(searchAddress('nb', SearchQuery.parse({}))).toBe('/sok')
})

test('a word given twice counts once, a facet given twice counts twice', () => {
  const url = new URL('http://localhost/sok?q=a&q=b&county=46&county=11')
  expect(SearchQuery.parse(searchParameters(url, 'nb'))).toMatchObject({ q: 'a', county: ['46', '11'] })
})
