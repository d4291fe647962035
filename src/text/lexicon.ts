import { fold } from './fold.ts'
import type { ToldNeeds } from './needed-concepts.ts'

/**
 * What has been written down about words, by hand; `data/text` holds ours.
 *
 * Lists of words are strings with spaces between, so that a person can read and mend them.
 */
export type LexiconData = {
  /** Nouns in their dictionary form, by subject. They are the parts compounds are made of. */
  readonly nouns: Readonly<Record<string, string>>
  readonly adjectives: string
  /** Verbs in the infinitive. */
  readonly verbs: string
  /** Forms that are only the first part of a compound: `hoved`, `bruker`, `fler`. */
  readonly firstParts: string
  /** Words that look like compounds and are not: `transport`, `organisasjon`. */
  readonly wholes: string
  /** What is never the last part of a compound, though it may be a word: `sjon`, `ning`. */
  readonly fragments: string
  /** The dictionary form, then the forms no rule leads to it: `barn born`, `skrive skrev skrevet`. */
  readonly irregular: readonly string[]
  /** Words that say little by themselves. */
  readonly functionWords: { readonly norwegian: string; readonly english: string }
  /** Words people tell of any need with: what happens, and how. */
  readonly everydayWords: { readonly norwegian: string; readonly english: string }
}

/** Nynorsk and bokmål in dictionary form: `heim hjem`. The nynorsk word may be several: `løysing loysing løsning`. */
export type WrittenPairs = readonly string[]

/** All that is written down by hand: what the files of `data/text` are when laid together. */
export type TextData = LexiconData & {
  readonly pairs: WrittenPairs
  readonly englishWords: readonly string[]
  readonly needs: ToldNeeds
}

/** How often the words of a corpus were met, by stem and by form as written, see `learnLexicon`. */
export type LearntWords = {
  readonly stems: ReadonlyMap<string, number>
  readonly forms: ReadonlyMap<string, number>
}
export const NOTHING_LEARNT: LearntWords = { stems: new Map(), forms: new Map() }

/** The hand-made lexicon, folded, and what a corpus has taught. */
export type Lexicon = {
  readonly nouns: ReadonlySet<string>
  readonly adjectives: ReadonlySet<string>
  readonly verbs: ReadonlySet<string>
  readonly firstParts: ReadonlySet<string>
  readonly wholes: ReadonlySet<string>
  readonly fragments: ReadonlySet<string>
  /** Form → dictionary form. */
  readonly irregular: ReadonlyMap<string, string>
  readonly functionWords: ReadonlySet<string>
  readonly englishFunctionWords: ReadonlySet<string>
  readonly everydayWords: {
    readonly norwegian: ReadonlySet<string>
    readonly english: ReadonlySet<string>
  }
  readonly learnt: LearntWords
}

export function createLexicon(data: LexiconData, learnt: LearntWords = NOTHING_LEARNT): Lexicon {
  return {
    nouns: words(Object.values(data.nouns).join(' ')),
    adjectives: words(data.adjectives),
    verbs: words(data.verbs),
    firstParts: words(data.firstParts),
    wholes: words(data.wholes),
    fragments: words(data.fragments),
    irregular: new Map(data.irregular.flatMap(formsOf)),
    functionWords: words(data.functionWords.norwegian),
    englishFunctionWords: words(data.functionWords.english),
    everydayWords: {
      norwegian: words(data.everydayWords.norwegian),
      english: words(data.everydayWords.english),
    },
    learnt,
  }
}

function formsOf(line: string): readonly (readonly [string, string])[] {
  const [lemma, ...forms] = [...words(line)]
  return lemma === undefined ? [] : forms.map((form) => [form, lemma] as const)
}

/** The words of a list, folded. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean).map(fold))
}
