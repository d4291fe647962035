import { frequencyOf } from '#src/search-index/index.ts'
import type { Likeness } from './contract.ts'
import type { Compared } from './documents-repository.ts'
import type { SearchContext } from './search-context.ts'
import { wordsOf } from './word.ts'

const MOST_CONCEPTS = 3
const MOST_WORDS = 3
/** A word tells something when no more than this share of the documents has it. */
const TELLING = 0.02
const FEW = 4
const SHORTEST = 6
/** So much of a text is looked at. */
const READ = 4000

/** What two documents have in common, in words that can be shown. */
export function explainLikeness(context: SearchContext, one: Compared, other: Compared): Likeness {
  return {
    concepts: sharedConcepts(context, one, other).slice(0, MOST_CONCEPTS),
    codes: one.cpv_codes.filter((code) => other.cpv_codes.includes(code)),
    words: sharedWords(context, one, other).slice(0, MOST_WORDS),
  }
}

/** Words in common may be chance; the same thing is not. */
export function isExplained({ concepts, codes }: Likeness): boolean {
  return concepts.length > 0 || codes.length > 0
}

/**
 * What the one is marked with or called by its title, and the other is about too, as broadly or more exactly. How
 * things are bought does not make two documents alike.
 */
function sharedConcepts(context: SearchContext, one: Compared, other: Compared): readonly string[] {
  const { aboutOf, aboveOf } = context.concepts
  const mine = aboutOf({ ...one, summary: '', themes: themesOf(one) })
  const theirs = aboutOf({ ...other, themes: themesOf(other) })
  const withAbove = (ids: ReadonlySet<string>) =>
    ids.union(new Set([...ids].flatMap((id) => [...aboveOf(id)])))
  const broader = [...withAbove(mine).intersection(theirs)].filter((id) => !isTop(context, id))
  const shared = [...mine.intersection(withAbove(theirs)).union(new Set(broader))]
  const isOfBoth = (id: string) => Number(mine.has(id) && theirs.has(id))
  return shared
    .filter((id) => context.isSubject(id) && shared.every((below) => !aboveOf(below).has(id)))
    .sort((a, b) => isOfBoth(b) - isOfBoth(a) || aboveOf(b).size - aboveOf(a).size)
}

function themesOf({ facet_values }: Compared): readonly string[] {
  return facet_values.flatMap((one) => (one.startsWith('theme:') ? [one.slice('theme:'.length)] : []))
}

/** «Health» is no likeness. */
function isTop({ analysis, concepts }: SearchContext, concept: string): boolean {
  return analysis.thesaurus.length > 0 && concepts.aboveOf(concept).size === 0
}

/** Rare words that both say in short; those that name concepts are told as such. */
function sharedWords(context: SearchContext, one: Compared, other: Compared): readonly string[] {
  const index = context.follower.index()
  const most = Math.max(FEW, index.documents * TELLING)
  const names = new Set([...one.names, ...other.names].flatMap((name) => wordsOf(name).map((w) => w.folded)))
  const theirs = wordsByTerm(
    context,
    `${other.title}\n${other.summary}\n${other.body.slice(0, READ)}`,
    other.language,
  )
  return [...wordsByTerm(context, `${one.title}\n${one.summary}`, one.language)]
    .flatMap(([term, mine]) => {
      const word = theirs.get(term) ?? (theirs.has(term) ? mine : null)
      if (word === null || wordsOf(word).some(({ folded }) => names.has(folded))) return []
      return [{ word, documents: frequencyOf(index, term) }]
    })
    .filter(({ documents }) => documents > 1 && documents <= most)
    .sort((a, b) => a.documents - b.documents)
    .map(({ word }) => word)
}

/** The words of a text, as they are written small; null where one only stands with a capital, as names do. */
function wordsByTerm(
  { analysis }: SearchContext,
  text: string,
  language: string,
): ReadonlyMap<string, string | null> {
  const { analyser, isFunctionWord } = analysis
  const found = new Map<string, string | null>()
  const terms = analyser.document(text, language)
  const named = terms.filter(({ kind }) => kind === 'concept')
  for (const { term, kind, start, end } of terms) {
    const word = text.slice(start, end)
    const isPlain = kind === 'word' && word.length >= SHORTEST && !/\d/.test(word) && !isFunctionWord(word)
    if (!isPlain || named.some((label) => label.start < end && start < label.end)) continue
    found.set(term, found.get(term) ?? (/^\p{Lu}/u.test(word) ? null : word))
  }
  return found
}
