import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CONDITIONS } from '#src/modules/notices/contract.ts'
import { LANGUAGES } from '#src/platform/language.ts'

/** Raised with every change of the rules, their words or how they are read, so that stored assessments are made anew. */
export const INNOVATION_RULES_VERSION = 4

/** From this many points a condition is held to be met. */
export const MET = 5

const Words = z.record(z.enum(LANGUAGES), z.array(z.string().min(1)))
const Texts = z.record(z.enum(LANGUAGES), z.string().min(1))

/** A row that speaks for a condition, or for innovation in general, where one of its patterns is met in a sentence. */
const TextRule = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  condition: z.enum([...CONDITIONS, 'general']),
  weight: z.int().min(1).max(10),
  /** Only in notices of these form types; a text without a form may be one of them. */
  forms: z.array(z.string()).optional(),
  /** Only in texts whose path names one of these. */
  places: z.array(z.string()).optional(),
  reason: Texts,
  patterns: Words,
})
export type TextRule = z.infer<typeof TextRule>

/** A row that says when words do not mean what they seem to: it takes back what they said. */
const FalseFriend = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  cancels: z.array(z.enum([...CONDITIONS, 'general'])).min(1),
  /** `words`: what the pattern covers. `sentence`: the sentence it stands in. `earlier`: that and those just before. */
  scope: z.enum(['words', 'sentence', 'earlier']),
  /** Only in texts whose path names one of these. */
  places: z.array(z.string()).optional(),
  reason: Texts,
  patterns: Words,
  /** A sentence that must be taken back, for the page and the tests. */
  examples: z.array(z.strictObject({ language: z.enum(LANGUAGES), text: z.string() })).min(1),
})
export type FalseFriend = z.infer<typeof FalseFriend>

/** A row about a field of the notice instead of its words. */
const CodeRule = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  condition: z.enum([...CONDITIONS, 'general']),
  weight: z.int().min(0).max(10),
  field: z.enum(['procedureType', 'strategicProcurement', 'innovativeAcquisition', 'variants', 'cpv']),
  /** Codes; for `cpv` the first digits. */
  values: z.array(z.string().min(1)).min(1),
  reason: Texts,
})
export type CodeRule = z.infer<typeof CodeRule>

const RulesFile = z.strictObject({
  text: z.array(TextRule),
  falseFriends: z.array(FalseFriend),
  codes: z.array(CodeRule),
})

export type InnovationRules = z.infer<typeof RulesFile> & {
  /** Lists of words and phrases that patterns name in braces. */
  readonly words: Readonly<Record<string, z.infer<typeof Words>>>
}

let rules: InnovationRules | null = null

/** Every row, as it is shown on `/om-data/innovasjon`. */
export function innovationRules(): InnovationRules {
  rules ??= {
    ...RulesFile.parse(readShipped('rules.json')),
    words: z.record(z.string(), Words).parse(readShipped('words.json')),
  }
  return rules
}

function readShipped(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../../data/innovation/${file}`, import.meta.url), 'utf8'))
}
