import {
  EVERYTHING,
  type Filter,
  findSimilar as findAlike,
  type Hit,
  searchIndex,
} from '#src/search-index/index.ts'
import { PUBLIC_READER, type SearchHit, type SimilarOptions } from './contract.ts'
import { type Origin, readOrigin } from './documents-repository.ts'
import { toHits } from './hits.ts'
import { CODE, SUGGESTIBLE, textsOfRow } from './index-schema.ts'
import type { SearchContext } from './search-context.ts'
import { cleanText } from './word.ts'

/** What it tells to have a theme, a code or a division in common, beside common words. */
const SHARED = [
  { attribute: 'theme', worth: 0.8 },
  { attribute: CODE, worth: 1.2 },
]

/** Documents that share telling words, themes, or CPV codes; none of those only mentioned. */
export async function findSimilar(
  context: SearchContext,
  id: string,
  { limit, types, reader = PUBLIC_READER }: SimilarOptions,
): Promise<readonly SearchHit[]> {
  const origin = await readOrigin(context.db, cleanText(id), reader)
  if (!origin) return []
  const index = context.follower.index()
  const filters: Filter[] = [
    { attribute: SUGGESTIBLE, values: ['true'] },
    ...(types ? [{ attribute: 'type', values: types }] : []),
  ]
  const alike = findAlike(index, {
    id: origin.id,
    language: origin.language,
    texts: textsOfRow(origin),
    analyse: context.analysis.analyser.document,
    reader: reader.organisations,
    filters,
    shared: SHARED,
    limit,
  })
  const known = new Map(alike.map((hit) => [hit.id, hit]))
  for (const subject of subjectsOf(origin)) {
    if (known.size >= limit) break
    const { hits } = searchIndex(index, {
      question: EVERYTHING,
      reader: reader.organisations,
      filters: [...filters, subject],
      boosts: subject.values.map((value) => ({ attribute: subject.attribute, value, worth: 0.1 })),
      limit: limit + known.size,
      without: origin.id,
    })
    for (const hit of hits) if (!known.has(hit.id)) known.set(hit.id, hit)
  }
  return toHits(context, [...known.values()].slice(0, limit) satisfies Hit[], null)
}

type Subject = Extract<Filter, { attribute: string }>

/** By what documents are about the same though their words differ: a CPV code before a theme. */
function subjectsOf({ cpv_codes, facet_values }: Origin): Subject[] {
  const themes = facet_values
    .filter((one) => one.startsWith('theme:'))
    .map((one) => one.slice('theme:'.length))
  return [
    { attribute: CODE, values: cpv_codes },
    { attribute: 'theme', values: themes },
  ].filter(({ values }) => values.length > 0)
}
