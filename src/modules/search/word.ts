/** A word of a text: as it is written in small letters, as it is compared, and where it stands. */
export type Word = {
  readonly surface: string
  readonly folded: string
  readonly start: number
  readonly end: number
}

const LONGEST_WORD = 100
const WORD = /\d{3}[ \u00a0]\d{3}[ \u00a0]\d{3}(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ue000-\uf8ff]/g
/** Soft hyphens and zero-width marks stand inside words without being seen. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

/** The text without what PostgreSQL cannot hold and the eye cannot see. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(UNPRINTABLE, ' ').replace(INVISIBLE, '').normalize('NFC')
}

/** The words of a text that has been cleaned. Nine digits in threes are one word: an organisasjonsnummer. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const surface = match[0]
      .replace(/[ \u00a0]/g, '')
      .toLowerCase()
      .slice(0, LONGEST_WORD)
      .toWellFormed()
    words.push({ surface, folded: foldWord(surface), start: match.index, end: match.index + match[0].length })
  }
  return words
}

/** The whole text as it is compared, for questions that are exactly a name. */
export function foldText(text: string): string {
  return wordsOf(cleanText(text))
    .map((word) => word.folded)
    .join(' ')
}

const PLAIN = /^[a-z0-9æøå]*$/
const SWEDISH_AND_SAMI: Record<string, string> = { ä: 'æ', ö: 'ø', đ: 'd', ŋ: 'n', ŧ: 't', ß: 'ss' }

/**
 * Without accents: «idé» is «ide», «Kárášjohka» is «karasjohka», «Malmö» is «malmø».
 * The letters æ, ø and å are letters of their own and stay.
 */
function foldWord(word: string): string {
  if (PLAIN.test(word)) return word
  return word
    .replace(/[äöđŋŧß]/g, (letter) => SWEDISH_AND_SAMI[letter] ?? letter)
    .split('å')
    .map((piece) => piece.normalize('NFD').replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, ''))
    .join('å')
}
