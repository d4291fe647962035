import { z } from 'zod'
import { SEARCH_TYPES } from '#src/modules/search/contract.ts'
import { named } from './components.ts'

/** What may be suggested: the question completed, a place to look, or one of the things that can be found. */
export const SUGGESTION_KINDS = ['words', 'theme', 'municipality', ...SEARCH_TYPES] as const
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number]

const SuggestionAnswer = named(
  'Suggestion',
  z.strictObject({
    kind: z.enum(SUGGESTION_KINDS).describe('`words`: the question completed. Else what `url` leads to.'),
    label: z.string().describe('The kind in words, in `lang`.'),
    text: z.string(),
    language: z.string().nullable().describe('Of the text, ISO 639-1; null for words and names of places.'),
    url: z.url().describe('The page for people: for `words` that of the search.'),
    self: z.url().nullable().describe('The record in this API; null for `words`.'),
  }),
)

export const SuggestionsAnswer = named(
  'Suggestions',
  z.strictObject({
    query: z.string().describe('What was typed, without spaces around it.'),
    suggestions: z.array(SuggestionAnswer).describe('Words first, then themes, municipalities, and titles.'),
  }),
)
