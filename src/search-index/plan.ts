import type { QueryTerm } from '#src/text/analysis.ts'
import { completions } from './complete-prefix.ts'
import { groupsOf, type Question, type Typing } from './question.ts'
import type { SearchIndex } from './search-index.ts'
import { frequencyOf, rarityOf } from './statistics.ts'

/** A question as it is put to the segments: what each term is worth, and what a document must hold. */
export type Plan = {
  readonly groups: readonly PlannedGroup[]
  readonly phrases: readonly PlannedPhrase[]
  readonly excluded: readonly PlannedPhrase[]
}

/** A word of the question with all ways to answer it; a document is given the best of them. */
export type PlannedGroup = {
  readonly alternatives: readonly Alternative[]
  /** What it is worth to hold the word at all. */
  readonly worth: number
  readonly required: boolean
}
export type Alternative = {
  readonly term: string
  readonly worth: number
  /** Null for what a word that is being typed may become. */
  readonly asked: QueryTerm | null
}

/** Words that stand so far from the first; each may be any of its terms. */
export type PlannedPhrase = readonly { readonly distance: number; readonly terms: readonly string[] }[]

/** What a word is worth that only begins as was typed. */
const UNFINISHED = 0.6

/** Every word is required in a strict plan; in a loose one only what stood in quotes. */
export function planQuestion(index: SearchIndex, question: Question, strict: boolean): Plan {
  const words = groupsOf(question.words)
  const typed = question.typing ? planTyping(index, words, question.typing) : null
  const finished = typed ? words.filter((group) => group[0]?.group !== question.typing?.group) : words
  const quoted = question.phrases.flatMap((phrase) => groupsOf(phrase.filter(isWord)))
  return {
    groups: [
      ...quoted.map((group) => planGroup(index, group, true)),
      ...finished.map((group) => planGroup(index, group, strict)),
      ...(typed ? [{ ...typed, required: strict }] : []),
    ],
    phrases: question.phrases.map(planPhrase).filter((phrase) => phrase.length > 0),
    excluded: question.excluded.map(planPhrase).filter((phrase) => phrase.length > 0),
  }
}

function isWord({ kind }: QueryTerm): boolean {
  return kind === 'word'
}

function planGroup(index: SearchIndex, group: readonly QueryTerm[], required: boolean): PlannedGroup {
  const most = rarityOfWord(index, group)
  const alternatives = new Map<string, Alternative>()
  for (const asked of group) {
    const worth = asked.weight * Math.min(most, rarityOf(index, asked.term))
    addAlternative(alternatives, { term: asked.term, worth, asked })
  }
  return toGroup(alternatives, required)
}

function addAlternative(alternatives: Map<string, Alternative>, one: Alternative): void {
  if (one.worth > (alternatives.get(one.term)?.worth ?? -1)) alternatives.set(one.term, one)
}

function toGroup(alternatives: ReadonlyMap<string, Alternative>, required: boolean): PlannedGroup {
  const all = [...alternatives.values()]
  return { alternatives: all, worth: Math.max(0, ...all.map(({ worth }) => worth)), required }
}

/** A rare synonym tells no more than the word that was asked for. */
function rarityOfWord(index: SearchIndex, group: readonly QueryTerm[]): number {
  const known = group.filter((one) => isWord(one) && frequencyOf(index, one.term) > 0)
  return known.length === 0 ? Infinity : Math.max(...known.map(({ term }) => rarityOf(index, term)))
}

/** The word as it stands, and all that it may become: these are worth as much as the most usual of them. */
function planTyping(
  index: SearchIndex,
  words: readonly QueryTerm[][],
  { prefix, group }: Typing,
): PlannedGroup | null {
  const terms = completions(index, prefix)
  if (terms.length === 0) return null
  const own = words.find((members) => members[0]?.group === group) ?? []
  const alternatives = new Map(planGroup(index, own, false).alternatives.map((one) => [one.term, one]))
  const worth = UNFINISHED * Math.min(...terms.map((term) => rarityOf(index, term)))
  for (const term of terms) addAlternative(alternatives, { term, worth, asked: null })
  return toGroup(alternatives, false)
}

function planPhrase(terms: readonly QueryTerm[]): PlannedPhrase {
  const groups = groupsOf(terms.filter(isWord))
  const start = groups[0]?.[0]?.position ?? 0
  return groups.map((group) => ({
    distance: (group[0]?.position ?? 0) - start,
    terms: [...new Set(group.map(({ term }) => term))],
  }))
}
