import { expect, test } from 'vitest'
import { LANGUAGES } from '#src/platform/language.ts'
import { address } from '#src/web/paths.ts'
import { addressesAt } from './addresses.ts'

test.each(LANGUAGES)('the API leads to the pages that the site has (%s)', (language) => {
  const { page, front, search } = addressesAt('', language)
  expect([
    front,
    search('ø & å'),
    page('case', 'case-016'),
    page('draft', '01998f7e-6c1e-7d3a-9a5c-2b1f6d0e8a11'),
    page('solution', 'solution-001'),
    page('notice', 'sha256-0123456789abcdef'),
    page('municipality', '4601'),
    page('county', '46'),
    page('theme', 'helse-og-velferd'),
  ]).toEqual([
    address(language, 'front'),
    `${address(language, 'search')}?q=%C3%B8%20%26%20%C3%A5`,
    address(language, 'case', { id: 'case-016' }),
    address(language, 'draft', { draft: '01998f7e-6c1e-7d3a-9a5c-2b1f6d0e8a11' }),
    address(language, 'solution', { id: 'solution-001' }),
    address(language, 'notice', { id: 'sha256-0123456789abcdef' }),
    address(language, 'municipality', { number: '4601' }),
    address(language, 'county', { number: '46' }),
    address(language, 'theme', { id: 'helse-og-velferd' }),
  ])
})

test('an id is escaped, so that it cannot lead elsewhere', () => {
  expect(addressesAt('https://spydspiss.no', 'nb').api('notices', '../a b?c#d')).toBe(
    'https://spydspiss.no/api/v1/notices/..%2Fa%20b%3Fc%23d',
  )
})
