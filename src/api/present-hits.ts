import type { z } from 'zod'
import { type CaseSummary, casesByIds } from '#src/modules/catalogue/index.ts'
import { type NoticeSummary, noticesByIds } from '#src/modules/notices/index.ts'
import type { SearchHit, SearchType } from '#src/modules/search/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Addresses } from './addresses.ts'
import type { SearchHitAnswer } from './search-answer.ts'

/** The list of the API that holds what is found. */
export const COLLECTION = { case: 'cases', notice: 'notices' } as const satisfies Record<SearchType, string>

type Hit = z.infer<typeof SearchHitAnswer>
type Details = Pick<Hit, 'buyers' | 'year' | 'publishedOn' | 'deadline' | 'value'>

/** Hits with what one wants to see of each before opening it, read with one question for each type. */
export async function presentHits(
  db: Database,
  hits: readonly SearchHit[],
  addresses: Addresses,
): Promise<Hit[]> {
  const idsOf = (type: SearchType) => hits.filter((hit) => hit.type === type).map(({ id }) => id)
  const cases = await casesByIds(db, idsOf('case'))
  const notices = await noticesByIds(db, idsOf('notice'))
  const details = new Map<string, Details>([
    ...cases.map((one) => [one.id, ofCase(one)] as const),
    ...notices.map((one) => [one.id, ofNotice(one)] as const),
  ])
  return hits.map((hit) => ({ ...toHit(hit, addresses), ...(details.get(hit.id) ?? UNKNOWN) }))
}

/** For a record that has gone since the index was made. */
const UNKNOWN: Details = { buyers: [], year: null, publishedOn: null, deadline: null, value: null }

function toHit(hit: SearchHit, addresses: Addresses): Omit<Hit, keyof Details> {
  return {
    id: hit.id,
    type: hit.type,
    title: hit.title,
    language: hit.language,
    url: addresses.page(hit.type, hit.id),
    self: addresses.api(COLLECTION[hit.type], hit.id),
    snippet: hit.snippet.map(({ text }) => text).join(''),
    titleParts: [...hit.titleParts],
    snippetParts: [...hit.snippet],
    reason: hit.reason ?? null,
    score: hit.score,
  }
}

function ofCase({ parties, fromYear, toYear }: CaseSummary): Details {
  return { ...UNKNOWN, buyers: parties.map(({ name }) => name), year: toYear ?? fromYear }
}

function ofNotice({ buyers, listedOn, publishedOn, deadline, value }: NoticeSummary): Details {
  return {
    buyers: buyers.map(({ name }) => name),
    year: Number(listedOn.slice(0, 4)),
    publishedOn,
    deadline,
    value,
  }
}
