import type { Analyser, QueryTerm, Term } from '#src/text/analysis.ts'

/**
 * The least an analyser can be: words in small letters. `brann+bil` is a compound, with its parts; nothing else is
 * known of the language. It is enough to test an index, whose business it is not what a term means.
 */
export const PLAIN_ANALYSER: Analyser = { document: termsOf, query: queryTerms }

function termsOf(text: string): Term[] {
  const terms: Term[] = []
  for (const [position, { 0: word, index: start }] of [...text.matchAll(/[\p{L}\p{N}+]+/gu)].entries()) {
    const at = { position, start, end: start + word.length }
    terms.push({ term: word.toLowerCase(), ...at, kind: 'word', weight: 1 })
    if (!word.includes('+')) continue
    for (const part of word.matchAll(/[^+]+/g)) {
      const offset = { start: start + part.index, end: start + part.index + part[0].length }
      terms.push({ term: part[0].toLowerCase(), position, ...offset, kind: 'part', weight: 0.5 })
    }
  }
  return terms
}

function queryTerms(text: string): QueryTerm[] {
  return termsOf(text).map((term) => ({
    ...term,
    group: term.position,
    source: text.slice(term.start, term.end),
    weight: term.kind === 'part' ? 0.4 : 1,
  }))
}
