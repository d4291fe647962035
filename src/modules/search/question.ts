import { cleanText, type Word, wordsOf } from './word.ts'

/** What somebody asks for: words and phrases, some of them unwanted. */
export type Question = {
  /** The text the words' places refer to. */
  readonly text: string
  readonly parts: readonly QuestionPart[]
}

export type QuestionPart = {
  /** More than one for a phrase: in quotes, or put together as in «e-helse». */
  readonly words: readonly Word[]
  readonly excluded: boolean
  /** Quoted: meant exactly so. */
  readonly quoted: boolean
}

const LONGEST_QUESTION = 2000
const MOST_PARTS = 80
const PART = /((?<!\S)-)?(?:["“”„«»]([^"“”„«»]+)["“”„«»]|([^\s"“”„«»]+))/gu
const SPACED_NUMBER = /(?<!\S)(\d{3}) (\d{3}) (\d{3})(?!\S)/g

/** Reads what was typed: `"a phrase"`, `-without`, everything else words. A quote that is not closed is no quote. */
export function parseQuestion(typed: string): Question {
  const text = cleanText(typed.slice(0, LONGEST_QUESTION))
    .replace(/\s+/g, ' ')
    .replace(SPACED_NUMBER, '$1$2$3')
  const parts: QuestionPart[] = []
  for (const match of text.matchAll(PART)) {
    const [whole, minus, quoted, bare] = match
    const content = quoted ?? bare ?? ''
    const from = match.index + whole.indexOf(content)
    const words = wordsOf(content).map((word) => ({
      ...word,
      start: from + word.start,
      end: from + word.end,
    }))
    if (words.length > 0) parts.push({ words, excluded: minus !== undefined, quoted: quoted !== undefined })
    if (parts.length === MOST_PARTS) break
  }
  return { text, parts }
}

/** The text with some of its words written otherwise. */
export function replaceWords(text: string, replacements: ReadonlyMap<Word, string>): string {
  const ordered = [...replacements].sort(([one], [other]) => other.start - one.start)
  return ordered.reduce(
    (before, [word, other]) => before.slice(0, word.start) + other + before.slice(word.end),
    text,
  )
}
