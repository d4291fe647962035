import type { Condition } from '#src/modules/notices/contract.ts'
import { detectLanguage } from '#src/text/detect-language.ts'
import { type Line, type Met, readLines, rowsMet } from './read-lines.ts'
import { type RuleReader, readerOf } from './rule-reader.ts'
import { sentencesOf } from './sentences.ts'

/** A text of a notice, or one that somebody has pasted. */
export type Piece = {
  readonly text: string
  /** As the notice says it; null where nobody has said. */
  readonly language: string | null
  readonly lot: string | null
  /** Where it stands: `title`, `description`, `lots/LOT-0001/description`, … */
  readonly path: string
}

/** One row met in one sentence, or in a few that stand together. */
export type TextSignal = {
  readonly kind: string
  readonly condition: Condition | 'general'
  readonly weight: number
  readonly lot: string | null
  readonly path: string
  readonly text: string
}

const LONGEST_QUOTE = 600

/** Every signal in the pieces, in order; the same sentence in a hundred lots counts where it stands first. */
export function readSignals(pieces: readonly Piece[], formType: string | null): readonly TextSignal[] {
  const seen = new Set<string>()
  return pieces.flatMap((piece) => {
    const readers = readersFor(piece)
    const sentences = sentencesOf(readers.length > 0 ? piece.text : '')
    const fresh = sentences.map(({ text }) => {
      const isNew = !seen.has(text)
      seen.add(text)
      return isNew
    })
    if (!fresh.includes(true)) return []
    const where = { formType, path: piece.path }
    return readers.flatMap((reader) => {
      const lines = readLines(reader, sentences, where)
      return lines.flatMap((_, at) =>
        fresh[at] ? rowsMet(reader, lines, { at, where }).map((met) => toSignal(met, lines, piece)) : [],
      )
    })
  })
}

function toSignal({ row, from, to }: Met, lines: readonly Line[], { lot, path }: Piece): TextSignal {
  const { id, condition, weight } = row
  const text = lines
    .slice(from, to + 1)
    .map(({ sentence }) => sentence.text)
    .join(' ')
  return { kind: id, condition, weight, lot, path, text: text.slice(0, LONGEST_QUOTE) }
}

/** Whether the rules can read this text: Norwegian in both forms, and English. */
export function canReadText(piece: Pick<Piece, 'text' | 'language'>): boolean {
  return readersFor(piece).length > 0
}

function readersFor({ text, language }: Pick<Piece, 'text' | 'language'>): readonly RuleReader[] {
  if (language !== null && !/^(nb|nn|no|en)$/.test(language)) return []
  // Notices are often marked as Norwegian whatever they are written in.
  const written = detectLanguage(text) ?? language
  if (written === null) return [readerOf('no'), readerOf('en')]
  return [readerOf(written === 'en' ? 'en' : 'no')]
}
