import { createDictionary } from './dictionary.ts'
import { fold, foldWithOffsets } from './fold.ts'
import type { Lexicon, WrittenPairs } from './lexicon.ts'
import { isNumber, readNumber } from './number-word.ts'
import { toBokmal } from './nynorsk.ts'
import { splitCompound } from './split-compound.ts'
import { stemEnglish } from './stem-english.ts'
import { lemmaKey, stemNorwegian } from './stem-norwegian.ts'
import { piecesOf } from './tokenise.ts'
import { familyOf } from './word-family.ts'

/** A part of a word, with its offsets in the word as it is written. */
export type WordPart = { readonly key: string; readonly start: number; readonly end: number }

/** All that a word is found by. */
export type AnalysedWord = {
  readonly key: string
  /** The parts of a compound or hyphenated word, in order; none for a simple word. */
  readonly parts: readonly WordPart[]
  readonly family: string | null
  /** Whether it says little by itself. */
  readonly isFunctionWord: boolean
}

/** Which rules a word is read by. */
export type Reading = 'norwegian' | 'english'

/** Each part can be turned off, to measure what it adds; a program uses all. */
export type AnalysisParts = {
  readonly dictionary: boolean
  readonly nynorsk: boolean
  readonly compounds: boolean
  readonly families: boolean
}
export const ALL_PARTS: AnalysisParts = { dictionary: true, nynorsk: true, compounds: true, families: true }

export type WordAnalyser = (surface: string, reading: Reading) => AnalysedWord

/** What is longer than this is no word, but a key or a picture in letters: only its beginning is kept. */
const LONGEST_WORD = 120
const REMEMBERED = 200_000
const LONGEST_ACRONYM = 4

/** How one word is analysed; what has been analysed is remembered, since most words of a text are old friends. */
export function createWordAnalyser(
  { lexicon, pairs }: { lexicon: Lexicon; pairs: WrittenPairs },
  parts: AnalysisParts = ALL_PARTS,
): WordAnalyser {
  const analyse = {
    norwegian: createNorwegianAnalyser({ lexicon, pairs }, parts),
    english: (surface: string) =>
      readWord(surface, (piece) => simple(stemEnglish(piece)), lexicon.englishFunctionWords),
  }
  const remembered = { norwegian: new Map<string, AnalysedWord>(), english: new Map<string, AnalysedWord>() }
  return (surface, reading) => {
    const known = remembered[reading].get(surface)
    if (known) return known
    if (surface.length > LONGEST_WORD) return tooLong(surface)
    // A copy: a slice of a text keeps the whole text in memory as long as the slice is remembered.
    const word = [...surface].join('')
    const analysed = isNumber(word) ? readNumber(word) : analyse[reading](word)
    if (remembered[reading].size >= REMEMBERED) remembered[reading].clear()
    remembered[reading].set(word, analysed)
    return analysed
  }
}

function tooLong(surface: string): AnalysedWord {
  return { key: fold(surface.slice(0, LONGEST_WORD)), parts: [], family: null, isFunctionWord: false }
}

function createNorwegianAnalyser(
  { lexicon, pairs }: { lexicon: Lexicon; pairs: WrittenPairs },
  parts: AnalysisParts,
): (surface: string) => AnalysedWord {
  const dictionary = createDictionary(lexicon, parts.nynorsk ? pairs : [])

  function lookUp(piece: string): string | null {
    const exact = dictionary.exact(piece)
    if (exact !== null) return exact
    return lexicon.functionWords.has(piece) ? dictionary.bokmal(lemmaKey(piece)) : dictionary.inflected(piece)
  }

  function readPiece(written: string): Piece {
    const piece = parts.nynorsk ? likeBokmal(written) : written
    const known = parts.dictionary ? (dictionary.exact(written) ?? lookUp(piece)) : null
    if (known !== null) return simple(known)
    const split = parts.compounds ? splitCompound({ lexicon, dictionary }, piece) : null
    if (split) return { key: split.map(({ key }) => key).join(''), parts: split }
    const stem = stemNorwegian(piece)
    return simple(parts.nynorsk ? toBokmal(stem, dictionary) : stem)
  }

  return (surface) => {
    const folded = fold(surface)
    // `VAR` and `SI` are no verbs, whatever small letters would make of them.
    if (isAcronym(surface) && (lexicon.functionWords.has(folded) || lexicon.irregular.has(folded))) {
      return { key: stemNorwegian(folded), parts: [], family: null, isFunctionWord: false }
    }
    const word = readWord(surface, readPiece, lexicon.functionWords)
    return parts.families ? { ...word, family: familyOf(word.parts.at(-1)?.key ?? word.key) } : word
  }
}

/** `farlege` is no doctor for fathers: nynorsk adjectives in -leg end as those in -lig do. */
function likeBokmal(piece: string): string {
  return DOCTOR.test(piece) ? piece : piece.replace(/(?<=.{3})leg(?=(?:e|are|as?te?|t)?$)/, 'lig')
}
const DOCTOR =
  /(?:^|over|under|fast|tann|barne|dyre|stabs|turnus|kommune|skole|skule|bedrifts|distrikts|assistent|allmenn|sykehjems|sjukeheims|privat|vakt|spesialist)leg/

function isAcronym(surface: string): boolean {
  return surface.length <= LONGEST_ACRONYM && /^\p{Lu}{2,}$/u.test(surface)
}

/** A word by its pieces between hyphens: `e-helse` is one word, written with or without the hyphen. */
function readWord(
  surface: string,
  read: (piece: string) => Piece,
  functionWords: ReadonlySet<string>,
): AnalysedWord {
  const pieces = piecesOf(surface).map((piece) => placePiece(piece, read))
  const key = pieces.map((piece) => piece.key).join('') || fold(surface)
  return {
    key,
    parts: pieces.length === 1 ? (pieces[0]?.parts ?? []) : pieces.flatMap(partsOrItself),
    family: null,
    isFunctionWord: functionWords.has(fold(surface)),
  }
}

/** A piece between hyphens, read; offsets are those of its folded text. */
type Piece = { readonly key: string; readonly parts: readonly WordPart[] }
type PlacedPiece = Piece & { readonly start: number; readonly end: number }

function simple(key: string): Piece {
  return { key, parts: [] }
}

function placePiece(
  { surface, start, end }: { surface: string; start: number; end: number },
  read: (piece: string) => Piece,
): PlacedPiece {
  const folded = foldWithOffsets(surface)
  const { key, parts } = readBetweenTwoAs(surface, read) ?? read(folded.text)
  const offset = (at: number) => start + (folded.at[at] ?? surface.length)
  return {
    key,
    parts: parts.map((part) => ({ key: part.key, start: offset(part.start), end: offset(part.end) })),
    start,
    end,
  }
}

/** Two a's are an å, but for where one word ends and the next begins: `klima|avtrykk`. */
function readBetweenTwoAs(surface: string, read: (piece: string) => Piece): Piece | null {
  const small = surface.toLowerCase()
  if (!small.includes('aa') || !/^[a-zæøå]+$/.test(small)) return null
  const apart = read(small)
  return apart.parts.some(({ end }) => small.slice(end - 1, end + 1) === 'aa') ? apart : null
}

function partsOrItself({ key, parts, start, end }: PlacedPiece): readonly WordPart[] {
  return parts.length > 0 ? parts : [{ key, start, end }]
}
