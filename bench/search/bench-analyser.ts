import type { Analyser, QueryTerm, Term } from '#src/text/analysis.ts'
import { STOP_WORDS } from './words.ts'

/** A light analyser, so that it is the index that is measured: stop words, and the usual endings taken off. */
export const BENCH_ANALYSER: Analyser = {
  document: termsOf,
  query: (text) =>
    termsOf(text).map(
      (term): QueryTerm => ({ ...term, group: term.position, source: text.slice(term.start, term.end) }),
    ),
}

const STOP = new Set(STOP_WORDS)
const WORD = /[\p{L}\p{N}]+/gu
const known = new Map<string, string>()
const MOST_KNOWN = 400_000

function termsOf(text: string): Term[] {
  const terms: Term[] = []
  let position = 0
  for (const { 0: written, index: start } of text.matchAll(WORD)) {
    const term = termOf(written)
    if (term !== '') {
      terms.push({ term, position, start, end: start + written.length, kind: 'word', weight: 1 })
    }
    position += 1
  }
  return terms
}

function termOf(written: string): string {
  const remembered = known.get(written)
  if (remembered !== undefined) return remembered
  const word = written.toLowerCase()
  const term = STOP.has(word) ? '' : word.length > 5 ? word.replace(/(ene|en|er)$/, '') : word
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(written, term)
  return term
}
