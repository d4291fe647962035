import type { AnalysedWord, Reading, WordAnalyser } from './analyse-word.ts'
import { tokenise } from './tokenise.ts'

/** A word of a text with all it is found by; the offsets of its parts count from `start`. */
export type Word = AnalysedWord & {
  readonly surface: string
  readonly position: number
  readonly start: number
  readonly end: number
}

/** The words of a text, analysed, those that leave out what the next one has completed. */
export function readText(text: string, reading: Reading, analyseWord: WordAnalyser): readonly Word[] {
  const words = tokenise(text).map(({ surface, start, end }, position) => ({
    ...analyseWord(surface, reading),
    surface,
    position,
    start,
    end,
  }))
  if (reading !== 'norwegian' || !LEAVES_OUT.test(text)) return words
  return words.map((word, at) => {
    const whole = leavesOut(text, word) ? nextCompound(text, words, at + 1) : null
    return whole ? complete(word, whole, analyseWord) : word
  })
}

const LEAVES_OUT = /[\p{L}][-\u2010\u2011](?=[\s,/])/u

function leavesOut(text: string, word: Word): boolean {
  return LEAVES_OUT.test(text.slice(word.end - 1, word.end + 2))
}

/** The compound a list ends in: `drifts-, vedlikeholds- og utviklingsavtale`. */
function nextCompound(text: string, words: readonly Word[], from: number): Word | null {
  for (const word of words.slice(from, from + 6)) {
    if (leavesOut(text, word) || CONJUNCTION.test(word.surface)) continue
    return word.parts.length > 1 ? word : null
  }
  return null
}

const CONJUNCTION = /^(?:og|eller|samt|and|or)$/iu

/** `samfunns-` of «samfunns- og byutvikling» as the word it stands for, which reaches to the end of the other. */
function complete(word: Word, whole: Word, analyseWord: WordAnalyser): Word {
  const head = whole.parts.at(-1)
  if (!head) return word
  const { key, family } = analyseWord(word.surface + whole.surface.slice(head.start, head.end), 'norwegian')
  const distance = whole.start - word.start
  const own = { key: word.key, start: 0, end: word.surface.length }
  return {
    ...word,
    key,
    family,
    parts: [own, { ...head, start: head.start + distance, end: head.end + distance }],
    surface: word.surface,
    end: whole.end,
    isFunctionWord: false,
  }
}
