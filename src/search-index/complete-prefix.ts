import { compareStrings } from './compare-strings.ts'
import { firstFrom } from './first-from.ts'
import type { SearchIndex } from './search-index.ts'
import type { Surfaces } from './segment.ts'
import { frequencyOf } from './statistics.ts'
import { prefixRange, stringAt } from './string-table.ts'

export type WrittenWord = { readonly word: string; readonly term: string; readonly count: number }

/** A beginning stands for so many words, the most usual ones; for fewer when these alone stand in very many documents. */
const MOST_COMPLETIONS = 50
const MANY_DOCUMENTS = 200_000

/** The terms that a word beginning like this may become, of those that public documents hold. */
export function completions(index: SearchIndex, prefix: string): string[] {
  const terms = new Set<string>()
  let documents = 0
  for (const { term } of wordsBeginning(index, prefix, MOST_COMPLETIONS)) {
    if (documents > MANY_DOCUMENTS) break
    if (terms.has(term)) continue
    terms.add(term)
    documents += frequencyOf(index, term)
  }
  return [...terms]
}

/** Words as public documents write them that begin like this, the most usual first. */
export function wordsBeginning(index: SearchIndex, prefix: string, most: number): WrittenWord[] {
  const found = new Map<string, WrittenWord>()
  for (const { segment } of index.segments) {
    const { words, terms, counts } = segment.surfaces
    for (const row of mostUsual(segment.surfaces, prefixRange(words, prefix), most * 2)) {
      const [word, term] = [stringAt(words, row), stringAt(segment.terms, terms[row] as number)]
      const key = `${word}\0${term}`
      found.set(key, { word, term, count: (found.get(key)?.count ?? 0) + (counts[row] as number) })
    }
  }
  return [...found.values()]
    .sort((one, other) => other.count - one.count || compareStrings(one.word, other.word))
    .filter(({ term }) => frequencyOf(index, term) > 0)
    .slice(0, most)
}

/** The rows of a range with the highest counts. */
function mostUsual(
  { counts, usual }: Surfaces,
  [from, to]: readonly [number, number],
  most: number,
): readonly number[] {
  const among = usual.places.subarray(firstFrom(usual.places, from), firstFrom(usual.places, to))
  const rows =
    among.length >= most ? Array.from(among) : Array.from({ length: to - from }, (_, at) => from + at)
  return rows
    .sort((one, other) => (counts[other] as number) - (counts[one] as number) || one - other)
    .slice(0, most)
}
