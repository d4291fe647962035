import type { Condition } from '#src/modules/notices/contract.ts'
import { detectLanguage } from '#src/text/detect-language.ts'
import type { Span } from './matcher.ts'
import type { Pattern, Sequence } from './pattern.ts'
import type { FalseFriend, TextRule } from './rule.ts'
import { type RuleReader, readerOf } from './rule-reader.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

/** A text of a notice, or one that somebody has pasted. */
export type Piece = {
  readonly text: string
  /** As the notice says it; null where nobody has said. */
  readonly language: string | null
  readonly lot: string | null
  /** Where it stands: `title`, `description`, `lots/LOT-0001/description`, … */
  readonly path: string
}

/** One row met in one sentence. */
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
    const { lot, path } = piece
    return sentencesOf(readers.length > 0 ? piece.text : '').flatMap((sentence) => {
      if (seen.has(sentence.text)) return []
      seen.add(sentence.text)
      const text = sentence.text.slice(0, LONGEST_QUOTE)
      return readers
        .flatMap((reader) => rulesMet(reader, sentence, { formType, path }))
        .map(({ id, condition, weight }) => ({ kind: id, condition, weight, lot, path, text }))
    })
  })
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

type Found = ReadonlyMap<Sequence, readonly Span[]>

type Where = { readonly formType: string | null; readonly path: string }

function belongs(row: TextRule, { formType, path }: Where): boolean {
  if (row.forms && formType !== null && !row.forms.includes(formType)) return false
  return standsIn(row, path)
}

function standsIn({ places }: TextRule | FalseFriend, path: string): boolean {
  return !places || places.some((place) => path.includes(place))
}

/** The rows that are met in one sentence, those left out that a false friend takes back. */
export function rulesMet(reader: RuleReader, sentence: Sentence, where: Where): TextRule[] {
  const found = reader.matcher.find(sentence.words)
  if (found.size === 0) return []
  const taken = reader.falseFriends
    .filter(({ row }) => standsIn(row, where.path))
    .flatMap(({ row, patterns }) => patterns.flatMap((pattern) => takenBack(row, pattern, found)))
  return reader.rules
    .filter(({ row }) => belongs(row, where))
    .filter(({ row, patterns }) => {
      const against = taken.filter(({ conditions }) => conditions.includes(row.condition))
      return patterns.some((pattern) =>
        pattern.every((sequence) =>
          found.get(sequence)?.some((span) => !against.some((one) => overlaps(one.span, span))),
        ),
      )
    })
    .map(({ row }) => row)
}

type Taken = { readonly conditions: readonly string[]; readonly span: Span }

const WHOLE: Span = { start: 0, end: Number.POSITIVE_INFINITY }

function takenBack(row: FalseFriend, pattern: Pattern, found: Found): Taken[] {
  if (!pattern.every((sequence) => found.has(sequence))) return []
  if (row.scope === 'sentence') return [{ conditions: row.cancels, span: WHOLE }]
  return pattern.flatMap((sequence) =>
    (found.get(sequence) ?? []).map((span) => ({ conditions: row.cancels, span })),
  )
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
