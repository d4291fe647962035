import { PUBLIC_READER, type Suggestion, type SuggestOptions } from './contract.ts'
import { strictPlan } from './plan.ts'
import { type Question, replaceWords } from './question.ts'
import { type ReadQuestion, readQuestion, type SearchContext } from './search-context.ts'
import { findTitles, holdsAny } from './titles-repository.ts'
import type { Word } from './word.ts'
import { wordsBeginning } from './words-repository.ts'

const SHORTEST = 2
/** Several forms of one word are one completion, so more words are asked for than are shown. */
const FORMS = 6

/** Ways to go on for somebody who is typing: first the word finished, then titles that hold what is typed. */
export async function suggestCompletions(
  context: SearchContext,
  typed: string,
  { lang, limit, reader = PUBLIC_READER }: SuggestOptions,
): Promise<readonly Suggestion[]> {
  const read = await readQuestion(context, typed)
  const last = lastWord(read.question)
  if (!last || last.folded.length < SHORTEST) return []
  const words = await completions(context, { read, last, limit: Math.ceil(limit / 2) })
  const { query } = strictPlan(read.terms, read.frequencies)
  if (query === null) return words
  const titles = await findTitles(context.db, { query, lang, reader, limit: limit - words.length })
  return [...words, ...titles.map((title): Suggestion => ({ kind: 'document', ...title }))]
}

/** The word that is being typed; none when a quote has been closed after it, or it is unwanted. */
function lastWord({ parts }: Question): Word | null {
  const part = parts.at(-1)
  return part && !part.excluded && !part.quoted ? (part.words.at(-1) ?? null) : null
}

type Unfinished = { readonly read: ReadQuestion; readonly last: Word; readonly limit: number }

async function completions(context: SearchContext, { read, last, limit }: Unfinished): Promise<Suggestion[]> {
  const known = await wordsBeginning(context.db, last.folded, limit * FORMS)
  const stemOf = await context.stems(
    context.db,
    'norwegian',
    known.map((word) => word.folded),
  )
  const words = [...Map.groupBy(known, (word) => stemOf(word.folded)).values()].flatMap(
    ([usual]) => usual ?? [],
  )
  const suggestions: Suggestion[] = []
  for (const { word } of words) {
    if (suggestions.length === limit) break
    const text = replaceWords(read.question.text.trim(), new Map([[last, word]]))
    if (read.terms.length === 1 || (await givesHits(context, text))) suggestions.push({ kind: 'words', text })
  }
  return suggestions
}

async function givesHits(context: SearchContext, typed: string): Promise<boolean> {
  const { terms, frequencies } = await readQuestion(context, typed)
  return holdsAny(context.db, strictPlan(terms, frequencies).query ?? '')
}
