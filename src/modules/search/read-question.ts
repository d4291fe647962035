import {
  completeWord,
  correctWord,
  frequencyOf,
  type Question,
  type SearchIndex,
  type Typing,
} from '#src/search-index/index.ts'
import type { QueryTerm } from '#src/text/index.ts'
import type { Analysis } from './analysis.ts'
import { correctCompound } from './correct-compound.ts'
import { type QuestionPart, replaceWords, type Question as Typed } from './question.ts'
import { isToldAtLength, weighNeed } from './told-need.ts'
import type { Word } from './word.ts'

/** A question as the index is asked it. */
export type ReadQuestion = {
  readonly asked: Question
  /** The same without what was corrected; null when nothing was. */
  readonly literal: Question | null
  /** The text with what was probably meant; null when it may well be meant as it is. */
  readonly corrected: string | null
  /** Nothing but words that say little: only titles are looked in. */
  readonly isOfFunctionWords: boolean
  /** A need is described rather than named: the best answer need not hold all of the words. */
  readonly isDescribed: boolean
  /** Something was typed, but no words. */
  readonly isUnreadable: boolean
}

type Reading = { readonly analysis: Analysis; readonly index: SearchIndex; readonly lang: string }

const SHORTEST_PREFIX = 3
/** So many words describe a need; with small words between them, as in a sentence, fewer do. */
const DESCRIBED = { words: 3, wordsInSentence: 2 }
const MOST_CORRECTIONS = 3
/** What a word is worth that was probably meant, beside the one that was written. */
const CORRECTED = 0.9

/** Reads the words of a question; `asWords` are fields that mean nothing. */
export function readQuestion(reading: Reading, typed: Typed, asWords: readonly QuestionPart[]): ReadQuestion {
  const { analysis, lang } = reading
  const query = (text: string) => analysis.analyser.query(text, lang)
  const free = [...typed.parts.filter((part) => !part.excluded && !part.quoted), ...asWords]
  const all = query(onlyThese(typed.text, free))
  const said = all.filter(({ source }) => !analysis.isFunctionWord(source))
  const quoted = typed.parts.filter((part) => part.quoted && !part.excluded)
  const isOfFunctionWords = said.length === 0 && all.length > 0 && quoted.length === 0
  const isNeed = isToldAtLength(said)
  const words = isOfFunctionWords ? all : isNeed ? weighNeed(said) : said
  // What the need seems to be about, beside what it says.
  const about = isNeed ? analysis.readNeed(words) : []
  // Meant as they stand, in whatever language a document is written.
  const exactly = ({ start, end }: QuestionPart) =>
    analysis.analyser.query(typed.text.slice(start, end), 'en')
  const phrases = quoted.map(exactly)
  const excluded = typed.parts.filter((part) => part.excluded).map(exactly)
  const typing = isOfFunctionWords ? null : typingOf(reading, typed, said)
  const corrections = correctionsOf(reading, { typed, free, typing: typing?.prefix ?? null })
  const literal = { words, phrases, excluded, typing }
  const isCorrected = corrections.size > 0
  return {
    asked: { ...literal, words: [...words, ...about, ...alternatives(words, corrections, query)] },
    literal: isCorrected ? literal : null,
    corrected: isCorrected ? replaceWords(typed.text.trim(), corrections) : null,
    isOfFunctionWords,
    isDescribed: typed.text.includes('?') || isDescribed(said, all),
    isUnreadable:
      typed.text.trim() !== '' &&
      typed.parts.length === 0 &&
      asWords.length === 0 &&
      typed.fields.length === 0,
  }
}

function isDescribed(said: readonly QueryTerm[], all: readonly QueryTerm[]): boolean {
  const words = new Set(said.map(({ group }) => group)).size
  return words >= (said.length < all.length ? DESCRIBED.wordsInSentence : DESCRIBED.words)
}

/** The text with everything else blank, so that places in it are places in the whole. */
function onlyThese(text: string, parts: readonly QuestionPart[]): string {
  let kept = ' '.repeat(text.length)
  for (const { start, end } of parts) kept = kept.slice(0, start) + text.slice(start, end) + kept.slice(end)
  return kept
}

/** The last word while it is no word yet, but the beginning of one. */
function typingOf({ index }: Reading, typed: Typed, words: readonly QueryTerm[]): Typing | null {
  const last = typed.parts.at(-1)
  if (!last || last.excluded || last.quoted || last.end !== typed.text.trimEnd().length) return null
  const group = Math.max(...words.map((term) => term.group))
  const own = words.filter((term) => term.group === group)
  const prefix = own[0]?.source.toLowerCase() ?? ''
  if (prefix.length < SHORTEST_PREFIX || isKnown(index, own)) return null
  return completeWord(index, prefix, 1).length > 0 ? { prefix, group } : null
}

/** Whether a document has the word, in whatever form, or the thing by another name. */
function isKnown(index: SearchIndex, own: readonly QueryTerm[]): boolean {
  return own.some(({ kind, term }) => (kind === 'word' || kind === 'concept') && frequencyOf(index, term) > 0)
}

type Correcting = {
  readonly typed: Typed
  readonly free: readonly QuestionPart[]
  readonly typing: string | null
}

function correctionsOf(
  { index, analysis, lang }: Reading,
  { typed, free, typing }: Correcting,
): ReadonlyMap<Word, string> {
  const corrections = new Map<Word, string>()
  const last = typed.parts.at(-1)?.words.at(-1)
  for (const word of free.flatMap((part) => part.words)) {
    if (corrections.size === MOST_CORRECTIONS) break
    if (/\d/.test(word.folded) || (word === last && typing !== null)) continue
    if (isKnown(index, analysis.analyser.query(word.surface, lang))) continue
    const better =
      correctWord(index, word.surface)?.word ?? correctCompound(index, analysis.analyser, word.surface)
    if (better) corrections.set(word, better)
  }
  return corrections
}

/** Each corrected word in the group of the one that was written. */
function alternatives(
  words: readonly QueryTerm[],
  corrections: ReadonlyMap<Word, string>,
  query: (text: string) => readonly QueryTerm[],
): QueryTerm[] {
  return [...corrections].flatMap(([word, better]) => {
    const written = words.find(
      (term) => term.start <= word.start && word.end <= term.end && term.kind === 'word',
    )
    if (!written) return []
    const { group, source, position } = written
    return query(better).map((term) => ({
      ...term,
      group,
      source,
      position,
      weight: term.weight * CORRECTED,
    }))
  })
}
