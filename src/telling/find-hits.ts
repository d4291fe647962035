import type { FindHits } from '#src/modules/notifications/index.ts'
import { FACETS, PUBLIC_READER, SearchQuery } from '#src/modules/search/contract.ts'
import type { Search } from '#src/modules/search/index.ts'

/** The newest so many are looked through for what is new. */
const MOST = 100

/** What a saved search finds now, of what everybody may see, the newest first. */
export function findHitsWith(search: Pick<Search, 'search'>): FindHits {
  return async ({ question, language }) => {
    const params = new URLSearchParams(question)
    const lists = Object.fromEntries(FACETS.map((facet) => [facet, params.getAll(facet)]))
    const query = SearchQuery.parse({
      q: params.get('q') ?? '',
      ...lists,
      boughtFor: params.get('boughtFor') ?? undefined,
      sort: 'newest',
      limit: MOST,
      lang: language,
    })
    const { hits } = await search.search(query, PUBLIC_READER)
    return hits.map(({ id, title }) => ({ id, title }))
  }
}
