import type { QueryTerm } from '#src/text/index.ts'

/** From so many words on a need is told at length. */
const LONG_TELLING = 5
/** What an everyday word keeps of its weight there: people tell of every need in such words. */
const EVERYDAY = 0.35

export function isToldAtLength(words: readonly QueryTerm[]): boolean {
  return new Set(words.map(({ group }) => group)).size >= LONG_TELLING
}

/** The words of a need by how much they tell of it: a word said again says nothing more, an everyday one little. */
export function weighNeed(words: readonly QueryTerm[]): readonly QueryTerm[] {
  const said = new Set<string>()
  return [...Map.groupBy(words, ({ group }) => group).values()].flatMap((group) => {
    const own = group.filter(({ kind }) => kind === 'word').map(({ term }) => term)
    const isAgain = own.some((term) => said.has(term))
    for (const term of own) said.add(term)
    if (isAgain) return []
    if (!group.some(({ isEveryday }) => isEveryday)) return group
    return group.map((term) => ({ ...term, weight: term.weight * EVERYDAY }))
  })
}
