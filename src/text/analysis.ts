import { type AnalysisParts, createWordAnalyser, type Reading } from './analyse-word.ts'
import { conceptQueryTerms, conceptTerms } from './concept-terms.ts'
import { detectLanguage } from './detect-language.ts'
import type { Lexicon, WrittenPairs } from './lexicon.ts'
import { readText } from './read-text.ts'
import type { ThesaurusExpansion } from './thesaurus.ts'
import {
  ANALYSIS_WEIGHTS,
  type AnalysisWeights,
  documentTerms,
  foreignTerms,
  joinedTerms,
  queryTerms,
} from './word-terms.ts'

/**
 * One term of a text, as the index keeps it.
 *
 * `start` and `end` are offsets in the text as it was given: `text.slice(start, end)` is what was written, for a
 * part of a compound just that part. `position` counts words, so terms of one word share it.
 */
export type Term = {
  readonly term: string
  readonly position: number
  readonly start: number
  readonly end: number
  /**
   * `word`: the whole word; `part`: a part of a compound; `related`: the family of words it belongs to
   * (innovasjon, innovativ); `concept`: what the thesaurus calls a thing, over all the words of its label.
   */
  readonly kind: TermKind
  /** How much of an occurrence it is: 1 for the word itself. A document's term frequency is the sum of these. */
  readonly weight: number
}
export type TermKind = 'word' | 'part' | 'related' | 'concept'

/**
 * One way a document may answer a word of the question.
 *
 * Terms with the same `group` are alternatives for the same word: a document scores the best of them, not their
 * sum. An alternative for several words at once («safety alarm») stands in the group of each of them.
 */
export type QueryTerm = Term & {
  readonly group: number
  /** The word as it was typed. */
  readonly source: string
  /** The concept of the thesaurus that gave the alternative; absent for the word's own forms. */
  readonly concept?: string
}

export type Analyser = {
  readonly document: (text: string, language: string) => readonly Term[]
  readonly query: (text: string, language: string) => readonly QueryTerm[]
}

export type AnalyserOptions = {
  readonly lexicon: Lexicon
  readonly pairs: WrittenPairs
  readonly thesaurus?: ThesaurusExpansion
  readonly parts?: AnalysisParts
  readonly weights?: AnalysisWeights
}

/**
 * The analysis of texts and questions. Deterministic, and never throws: whatever is given has some terms or none.
 *
 * A document and a question must be analysed by analysers made from the same lexicon, pairs and thesaurus.
 */
export function createAnalyser(options: AnalyserOptions): Analyser {
  const { weights = ANALYSIS_WEIGHTS } = options
  const analyseWord = createWordAnalyser(options, options.parts)
  const concepts = options.thesaurus?.(analyseWord) ?? null
  return {
    document: (text, language) => {
      const reading = readingOf(language)
      const words = readText(text, reading, analyseWord)
      return [
        ...words.flatMap((word) => documentTerms(word, weights)),
        ...(reading === 'english' ? foreignTerms(words, readText(text, 'norwegian', analyseWord)) : []),
        ...(concepts === null ? [] : conceptTerms(words, concepts)),
      ]
    },
    query: (text, language) => {
      const terms = readingsOf(text, language).flatMap((reading) => {
        const words = readText(text, reading, analyseWord)
        return [
          ...words.flatMap((word) => queryTerms(word, weights)),
          ...joinedTerms(words, weights),
          ...(concepts === null ? [] : conceptQueryTerms(words, concepts)),
        ]
      })
      return withoutDoubles(terms)
    },
  }
}

/** What is not English is read as Norwegian: a question is, and must find the names in a Sami or Swedish text. */
function readingOf(language: string): Reading {
  return language === 'en' ? 'english' : 'norwegian'
}

/** A question in English is also read as Norwegian: names, and the Norwegian words that people put in. */
function readingsOf(text: string, language: string): readonly Reading[] {
  return language === 'en' || detectLanguage(text) === 'en' ? ['english', 'norwegian'] : ['norwegian']
}

/** The same term twice in a group is once, at its best weight. */
function withoutDoubles(terms: readonly QueryTerm[]): readonly QueryTerm[] {
  const best = new Map<string, QueryTerm>()
  for (const term of terms) {
    const place = `${term.group} ${term.term}`
    const before = best.get(place)
    if (!before || before.weight < term.weight) best.set(place, term)
  }
  return [...best.values()].sort((one, other) => one.group - other.group || other.weight - one.weight)
}
