import { compareStrings } from './compare-strings.ts'
import { type WrittenWord, wordsBeginning } from './complete-prefix.ts'
import { nearStrings } from './edit-distance.ts'
import type { SearchIndex } from './search-index.ts'
import { frequencyOf } from './statistics.ts'
import { prefixRange, stringAt } from './string-table.ts'

/** What was probably meant by a word, and in about how many public documents it is written so. */
export type Correction = { readonly word: string; readonly distance: number; readonly count: number }

/** A word that occurs is taken for a mistake only when one like it is so much more usual. */
const MUCH_MORE_USUAL = 20
/** A letter more that is wrong has to be made up for by a word being so many times as usual. */
const TIMES_A_LETTER = 30

/** Words that begin like this as public documents write them, the most usual first; inflections of one only once. */
export function completeWord(index: SearchIndex, prefix: string, most: number): WrittenWord[] {
  const byTerm = new Map<string, WrittenWord>()
  for (const one of wordsBeginning(index, prefix, most * 4))
    if (!byTerm.has(one.term)) byTerm.set(one.term, one)
  return [...byTerm.values()].slice(0, most)
}

/** «Mente du …»: the word that was most likely meant; null when this one may well be. */
export function correctWord(index: SearchIndex, word: string): Correction | null {
  const own = countOf(index, word)
  return nearWords(index, word).find(({ count }) => count > own * MUCH_MORE_USUAL) ?? null
}

/** Words that are written almost alike, the likeliest first. */
export function nearWords(index: SearchIndex, word: string): Correction[] {
  const most = mistakesIn(word)
  if (most === 0) return []
  const found = new Map<string, Correction>()
  for (const { segment } of index.segments) {
    const { words, counts, terms, usual } = segment.surfaces
    for (const { place, distance } of nearStrings(usual, { text: word, most })) {
      // Counts keep what has been removed; that a word is gone altogether shows in its term.
      if (distance === 0 || frequencyOf(index, stringAt(segment.terms, terms[place] as number)) === 0)
        continue
      const near = stringAt(words, place)
      found.set(near, {
        word: near,
        distance,
        count: (found.get(near)?.count ?? 0) + (counts[place] as number),
      })
    }
  }
  return [...found.values()].sort(
    (one, other) => likelihood(other) - likelihood(one) || compareStrings(one.word, other.word),
  )
}

function likelihood({ distance, count }: Correction): number {
  return count / TIMES_A_LETTER ** distance
}

/** Short words are too close to each other to tell what was meant. */
function mistakesIn(word: string): number {
  if (word.length <= 3) return 0
  return word.length <= 6 ? 1 : 2
}

function countOf(index: SearchIndex, word: string): number {
  let count = 0
  for (const { segment } of index.segments) {
    const { words, counts } = segment.surfaces
    const [from, to] = prefixRange(words, word)
    for (let row = from; row < to && stringAt(words, row) === word; row += 1) count += counts[row] as number
  }
  return count
}
