import { createAnalysis } from './analysis.ts'
import type { SearchParts } from './create-search.ts'

export type MatchedText = { readonly text: string; readonly language: string }

/** A question, asked of texts that somebody else holds. */
export type TextQuestion = {
  /** Those that have every word of the question in some form, the best first; where none has, those with most of them. */
  readonly best: <Item>(items: readonly Item[], textOf: (item: Item) => MatchedText) => readonly Item[]
}

export type TextMatcher = (question: string, language: string) => TextQuestion

const REMEMBERED = 20_000

/**
 * Finds among few short texts the way the search finds among many: in any form of a word, in parts of compounds, by
 * what the thesaurus calls the same. For rooms that choose themselves who may see which text: it is given only those.
 */
export function createTextMatcher(thesaurus: SearchParts['thesaurus']): TextMatcher {
  const { analyser, isFunctionWord } = createAnalysis(thesaurus ?? [])
  const remembered = new Map<string, ReadonlyMap<string, number>>()
  const weightsOf = ({ text, language }: MatchedText) => {
    const key = `${language} ${text}`
    const known = remembered.get(key)
    if (known) return known
    if (remembered.size >= REMEMBERED) remembered.clear()
    const weights = new Map<string, number>()
    for (const { term, weight } of analyser.document(text, language))
      weights.set(term, Math.max(weight, weights.get(term) ?? 0))
    remembered.set(key, weights)
    return weights
  }
  return (question, language) => {
    const terms = analyser.query(question, language).filter(({ source }) => !isFunctionWord(source))
    const words = [...Map.groupBy(terms, ({ group }) => group).values()]
    return {
      best: (items, textOf) => {
        if (words.length === 0) return []
        const scored = items.map((item) => ({ item, ...scoreOf(words, weightsOf(textOf(item))) }))
        const most = scored.reduce((best, { met }) => Math.max(best, met), 0)
        if (most * 2 < words.length) return []
        return scored
          .filter(({ met }) => met === most)
          .sort((one, other) => other.score - one.score)
          .map(({ item }) => item)
      },
    }
  }
}

type Alternative = { readonly term: string; readonly weight: number }

/** How many words of the question the text has, and how well: each word by its best alternative. */
function scoreOf(words: readonly (readonly Alternative[])[], weights: ReadonlyMap<string, number>) {
  const best = words.map((alternatives) =>
    alternatives.reduce((most, { term, weight }) => Math.max(most, weight * (weights.get(term) ?? 0)), 0),
  )
  return { met: best.filter((one) => one > 0).length, score: best.reduce((sum, one) => sum + one, 0) }
}
