import { FACETS, type Facet, type SearchQuery } from '#src/modules/search/contract.ts'
import type { Language } from '#src/platform/language.ts'
import { address } from '#src/web/paths.ts'

type Parts = Partial<Pick<SearchQuery, 'q' | 'sort' | 'offset' | 'boughtFor' | Facet>>

/** The address of a search; what is not asked for is not in it, so that it can be shared and recognised. */
export function searchAddress(language: Language, parts: Parts): string {
  const params = new URLSearchParams()
  if (parts.q) params.set('q', parts.q)
  for (const facet of FACETS) for (const value of parts[facet] ?? []) params.append(facet, value)
  if (parts.boughtFor === 'too') params.set('boughtFor', parts.boughtFor)
  if (parts.sort && parts.sort !== 'relevance') params.set('sort', parts.sort)
  if (parts.offset) params.set('offset', String(parts.offset))
  const query = params.toString()
  return address(language, 'search') + (query ? `?${query}` : '')
}

/** The parameters of an address as the contract wants them: one value alone, several as a list. */
export function searchParameters(url: URL, language: Language): Record<string, unknown> {
  const given = Object.fromEntries(
    [...new Set(url.searchParams.keys())].map((name) => {
      const values = url.searchParams.getAll(name)
      return [name, values.length > 1 && isFacet(name) ? values : values[0]]
    }),
  )
  return { ...given, lang: language }
}

function isFacet(name: string): name is Facet {
  return (FACETS as readonly string[]).includes(name)
}
