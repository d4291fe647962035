import { expect, test } from 'vitest'
import { address, exampleAddresses, inLanguage, languageOf, PAGES } from './paths.ts'

const WITHOUT_EXAMPLE = [
  'curatorLogFile',
  'demandNew',
  'myDataFile',
  'needsFeed',
  'organisationLogFile',
  'providerSignOut',
  'radarCalendar',
  'radarFeed',
  'signInName',
  'signInReturn',
]

test('a page has the same address in every language, behind the language', () => {
  expect(address('nb', 'case', { id: 'case-016' })).toBe('/anskaffelser/case-016')
  expect(address('nn', 'case', { id: 'case-016' })).toBe('/nn/anskaffelser/case-016')
  expect(address('en', 'front')).toBe('/en')
})

test('what stands in an address is escaped', () => {
  expect(address('nb', 'notice', { id: 'a/b?c' })).toBe('/kunngjoringer/a%2Fb%3Fc')
})

test.each([
  ['/sok', 'nb'],
  ['/nn', 'nn'],
  ['/en/om', 'en'],
  ['/enebakk', 'nb'],
] as const)('%s is in %s', (path, language) => {
  expect(languageOf(path)).toBe(language)
})

test('the language of an address can be changed back and forth', () => {
  for (const path of exampleAddresses()) {
    const language = languageOf(path)
    expect(inLanguage(inLanguage(path, 'en'), language)).toBe(path)
    expect(languageOf(inLanguage(path, 'nn'))).toBe('nn')
  }
})

test('every page that is not about a single record has an example for the tests that visit all pages', () => {
  const general = Object.entries(PAGES).filter(([, { path }]) => !path.includes(':'))
  const withoutExample = general.filter(([, { examples }]) => examples.length === 0)
  // Steps of signing in, which lead nowhere by themselves, and files.
  expect(withoutExample.map(([name]) => name).toSorted()).toEqual(WITHOUT_EXAMPLE)
})
