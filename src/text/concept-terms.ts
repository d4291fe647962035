import type { QueryTerm, Term } from './analysis.ts'
import type { Word } from './read-text.ts'
import { type ConceptFinder, type ConceptMatch, unitsOf } from './thesaurus.ts'

/** What a concept's term begins with; no word has a colon in it. */
export const CONCEPT = 'concept:'

/** The concepts a document names, over all the words of the label. */
export function conceptTerms(words: readonly Word[], concepts: ConceptFinder): readonly Term[] {
  return placeConcepts(words, concepts).map(({ match, words: [first], start, end }) => ({
    term: CONCEPT + match.concept,
    position: first?.position ?? 0,
    start,
    end,
    kind: 'concept',
    weight: match.weight,
  }))
}

/** The concepts that answer for those a question names, in the group of each word of the label that says something. */
export function conceptQueryTerms(words: readonly Word[], concepts: ConceptFinder): readonly QueryTerm[] {
  return placeConcepts(words, concepts).flatMap(({ match, words: covered, start, end }) =>
    concepts.expand(match.concept).flatMap(({ concept, weight }) =>
      covered.filter(saysSomething).map(({ position, surface }) => ({
        term: CONCEPT + concept,
        position,
        start,
        end,
        kind: 'concept' as const,
        weight: weight * match.weight,
        group: position,
        source: surface,
        concept,
      })),
    ),
  )
}

function saysSomething({ isFunctionWord }: Word): boolean {
  return !isFunctionWord
}

type PlacedConcept = {
  readonly match: ConceptMatch
  readonly words: readonly Word[]
  readonly start: number
  readonly end: number
}

function placeConcepts(words: readonly Word[], concepts: ConceptFinder): readonly PlacedConcept[] {
  const places = words.flatMap((word) =>
    (word.parts.length === 0 ? [{ start: 0, end: word.end - word.start }] : word.parts).map((part) => ({
      word,
      start: word.start + part.start,
      end: word.start + part.end,
    })),
  )
  return concepts.find(unitsOf(words)).map((match) => {
    const covered = places.slice(match.start, match.end)
    return {
      match,
      words: [...new Set(covered.map(({ word }) => word))],
      start: Math.min(...covered.map(({ start }) => start)),
      end: Math.max(...covered.map(({ end }) => end)),
    }
  })
}
