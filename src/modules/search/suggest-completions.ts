import { completeWord, type Reader, searchIndex } from '#src/search-index/index.ts'
import { keysOf } from './audience.ts'
import { PUBLIC_READER, type Suggestion, type SuggestOptions } from './contract.ts'
import { readTexts } from './documents-repository.ts'
import { SUGGESTIBLE } from './index-schema.ts'
import { parseQuestion, type Question, replaceWords } from './question.ts'
import { readQuestion } from './read-question.ts'
import type { SearchContext } from './search-context.ts'
import type { Word } from './word.ts'

const SHORTEST = 2

/** Ways to go on for somebody who is typing: the word finished, places to look, titles that hold what is typed. */
export async function suggestCompletions(
  context: SearchContext,
  typed: string,
  { lang, limit, reader = PUBLIC_READER }: SuggestOptions,
): Promise<readonly Suggestion[]> {
  const question = parseQuestion(typed)
  const last = lastWord(question)
  if (!last || last.folded.length < SHORTEST) return []
  const words = completions(context, { question, last, limit: Math.ceil(limit / 3), lang })
  const places = await context.proposals(question.text.trim(), { lang, limit: Math.ceil(limit / 3) })
  const suggestions = [...words, ...places].slice(0, limit)
  const titles = await findTitles(context, question, {
    lang,
    reader: keysOf(reader),
    limit: limit - suggestions.length,
  })
  return [...suggestions, ...titles]
}

/** The word that is being typed; none when a quote has been closed after it, or it is unwanted. */
function lastWord({ parts, text }: Question): Word | null {
  const part = parts.at(-1)
  if (!part || part.excluded || part.quoted || part.end !== text.trimEnd().length) return null
  return part.words.at(-1) ?? null
}

type Unfinished = {
  readonly question: Question
  readonly last: Word
  readonly limit: number
  readonly lang: string
}

function completions(context: SearchContext, { question, last, limit, lang }: Unfinished): Suggestion[] {
  const index = context.follower.index()
  const isAlone = question.parts.length === 1 && question.parts[0]?.words.length === 1
  const suggestions: Suggestion[] = []
  for (const { word } of completeWord(index, last.surface, limit * 3)) {
    if (suggestions.length === limit) break
    const text = replaceWords(question.text.trim(), new Map([[last, word]]))
    // What is typed already is no help; and the same word may be read as Norwegian and as English.
    if (text === question.text.trim().toLowerCase() || suggestions.some((one) => one.text === text)) continue
    if (isAlone || givesHits(context, text, lang)) suggestions.push({ kind: 'words', text })
  }
  return suggestions
}

function givesHits({ follower, analysis }: SearchContext, text: string, lang: string): boolean {
  const index = follower.index()
  const { asked } = readQuestion({ analysis, index, lang }, parseQuestion(text), [])
  return searchIndex(index, { question: asked, reader: [], words: 'all', limit: 1 }).found > 0
}

type Titles = { readonly lang: string; readonly reader: Reader; readonly limit: number }

async function findTitles(
  { db, follower, analysis }: SearchContext,
  question: Question,
  { lang, reader, limit }: Titles,
): Promise<Suggestion[]> {
  if (limit <= 0) return []
  const index = follower.index()
  const { asked } = readQuestion({ analysis, index, lang }, question, [])
  const group = Math.max(0, ...asked.words.map((term) => term.group))
  const prefix = question.parts.at(-1)?.words.at(-1)?.surface ?? ''
  const { hits } = searchIndex(index, {
    question: { ...asked, typing: { prefix, group } },
    reader,
    filters: [{ attribute: SUGGESTIBLE, values: ['true'] }],
    boosts: [{ attribute: 'type', value: 'case', worth: 0.5 }],
    words: 'all',
    within: 'title',
    limit,
  })
  const texts = await readTexts(
    db,
    hits.map((hit) => hit.id),
  )
  return hits.flatMap(({ id }): Suggestion[] => {
    const text = texts.get(id)
    return text ? [{ kind: 'document', id, type: text.type, language: text.language, text: text.title }] : []
  })
}
