import { createMatcher, type Matcher } from './matcher.ts'
import { type Pattern, patternReader, type Sequence } from './pattern.ts'
import { type FalseFriend, type InnovationRules, innovationRules, type TextRule } from './rule.ts'

type Compiled<Row> = { readonly row: Row; readonly pattern: Pattern }

/** The patterns of many rows, by the sequence each begins with: what is not begun cannot be met. */
export type Looked<Row> = { readonly byBeginning: ReadonlyMap<Sequence, readonly Compiled<Row>[]> }

/** The rows made ready for texts in one language. */
export type RuleReader = {
  readonly matcher: Matcher
  readonly rules: Looked<TextRule>
  readonly falseFriends: Looked<FalseFriend>
}

type ReadLanguage = 'no' | 'en'

const ready = new Map<ReadLanguage, RuleReader>()

export function readerOf(language: ReadLanguage): RuleReader {
  const before = ready.get(language)
  if (before) return before
  const reader = createReader(innovationRules(), language)
  ready.set(language, reader)
  return reader
}

/** A Norwegian text is read with the words of both forms: writers mix them, and so do buyers' templates. */
export function createReader(
  { text, falseFriends, words }: Pick<InnovationRules, 'text' | 'falseFriends' | 'words'>,
  language: ReadLanguage,
): RuleReader {
  const forms = language === 'no' ? (['nb', 'nn'] as const) : (['en'] as const)
  const lists = (name: string) => {
    const list = words[name]
    if (!list) throw new Error(`No list of words is called «${name}»`)
    return [...new Set(forms.flatMap((form) => list[form]))]
  }
  const read = patternReader(lists)
  const compile = <Row extends TextRule | FalseFriend>(row: Row): Compiled<Row>[] =>
    [...new Set(forms.flatMap((form) => row.patterns[form]))].map((one) => ({
      row,
      pattern: read(one),
    }))
  const rules = text.flatMap(compile)
  const friends = falseFriends.flatMap(compile)
  const matcher = createMatcher([...rules, ...friends].flatMap(({ pattern }) => pattern.flat()))
  return { matcher, rules: look(rules), falseFriends: look(friends) }
}

function look<Row>(compiled: readonly Compiled<Row>[]): Looked<Row> {
  const byBeginning = new Map<Sequence, Compiled<Row>[]>()
  for (const one of compiled) {
    const [beginning] = one.pattern[0] ?? []
    if (beginning) byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), one])
  }
  return { byBeginning }
}
