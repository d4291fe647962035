import { type AnalysisParts, createWordAnalyser, type Reading, type WordAnalyser } from './analyse-word.ts'
import { conceptQueryTerms, conceptTerms } from './concept-terms.ts'
import { fold } from './fold.ts'
import type { Lexicon, WrittenPairs } from './lexicon.ts'
import { readText } from './read-text.ts'
import type { ThesaurusExpansion } from './thesaurus.ts'
import { tokenise } from './tokenise.ts'
import {
  ANALYSIS_WEIGHTS,
  type AnalysisWeights,
  documentTerms,
  foreignTerms,
  joinedTerms,
  queryTerms,
  type Translations,
  translatedTerms,
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
  /** The question does not name the concept; it seems to be about it. */
  readonly isInferred?: boolean
  /** An everyday word: in a need told at length it says little of what is needed. */
  readonly isEveryday?: boolean
}

export type Analyser = {
  readonly document: (text: string, language: string) => readonly Term[]
  readonly query: (text: string, language: string) => readonly QueryTerm[]
}

export type AnalyserOptions = {
  readonly lexicon: Lexicon
  readonly pairs: WrittenPairs
  readonly thesaurus?: ThesaurusExpansion
  /** English words and what they are called in bokmål: `island øy`. */
  readonly englishWords?: readonly string[]
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
  const translations = readTranslations(options.englishWords ?? [], analyseWord)
  const everyday = everydayKeys(options.lexicon, analyseWord)
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
      const terms = readingsOf(text, language, options.lexicon).flatMap((reading) => {
        const words = readText(text, reading, analyseWord)
        return [
          ...words.flatMap((word) => queryTerms(word, weights, everyday[reading].has(word.key))),
          ...joinedTerms(words, weights),
          ...(reading === 'english' ? translatedTerms(words, translations, weights) : []),
          ...(concepts === null ? [] : conceptQueryTerms(words, concepts)),
        ]
      })
      return withoutDoubles(terms)
    },
  }
}

/** By the key of an English word, the keys of what it is called in bokmål. */
function readTranslations(lines: readonly string[], analyseWord: WordAnalyser): Translations {
  const translations = new Map<string, readonly string[]>()
  for (const line of lines) {
    const [english = '', ...norwegian] = line.split(' ')
    const { key } = analyseWord(english, 'english')
    const keys = norwegian.map((word) => analyseWord(word, 'norwegian').key)
    translations.set(key, [...(translations.get(key) ?? []), ...keys])
  }
  return translations
}

function everydayKeys({ everydayWords }: Lexicon, analyseWord: WordAnalyser) {
  const keys = (list: ReadonlySet<string>, reading: Reading) =>
    new Set(Array.from(list, (word) => analyseWord(word, reading).key))
  return {
    norwegian: keys(everydayWords.norwegian, 'norwegian'),
    english: keys(everydayWords.english, 'english'),
  }
}

/** What is not English is read as Norwegian: a question is, and must find the names in a Sami or Swedish text. */
function readingOf(language: string): Reading {
  return language === 'en' ? 'english' : 'norwegian'
}

/** A question in English is also read as Norwegian: names, and the Norwegian words that people put in. */
function readingsOf(text: string, language: string, lexicon: Lexicon): readonly Reading[] {
  return language === 'en' || isEnglish(text, lexicon) ? ['english', 'norwegian'] : ['norwegian']
}

/** A question is too short to be told by anything but its small words. */
function isEnglish(text: string, { functionWords, englishFunctionWords }: Lexicon): boolean {
  const words = tokenise(text).map(({ surface }) => fold(surface))
  const english = words.filter((word) => englishFunctionWords.has(word) && !functionWords.has(word))
  const norwegian = words.filter((word) => functionWords.has(word) && !englishFunctionWords.has(word))
  return english.length > norwegian.length
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
