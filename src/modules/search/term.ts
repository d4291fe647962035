import type { Question, QuestionPart } from './question.ts'
import type { StemOf } from './stems.ts'
import type { Word } from './word.ts'

/** A part of a question as the index knows it. */
export type Term = {
  /** The stems each of its words may have, whatever language a document is written in. */
  readonly words: readonly (readonly string[])[]
  /** A `tsquery` for exactly this. */
  readonly query: string
  /** A `tsquery` for all that begins so; only for the word that may still be being typed. */
  readonly prefixQuery: string | null
  readonly excluded: boolean
  readonly quoted: boolean
  /** Only of stop words, which a document need not hold. */
  readonly empty: boolean
  /** The words as they were typed. */
  readonly typed: readonly Word[]
}

export type QuestionStems = { readonly norwegian: StemOf; readonly english: StemOf }

const SHORTEST_PREFIX = 3

export function toTerms(question: Question, stems: QuestionStems): Term[] {
  const last = question.parts.length - 1
  return question.parts.map((part, place) => toTerm(part, stems, place === last))
}

function toTerm({ words, excluded, quoted }: QuestionPart, stems: QuestionStems, isLast: boolean): Term {
  const empty = words.every((word) => isStopWord(word, stems))
  const kept = words.map((word) => (!empty && isStopWord(word, stems) ? [] : stemsOf(word, stems)))
  const ending = words.at(-1)?.folded ?? ''
  const isPrefix = isLast && !excluded && !quoted && !empty && ending.length >= SHORTEST_PREFIX
  return {
    words: kept.filter((stemsOfWord) => stemsOfWord.length > 0),
    query: phraseQuery(kept),
    prefixQuery: isPrefix ? phraseQuery(kept.with(-1, [...(kept.at(-1) ?? []), ending]), ':*') : null,
    excluded,
    quoted,
    empty,
    typed: words,
  }
}

function isStopWord({ folded }: Word, { norwegian, english }: QuestionStems): boolean {
  return norwegian(folded) === null || english(folded) === null
}

function stemsOf({ folded }: Word, { norwegian, english }: QuestionStems): string[] {
  const stems = [norwegian(folded), english(folded), folded].filter((stem) => stem !== null)
  return [...new Set(stems)]
}

/** The words in a row; a stop word in between is a step without a lexeme. */
function phraseQuery(words: readonly (readonly string[])[], mark = ''): string {
  let [query, step] = ['', 1]
  words.forEach((stems, place) => {
    const ending = place === words.length - 1 ? mark : ''
    if (stems.length === 0) {
      step += 1
      return
    }
    const either = `(${stems.map((stem) => `'${stem}'${ending}`).join('|')})`
    query = query === '' ? either : `${query}<${step}>${either}`
    step = 1
  })
  return query
}
