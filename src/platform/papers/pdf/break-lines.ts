import type { Run } from '#src/platform/papers/paper.ts'
import { type Face, INK } from './sheet.ts'

/** What breaking lines needs to know of the fonts. */
export type Measure = {
  readonly widthOf: (text: string, face: Pick<Face, 'font' | 'size'>) => number
  readonly canDraw: (cluster: string, font: Face['font']) => boolean
}

/** A stretch of a line in one face. */
export type Piece = {
  readonly text: string
  readonly face: Face
  readonly width: number
  /** The run it is a part of, so that the two halves of a link know each other. */
  readonly run: Run
  /** What stands here, where the font has no sign for it and `text` only shows that something does. */
  readonly actual?: string
}
export type Line = {
  readonly pieces: readonly Piece[]
  /** Without the blank at its end. */
  readonly width: number
}

const NO_SIGN = '□'
/** After a blank, a slash in a word, or a hyphen or dash between letters; nowhere does a hyphen of ours come in. */
const OPPORTUNITY = /(?<=[ \u200b])(?=[^ ])|(?<=[\p{L}\p{N}][/\\])(?=[\p{L}\p{N}])|(?<=\p{L}[-‐–—])(?=\p{L})/u
const INVISIBLE = /\u200b|\u200c|\u200d|\ufe0e|\ufe0f/g
const clusters = new Intl.Segmenter('nb', { granularity: 'grapheme' })

/** Runs as lines of at most `width`: as many whole words as there is room for; only a word wider than a line is cut. */
export function breakLines(
  runs: readonly Run[],
  { face, width, measure }: { face: Face; width: number; measure: Measure },
): readonly Line[] {
  const lines: Line[] = []
  for (const row of rowsOf(runs)) {
    let line: Piece[] = []
    let used = 0
    for (const word of wordsOf(row, face, measure)) {
      for (const part of fitting(word, width, measure)) {
        if (line.length > 0 && used + visibleWidth(part, measure) > width) {
          lines.push(toLine(line, measure))
          line = []
          used = 0
        }
        line.push(...part)
        used += widthOf(part)
      }
    }
    lines.push(toLine(line, measure))
  }
  return lines
}

/** What stands between line ends, of which a run may have several. */
function rowsOf(runs: readonly Run[]): readonly (readonly { text: string; run: Run }[])[] {
  const rows: { text: string; run: Run }[][] = [[]]
  for (const run of runs) {
    for (const [at, text] of run.text.split('\n').entries()) {
      if (at > 0) rows.push([])
      if (text !== '') rows.at(-1)?.push({ text, run })
    }
  }
  return rows
}

type Word = readonly Piece[]

/** Between the words a line may end; a word can go on from one run to the next. */
function* wordsOf(row: readonly { text: string; run: Run }[], face: Face, measure: Measure): Generator<Word> {
  let word: Piece[] = []
  for (const [at, { text, run }] of row.entries()) {
    const parts = text.split(OPPORTUNITY)
    for (const [part, token] of parts.entries()) {
      word.push(...piecesOf(token, { run, face: faceOf(run, face) }, measure))
      const isLast = part === parts.length - 1
      if (isLast && !/[ \u200b]$/.test(token) && at < row.length - 1) continue
      yield word
      word = []
    }
  }
  if (word.length > 0) yield word
}

function faceOf({ as, link }: Run, face: Face): Face {
  return { ...face, ...(as && { font: as }), ...(link && { color: INK.link }) }
}

/** A sign as a reader sees it: what is drawn, and what stands there when that is only a stand-in. */
type Sign = { readonly drawn: string; readonly actual: string | null }

/** Neighbours of one kind are one piece, so that the font can set them together. */
function piecesOf(token: string, of: Pick<Piece, 'run' | 'face'>, measure: Measure): readonly Piece[] {
  const plain = token.replace(INVISIBLE, '')
  if (measure.canDraw(plain, of.face.font)) return [toPiece({ drawn: plain, actual: null }, of, measure)]
  const signs = [...clusters.segment(token)].map(({ segment }) => toSign(segment, of.face, measure))
  return joined(signs).map((sign) => toPiece(sign, of, measure))
}

function toSign(cluster: string, face: Face, measure: Measure): Sign {
  const visible = cluster.replace(INVISIBLE, '')
  return measure.canDraw(visible, face.font)
    ? { drawn: visible, actual: null }
    : { drawn: NO_SIGN, actual: cluster }
}

function joined(signs: readonly Sign[]): readonly Sign[] {
  const all: Sign[] = []
  for (const sign of signs) {
    const last = all.at(-1)
    if (last && (last.actual === null) === (sign.actual === null)) all[all.length - 1] = join(last, sign)
    else all.push(sign)
  }
  return all
}

function join(one: Sign, other: Sign): Sign {
  return {
    drawn: one.drawn + other.drawn,
    actual: one.actual === null ? null : one.actual + (other.actual ?? ''),
  }
}

function toPiece(
  { drawn, actual }: Sign,
  { run, face }: Pick<Piece, 'run' | 'face'>,
  measure: Measure,
): Piece {
  const width = drawn === '' ? 0 : measure.widthOf(drawn, face)
  return { text: drawn, face, run, width, ...(actual !== null && { actual }) }
}

/** The word as it is, or in parts that each fill a line when it is wider than one. */
function fitting(word: Word, width: number, measure: Measure): readonly Word[] {
  if (visibleWidth(word, measure) <= width) return [word]
  const parts: Piece[][] = []
  let signs: Sign[] = []
  let used = 0
  for (const piece of word) {
    const flush = () => {
      if (signs.length > 0) parts.at(-1)?.push(...joined(signs).map((sign) => toPiece(sign, piece, measure)))
      signs = []
    }
    for (const sign of signsOf(piece)) {
      const wide = measure.widthOf(sign.drawn, piece.face)
      if (parts.length === 0 || (used > 0 && used + wide > width)) {
        flush()
        parts.push([])
        used = 0
      }
      signs.push(sign)
      used += wide
    }
    flush()
  }
  return parts
}

function signsOf({ text, actual }: Piece): readonly Sign[] {
  const segments = [...clusters.segment(actual ?? text)].map(({ segment }) => segment)
  return segments.map((segment) =>
    actual === undefined ? { drawn: segment, actual: null } : { drawn: NO_SIGN, actual: segment },
  )
}

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { width }) => sum + width, 0)
}

function visibleWidth(pieces: readonly Piece[], measure: Measure): number {
  const last = pieces.at(-1)
  if (!last?.text.endsWith(' ')) return widthOf(pieces)
  return widthOf(pieces.slice(0, -1)) + measure.widthOf(last.text.trimEnd(), last.face)
}

function toLine(pieces: readonly Piece[], measure: Measure): Line {
  const merged: Piece[] = []
  for (const piece of pieces) {
    const last = merged.at(-1)
    const continues =
      last && last.run === piece.run && last.actual === undefined && piece.actual === undefined
    if (continues) {
      merged[merged.length - 1] = { ...last, text: last.text + piece.text, width: last.width + piece.width }
    } else merged.push(piece)
  }
  return { pieces: merged, width: visibleWidth(pieces, measure) }
}
