import type { Word } from './word.ts'

/** How the numbers of documents change, per word as written, per stem, and in all. Public documents only. */
export type WordTally = {
  readonly words: Map<string, { readonly folded: string; documents: number }>
  readonly lexemes: Map<string, number>
  documents: number
}

export function emptyTally(): WordTally {
  return { words: new Map(), lexemes: new Map(), documents: 0 }
}

/** Counts a document in (`+1`) or out (`-1`). */
export function count(
  tally: WordTally,
  document: { readonly words: readonly Word[]; readonly lexemes: readonly string[] },
  by: 1 | -1,
): void {
  tally.documents += by
  for (const { surface, folded } of document.words) {
    const known = tally.words.get(surface)
    if (known) known.documents += by
    else tally.words.set(surface, { folded, documents: by })
  }
  for (const lexeme of document.lexemes) tally.lexemes.set(lexeme, (tally.lexemes.get(lexeme) ?? 0) + by)
}
