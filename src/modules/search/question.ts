import { cleanText, type Word, wordsOf } from './word.ts'

/** What somebody asks for: words and phrases, some of them unwanted, and fields. */
export type Question = {
  /** The text the words' places refer to. */
  readonly text: string
  readonly parts: readonly QuestionPart[]
  readonly fields: readonly QuestionField[]
}

export type QuestionPart = {
  /** Where it stands, without quotes and minus. */
  readonly start: number
  readonly end: number
  /** More than one for a phrase: in quotes, or put together as in «e-helse». */
  readonly words: readonly Word[]
  readonly excluded: boolean
  /** Quoted: meant exactly so. */
  readonly quoted: boolean
}

/** `name:value`, also `name:"several words"`; whether it means anything is not known here. */
export type QuestionField = { readonly name: string; readonly value: string; readonly part: QuestionPart }

const LONGEST_QUESTION = 2000
const MOST_PARTS = 80
const PART = new RegExp(
  [
    // A field; what follows the colon of an address is none.
    '(?<!\\S)(?<name>\\p{L}{2,20}):(?!/)(?:["“”„«»](?<several>[^"“”„«»]+)["“”„«»]|(?<one>[^\\s"“”„«»]+))',
    '(?<minus>(?<!\\S)-)?(?:["“”„«»](?<quoted>[^"“”„«»]+)["“”„«»]|(?<bare>[^\\s"“”„«»]+))',
  ].join('|'),
  'gu',
)
const SPACED_NUMBER = /(?<!\S)(\d{3}) (\d{3}) (\d{3})(?!\S)/g

/**
 * Reads what was typed: `"a phrase"`, `-without`, `field:value`, everything else words. A quote that is not closed
 * is no quote.
 */
export function parseQuestion(typed: string): Question {
  const text = cleanText(typed.slice(0, LONGEST_QUESTION))
    .replace(/\s+/g, ' ')
    .replace(SPACED_NUMBER, '$1$2$3')
  const parts: QuestionPart[] = []
  const fields: QuestionField[] = []
  for (const match of text.matchAll(PART)) {
    const { name, several, one, minus, quoted, bare } = match.groups ?? {}
    const value = several ?? one
    const content = value ?? quoted ?? bare ?? ''
    const part = toPart(content, match.index + match[0].indexOf(content, name?.length ?? 0))
    if (part.words.length === 0) continue
    if (name !== undefined) fields.push({ name: name.toLowerCase(), value: content.trim(), part })
    else parts.push({ ...part, excluded: minus !== undefined, quoted: quoted !== undefined })
    if (parts.length + fields.length === MOST_PARTS) break
  }
  return { text, parts, fields }
}

function toPart(content: string, start: number): QuestionPart {
  const words = wordsOf(content).map((word) => ({
    ...word,
    start: start + word.start,
    end: start + word.end,
  }))
  return { start, end: start + content.length, words, excluded: false, quoted: false }
}

/** The text with some of its words written otherwise. */
export function replaceWords(text: string, replacements: ReadonlyMap<Word, string>): string {
  const ordered = [...replacements].sort(([one], [other]) => other.start - one.start)
  return ordered.reduce(
    (before, [word, other]) => before.slice(0, word.start) + other + before.slice(word.end),
    text,
  )
}
