import type { QueryTerm } from '#src/text/analysis.ts'

/** What is asked, analysed. Nothing at all asks for everything. */
export type Question = {
  /** The free words: terms of one group are ways to answer the same word. */
  readonly words: readonly QueryTerm[]
  /** What stood in quotes, phrase by phrase. A document must hold each as it stands. */
  readonly phrases: readonly (readonly QueryTerm[])[]
  /** What a document must not hold, word by word or phrase by phrase. */
  readonly excluded: readonly (readonly QueryTerm[])[]
  /** The word that is still being typed, as far as it has come, and the group it stands for. */
  readonly typing?: Typing | null
}

export type Typing = { readonly prefix: string; readonly group: number }

export const EVERYTHING: Question = { words: [], phrases: [], excluded: [] }

/** Terms by the word they answer, in the order of the question. */
export function groupsOf(terms: readonly QueryTerm[]): QueryTerm[][] {
  return [...Map.groupBy(terms, ({ group }) => group)]
    .sort(([one], [other]) => one - other)
    .map(([, members]) => members)
}
