import { z } from 'zod'
import { messagesIn } from '#src/messages/index.ts'
import { readerOf } from '#src/modules/identity/index.ts'
import type { Suggestion } from '#src/modules/search/contract.ts'
import type { Language } from '#src/platform/language.ts'
import type { Addresses } from './addresses.ts'
import { endpoint } from './endpoint.ts'
import { wholeNumber } from './parameters.ts'
import { COLLECTION } from './present-hits.ts'
import { type SuggestionKind, SuggestionsAnswer } from './suggest-answer.ts'

const LONGEST = 200

export const suggest = endpoint({
  id: 'suggest',
  path: '/suggest',
  tag: 'Search',
  summary: 'Suggestions for somebody who is typing',
  description:
    'Ways to go on from what has been typed so far: the last word finished, themes and municipalities that are called so, and titles that hold it. From two letters on; the fields of the site use it too.',
  query: {
    q: z
      .string()
      .trim()
      .max(LONGEST, `may be at most ${LONGEST} characters`)
      .default('')
      .describe('What has been typed.'),
    limit: wholeNumber({ from: 1, to: 20 }).default(9).describe('How many at most.'),
  },
  answer: SuggestionsAnswer,
  reply: async ({ program: { search }, actor, query: { q, limit }, lang, addresses }) => {
    const found = await search.suggest(q, { lang, limit, reader: readerOf(actor) })
    return { body: { query: q, suggestions: found.map((one) => present(one, { lang, addresses })) } }
  },
})

type Presenting = { readonly lang: Language; readonly addresses: Addresses }

function present(suggestion: Suggestion, { lang, addresses }: Presenting) {
  const kind: SuggestionKind = suggestion.kind === 'document' ? suggestion.type : suggestion.kind
  const label = messagesIn(lang).t(`search.suggest.kind.${kind}`)
  return { kind, label, text: suggestion.text, ...whereTo(suggestion, { lang, addresses }) }
}

function whereTo(suggestion: Suggestion, { lang, addresses }: Presenting) {
  switch (suggestion.kind) {
    case 'words':
      return { language: null, url: addresses.search(suggestion.text), self: null }
    case 'theme':
      return {
        language: lang,
        url: addresses.page('theme', suggestion.id),
        self: addresses.api('themes', suggestion.id),
      }
    case 'municipality':
      return {
        language: null,
        url: addresses.page('municipality', suggestion.id),
        self: addresses.api('municipalities', suggestion.id),
      }
    case 'document':
      return {
        language: suggestion.language,
        url: addresses.page(suggestion.type, suggestion.id),
        self: addresses.api(COLLECTION[suggestion.type], suggestion.id),
      }
  }
}
