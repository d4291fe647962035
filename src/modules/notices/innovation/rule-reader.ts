import { createMatcher, type Matcher } from './matcher.ts'
import { type Pattern, readPattern } from './pattern.ts'
import { type FalseFriend, type InnovationRules, innovationRules, type TextRule } from './rule.ts'

type Compiled<Row> = { readonly row: Row; readonly patterns: readonly Pattern[] }

/** The rows made ready for texts in one language. */
export type RuleReader = {
  readonly matcher: Matcher
  readonly rules: readonly Compiled<TextRule>[]
  readonly falseFriends: readonly Compiled<FalseFriend>[]
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
  const compile = <Row extends TextRule | FalseFriend>(row: Row): Compiled<Row> => ({
    row,
    patterns: [...new Set(forms.flatMap((form) => row.patterns[form]))].map((one) => readPattern(one, lists)),
  })
  const rules = text.map(compile)
  const friends = falseFriends.map(compile)
  const matcher = createMatcher([...rules, ...friends].flatMap(({ patterns }) => patterns))
  return { rules, falseFriends: friends, matcher }
}
