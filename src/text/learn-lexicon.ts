import { fold } from './fold.ts'
import type { LearntWords } from './lexicon.ts'
import { stemNorwegian } from './stem-norwegian.ts'
import { tokenise } from './tokenise.ts'

/** Words rarer than this teach nothing: they are names, slips, and compounds themselves. */
const LEAST_COUNT = 4
const IN_SMALL_LETTERS = /^[a-zæøåéèêóòôüäö]+$/

/**
 * How often the words of a corpus are met, for splitting its compounds.
 *
 * Only words in small letters count, so that names do not become parts of words. The same texts give the same
 * counts in whatever order they come; an index keeps the counts it was built with, or questions would be split in
 * another way than its documents.
 */
export function learnLexicon(texts: Iterable<string>): LearntWords {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const { surface } of tokenise(text))
      if (IN_SMALL_LETTERS.test(surface)) count(counts, fold(surface), 1)
  }
  const stems = new Map<string, number>()
  for (const [form, times] of counts) count(stems, stemNorwegian(form), times)
  return { stems: frequent(stems), forms: frequent(counts) }
}

function count(counts: Map<string, number>, word: string, times: number): void {
  counts.set(word, (counts.get(word) ?? 0) + times)
}

function frequent(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const kept = [...counts].filter(([, times]) => times >= LEAST_COUNT)
  return new Map(kept.sort(([one], [other]) => (one < other ? -1 : 1)))
}
