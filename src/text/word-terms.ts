import type { QueryTerm, Term } from './analysis.ts'
import type { Word } from './read-text.ts'

/** What a form of a word is worth beside the word itself, in documents and in questions. */
export type AnalysisWeights = {
  /** In a document: a part of a compound, the last one, several parts in a row, the family. */
  readonly document: {
    readonly part: number
    readonly last: number
    readonly run: number
    readonly related: number
  }
  /** In a question: also two words written apart that may be a compound, and what a function word keeps. */
  readonly query: {
    readonly part: number
    readonly last: number
    readonly related: number
    readonly joined: number
    readonly function: number
    readonly translated: number
  }
}

/** Chosen by trying on the questions the README measures with; the neighbouring values are about as good. */
export const ANALYSIS_WEIGHTS: AnalysisWeights = {
  document: { part: 0.4, last: 0.5, run: 0.6, related: 0.2 },
  query: { part: 0.65, last: 0.75, related: 0.2, joined: 0.8, function: 0.1, translated: 0.5 },
}

/** So many parts in a row are a word somebody asks for. */
const LONGEST_RUN = 3

/** What a word of a document is indexed by. */
export function documentTerms(word: Word, { document: worth }: AnalysisWeights): readonly Term[] {
  const { key, family, parts, position, start, end } = word
  const terms: Term[] = [{ term: key, position, start, end, kind: 'word', weight: 1 }]
  for (let from = 0; from < parts.length; from += 1) {
    for (let to = from; to < Math.min(parts.length, from + LONGEST_RUN); to += 1) {
      if (to - from === parts.length - 1 && parts.length > 1) continue
      const single = to === parts.length - 1 ? worth.last : worth.part
      terms.push({ ...run(word, from, to), kind: 'part', weight: from === to ? single : worth.run })
    }
  }
  if (family !== null)
    terms.push({ term: family, position, start, end, kind: 'related', weight: worth.related })
  return terms
}

/** The parts from one to another as one term: `sykehjem` of `sykehjemsplass`. */
function run({ parts, position, start, end }: Word, from: number, to: number) {
  return {
    term: parts
      .slice(from, to + 1)
      .map(({ key }) => key)
      .join(''),
    position,
    start: start + (parts[from]?.start ?? 0),
    end: start + (parts[to]?.end ?? end - start),
  }
}

/** The words of an English text as a Norwegian question would have them, where that is another term: names, mostly. */
export function foreignTerms(words: readonly Word[], norwegian: readonly Word[]): readonly Term[] {
  return norwegian.flatMap(({ key, position, start, end }, at) =>
    key === words[at]?.key ? [] : [{ term: key, position, start, end, kind: 'related' as const, weight: 1 }],
  )
}

/** What a word of a question is looked for by; all in one group. */
export function queryTerms(
  word: Word,
  { query: worth }: AnalysisWeights,
  isEveryday: boolean,
): readonly QueryTerm[] {
  const { key, family, parts, position, start, end, surface, isFunctionWord } = word
  const shared = { position, group: position, source: surface, ...(isEveryday && { isEveryday }) }
  const terms: QueryTerm[] = [
    { ...shared, term: key, start, end, kind: 'word', weight: isFunctionWord ? worth.function : 1 },
  ]
  parts.forEach((_, at) => {
    const weight = at === parts.length - 1 ? worth.last : worth.part
    terms.push({ ...shared, ...run(word, at, at), kind: 'part', weight })
  })
  if (family !== null)
    terms.push({ ...shared, term: family, start, end, kind: 'related', weight: worth.related })
  return terms
}

/** By the key of an English word, the keys of what it is called in bokmål. */
export type Translations = ReadonlyMap<string, readonly string[]>

/** The words of an English question as a Norwegian text may have them. */
export function translatedTerms(
  words: readonly Word[],
  translations: Translations,
  { query: worth }: AnalysisWeights,
): readonly QueryTerm[] {
  return words.flatMap(({ key, position, start, end, surface }) =>
    (translations.get(key) ?? []).map((term) => ({
      term,
      position,
      group: position,
      source: surface,
      start,
      end,
      kind: 'related' as const,
      weight: worth.translated,
    })),
  )
}

/**
 * Two words in a row as the compound they may be: «trygghets alarm». It stands in the group of both, and costs
 * nothing when there is no such compound.
 */
export function joinedTerms(words: readonly Word[], { query: worth }: AnalysisWeights): readonly QueryTerm[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    if (!next || ![word, next].every(canBePart)) return []
    return [word, next].map(({ position, surface }) => ({
      term: word.key + next.key,
      position,
      group: position,
      source: surface,
      start: word.start,
      end: next.end,
      kind: 'related' as const,
      weight: worth.joined,
    }))
  })
}

function canBePart({ isFunctionWord, surface }: Word): boolean {
  return !isFunctionWord && /^\p{L}{2,}$/u.test(surface)
}
