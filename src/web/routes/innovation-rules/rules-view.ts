import type { InnovationRules } from '#src/modules/notices/index.ts'
import { LANGUAGES, type Language } from '#src/platform/language.ts'

type Patterns = readonly { readonly language: Language; readonly patterns: readonly string[] }[]

export type TextRuleView = {
  readonly id: string
  readonly condition: InnovationRules['text'][number]['condition']
  readonly weight: number
  readonly reason: string
  readonly onlyForms: boolean
  readonly onlyCriteria: boolean
  readonly patterns: Patterns
}

export type CodeRuleView = {
  readonly id: string
  readonly condition: InnovationRules['codes'][number]['condition']
  readonly weight: number
  readonly reason: string
  readonly codes: readonly string[]
}

export type FalseFriendView = {
  readonly id: string
  readonly reason: string
  readonly example: { readonly text: string; readonly language: Language } | null
  readonly patterns: Patterns
}

export type WordListView = { readonly name: string; readonly patterns: Patterns }

/** Every row of the rules, with its reason in the language of the reader. */
export function toRulesView({ text, codes, falseFriends, words }: InnovationRules, language: Language) {
  return {
    text: text.map(
      ({ id, condition, weight, reason, forms, places, patterns }): TextRuleView => ({
        id,
        condition,
        weight,
        reason: reason[language],
        onlyForms: forms !== undefined,
        onlyCriteria: places !== undefined,
        patterns: byLanguage(patterns),
      }),
    ),
    codes: codes.map(
      ({ id, condition, weight, reason, values }): CodeRuleView => ({
        id,
        condition,
        weight,
        reason: reason[language],
        codes: values,
      }),
    ),
    falseFriends: falseFriends.map(
      ({ id, reason, examples, patterns }): FalseFriendView => ({
        id,
        reason: reason[language],
        example: examples.find((one) => one.language === language) ?? examples[0] ?? null,
        patterns: byLanguage(patterns),
      }),
    ),
    words: Object.entries(words).map(
      ([name, lists]): WordListView => ({ name, patterns: byLanguage(lists) }),
    ),
  }
}

function byLanguage(patterns: Readonly<Record<Language, readonly string[]>>): Patterns {
  return LANGUAGES.map((language) => ({ language, patterns: patterns[language] }))
}
