import type { z } from 'zod'
import { readRegister } from '#src/modules/organisations/index.ts'
import { type FACETS, PUBLIC_READER, type SearchAnswer, SearchQuery } from '#src/modules/search/contract.ts'
import { endpoint } from './endpoint.ts'
import { type FacetWords, facetWords } from './facet-words.ts'
import { presentHits } from './present-hits.ts'
import { SearchAnswerBody } from './search-answer.ts'
import { searchParameters } from './search-parameters.ts'

export const search = endpoint({
  id: 'search',
  path: '/search',
  tag: 'Search',
  summary: 'Search cases and notices',
  description:
    'Cases and notices in one ranked list. The parameters are those of the page `/sok`. `Link` has `next` and `prev`.',
  query: searchParameters,
  answer: SearchAnswerBody,
  reply: async ({ program, query, lang, addresses, here }) => {
    const asked = SearchQuery.parse(query)
    const answer = await program.search.search(asked, PUBLIC_READER)
    const words = facetWords(await readRegister(program.db), lang)
    const { limit, offset } = asked
    const at = (from: number) => here({ limit: String(limit), offset: String(from) })
    return {
      body: {
        query: asked,
        total: answer.total,
        boughtFor: answer.boughtFor,
        hits: await presentHits(program.db, answer.hits, addresses),
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
