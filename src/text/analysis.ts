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
