import type { Facet, SearchQuery as Query } from '#src/modules/search/contract.ts'
import { PUBLIC_READER, SearchQuery } from '#src/modules/search/contract.ts'
import type { Search } from '#src/modules/search/index.ts'

/** How many there are of something, by facet: what front pages and lists count with. */
export type Counts = {
  readonly total: number
  readonly of: (facet: Facet, value: string) => number
  readonly values: (facet: Facet) => readonly string[]
}

export async function countFound(search: Search, narrowed: Partial<Query>): Promise<Counts> {
  const { total, facets } = await search.search(
    { ...SearchQuery.parse({ limit: 1 }), ...narrowed },
    PUBLIC_READER,
  )
  return {
    total,
    of: (facet, value) => facets[facet].find((count) => count.value === value)?.count ?? 0,
    values: (facet) => facets[facet].map((count) => count.value),
  }
}
