import {
  EVERYTHING,
  type Filter,
  findSimilar as findAlike,
  type Hit,
  searchIndex,
} from '#src/search-index/index.ts'
import { keysOf } from './audience.ts'
import { PUBLIC_READER, type Reader, type SimilarHit, type SimilarOptions } from './contract.ts'
import { type Compared, readCompared, readOrigin } from './documents-repository.ts'
import { explainLikeness, isExplained } from './explain-likeness.ts'
import { toHits } from './hits.ts'
import { CODE, SUGGESTIBLE, textsOfRow } from './index-schema.ts'
import type { SearchContext } from './search-context.ts'
import { cleanText } from './word.ts'

/** What it tells to have a theme, a code or a division in common, beside common words. */
const SHARED = [
  { attribute: 'theme', worth: 0.8 },
  { attribute: CODE, worth: 1.2 },
]

/** When some cannot be told why they are alike, so many more are looked at. */
const TIMES = 3

/** Documents that share telling words, themes, or CPV codes, with what they share; none of those only mentioned. */
export async function findSimilar(
  context: SearchContext,
  id: string,
  { limit, types, reader = PUBLIC_READER, onlyExplained = false }: SimilarOptions,
): Promise<readonly SimilarHit[]> {
  const origin = await readOrigin(context.db, cleanText(id), reader)
  if (!origin) return []
  const filters: Filter[] = [
    { attribute: SUGGESTIBLE, values: ['true'] },
    ...(types ? [{ attribute: 'type', values: types }] : []),
  ]
  const wanted = onlyExplained ? limit * TIMES : limit
  const ranked = findAll(context, origin, { limit: wanted, filters, reader })
  const texts = await readCompared(
    context.db,
    ranked.map((hit) => hit.id),
    reader,
  )
  const explained = ranked.flatMap((hit) => {
    const text = texts.get(hit.id)
    const alike = text && explainLikeness(context, origin, text)
    return alike && (!onlyExplained || isExplained(alike)) ? [{ hit, alike }] : []
  })
  const kept = explained.slice(0, limit)
  const shown = await toHits(
    context,
    kept.map(({ hit }) => hit),
    null,
  )
  const likeness = new Map(kept.map(({ hit, alike }) => [hit.id, alike]))
  return shown.flatMap((hit) => {
    const alike = likeness.get(hit.id)
    return alike ? [{ ...hit, alike }] : []
  })
}

type Wanted = { readonly limit: number; readonly filters: readonly Filter[]; readonly reader: Reader }

function findAll({ follower, analysis }: SearchContext, origin: Compared, wanted: Wanted): readonly Hit[] {
  const index = follower.index()
  const { limit, filters, reader } = wanted
  const alike = findAlike(index, {
    id: origin.id,
    language: origin.language,
    texts: textsOfRow(origin),
    analyse: analysis.analyser.document,
    reader: keysOf(reader),
    filters,
    shared: SHARED,
    limit,
  })
  const known = new Map(alike.map((hit) => [hit.id, hit]))
  for (const subject of subjectsOf(origin)) {
    if (known.size >= limit) break
    const { hits } = searchIndex(index, {
      question: EVERYTHING,
      reader: keysOf(reader),
      filters: [...filters, subject],
      boosts: subject.values.map((value) => ({ attribute: subject.attribute, value, worth: 0.1 })),
      limit: limit + known.size,
      without: origin.id,
    })
    for (const hit of hits) if (!known.has(hit.id)) known.set(hit.id, hit)
  }
  return [...known.values()].slice(0, limit)
}

type Subject = Extract<Filter, { attribute: string }>

/** By what documents are about the same though their words differ: a CPV code before a theme. */
function subjectsOf({ cpv_codes, facet_values }: Compared): Subject[] {
  const themes = facet_values
    .filter((one) => one.startsWith('theme:'))
    .map((one) => one.slice('theme:'.length))
  return [
    { attribute: CODE, values: cpv_codes },
    { attribute: 'theme', values: themes },
  ].filter(({ values }) => values.length > 0)
}
