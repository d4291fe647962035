import type { QueryTerm, Term } from '#src/text/analysis.ts'
import { valuesOf } from './attribute-column.ts'
import type { Filter } from './filter.ts'
import { impactOf, occurrenceWeight } from './impact.ts'
import { readable } from './match-segment.ts'
import { IMPACTS } from './postings.ts'
import type { Boost } from './rank.ts'
import { type DocumentAnalyser, type IndexDocument, type Reader, textsOf } from './schema.ts'
import { type Hit, searchIndex } from './search.ts'
import { findDocument, type SearchIndex } from './search-index.ts'
import { frequencyOf, rarityOf } from './statistics.ts'

export type SimilarRequest = {
  /** The document, and its texts as they were indexed. */
  readonly id: string
  readonly language: string
  readonly texts: IndexDocument['texts']
  readonly analyse: DocumentAnalyser
  readonly reader: Reader
  readonly filters?: readonly Filter[]
  /** Attributes it tells something to share, and how much. */
  readonly shared: readonly { readonly attribute: string; readonly worth: number }[]
  readonly limit: number
}

/** So many of its words say what a document is about. */
const TELLING_WORDS = 18
/** Little is enough: a document that is all but the same must not shut out those that are only like it. */
const ENOUGH = 0.15

/** Documents that are about the same: they hold the words that tell this one from others, and share attributes. */
export function findSimilar(index: SearchIndex, request: SimilarRequest): readonly Hit[] {
  const words = tellingWords(index, request)
  const place = findDocument(index, request.id)
  const live = place && index.segments[place.which]
  if (!place || !live || words.length === 0 || !readable(live.segment.audience, request.reader)(place.doc))
    return []
  const boosts = request.shared.flatMap(({ attribute, worth }): Boost[] => {
    const column = live.segment.attributes[index.schema.attributes.indexOf(attribute)]
    return column ? valuesOf(column, place.doc).map((value) => ({ attribute, value, worth })) : []
  })
  const { hits } = searchIndex(index, {
    question: { words, phrases: [], excluded: [] },
    reader: request.reader,
    filters: request.filters ?? [],
    boosts,
    words: 'some',
    share: ENOUGH,
    limit: request.limit,
    without: request.id,
  })
  return hits
}

/** The terms worth most to a document: those it says much of and few others do. */
function tellingWords(index: SearchIndex, request: SimilarRequest): QueryTerm[] {
  const occurrences = new Map<string, { term: Term; sum: number }>()
  for (const field of index.schema.fields) {
    const read = textsOf(request, field.name).map((text) => request.analyse(text, request.language))
    const words = read.flat().filter(({ kind }) => kind === 'word').length
    for (const term of read.flat()) {
      const sum = occurrences.get(term.term)?.sum ?? 0
      occurrences.set(term.term, { term, sum: sum + term.weight * occurrenceWeight(field, words) })
    }
  }
  return (
    [...occurrences.values()]
      .map(({ term, sum }) => ({ term, weight: impactOf(sum) / IMPACTS }))
      // What stands in no other document tells nothing of others.
      .filter(({ term }) => frequencyOf(index, term.term) > 1)
      .map((one) => ({ ...one, worth: one.weight * rarityOf(index, one.term.term) }))
      .sort((one, other) => other.worth - one.worth || (one.term.term < other.term.term ? -1 : 1))
      .slice(0, TELLING_WORDS)
      .map(({ term, weight }, group) => ({
        ...term,
        kind: 'word' as const,
        weight,
        group,
        source: term.term,
      }))
  )
}
