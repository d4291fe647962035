import { expect, test } from 'vitest'
import { publicationLinks } from './publication-links.ts'

test('a notice leads to where it was published', () => {
  expect(publicationLinks({ noticeId: '2026-104321', publicationNumber: '00123456-2026' })).toEqual([
    { site: 'doffin', url: 'https://www.doffin.no/notices/2026-104321' },
    { site: 'ted', url: 'https://ted.europa.eu/en/notice/-/detail/123456-2026' },
  ])
  expect(publicationLinks({ noticeId: null, publicationNumber: '2022/S 207-592756' })).toEqual([])
})
