import type { z } from 'zod'
import { readerOf } from '#src/modules/identity/index.ts'
import { readRegister } from '#src/modules/organisations/index.ts'
import { type FACETS, type SearchAnswer, SearchQuery } from '#src/modules/search/contract.ts'
import { endpoint } from './endpoint.ts'
import { type FacetWords, facetWords } from './facet-words.ts'
import { presentHits } from './present-hits.ts'
import { SearchAnswerBody } from './search-answer.ts'
import { searchParameters } from './search-parameters.ts'

export const search = endpoint({
  id: 'search',
  path: '/search',
  tag: 'Search',
  summary: 'Search cases, notices, documents and stories',
  description:
    'Cases, notices, documents and stories of what stopped somebody in one ranked list: what is public, and with a key also what the organisation of the key keeps to itself. The parameters are those of the page `/sok`. `Link` has `next` and `prev`.',
  query: searchParameters,
  answer: SearchAnswerBody,
  reply: async ({ program, actor, query, lang, addresses, here }) => {
    const asked = SearchQuery.parse(query)
    const answer = await program.search.search(asked, readerOf(actor))
    const words = facetWords(await readRegister(program.db), lang)
    const { limit, offset } = asked
    const at = (from: number) => here({ limit: String(limit), offset: String(from) })
    return {
      body: {
        query: asked,
        total: answer.total,
        boughtFor: answer.boughtFor,
        hits: await presentHits(answer.hits, { program, addresses, actor }),
        facets: toFacets(answer.facets, words),
        suggestion: answer.suggestion,
        notices: answer.notices.map(({ code, params }) => ({ code, params: { ...params } })),
      },
      links: {
        next: offset + limit < answer.total ? at(offset + limit) : null,
        prev: offset > 0 ? at(Math.max(0, offset - limit)) : null,
      },
    }
  },
})

function toFacets(
  facets: SearchAnswer['facets'],
  words: FacetWords,
): z.infer<typeof SearchAnswerBody>['facets'] {
  const labelled = (facet: (typeof FACETS)[number]) =>
    facets[facet].map(({ value, count }) => ({ value, label: words(facet, value), count }))
  return {
    type: labelled('type'),
    kind: labelled('kind'),
    theme: labelled('theme'),
    county: labelled('county'),
    municipality: labelled('municipality'),
    cpv: labelled('cpv'),
    procedure: labelled('procedure'),
    year: labelled('year'),
    innovation: labelled('innovation'),
    joint: labelled('joint'),
  }
}
