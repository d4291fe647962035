import type { Notice } from './notice.ts'

export type PublicationLink = { readonly site: 'doffin' | 'ted'; readonly url: string }

/** Where the notice is published, as far as its own numbers tell. */
export function publicationLinks({
  noticeId,
  publicationNumber,
}: Pick<Notice, 'noticeId' | 'publicationNumber'>): PublicationLink[] {
  const links: PublicationLink[] = []
  if (noticeId && /^\d{4}-\d{5,6}$/.test(noticeId)) {
    links.push({ site: 'doffin', url: `https://www.doffin.no/notices/${noticeId}` })
  }
  // TED numbers: `123456-2024`, also with leading zeros.
  const ted = /^0*(\d{1,6})-(20\d{2})$/.exec(publicationNumber ?? '')
  if (ted) links.push({ site: 'ted', url: `https://ted.europa.eu/en/notice/-/detail/${ted[1]}-${ted[2]}` })
  return links
}
