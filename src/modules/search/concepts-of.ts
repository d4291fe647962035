import type { IndexDocument } from '#src/search-index/index.ts'
import type { Concept } from '#src/text/index.ts'
import type { Analysis } from './analysis.ts'

/** The attribute of what documents are about: concepts by their id, and those above them as `above(id)`. */
export const ABOUT = 'about'

/** The value of a document that is about something narrower than a concept, and not about itself. */
export function above(concept: string): string {
  return `above:${concept}`
}

/** How the analysis writes that a text names a concept. */
export function conceptTerm(concept: string): string {
  return NAMED + concept
}

export type ConceptReader = {
  /** The concepts a document is about, without those that follow from something narrower. */
  readonly aboutOf: (document: About) => ReadonlySet<string>
  /** Everything above a concept, by every way up. */
  readonly aboveOf: (concept: string) => ReadonlySet<string>
}

export type About = {
  readonly language: string
  readonly title: string
  readonly summary: string
  /** What somebody has said it is about, with everything above. */
  readonly themes: readonly string[]
  /** Who takes part: a hospital that buys parking spaces does not buy a hospital. */
  readonly names: readonly string[]
}

const NAMED = 'concept:'
/** In a summary the first part of a compound tells what something is for; that is not yet what it is about. */
const SURE_ENOUGH = 0.5
const SHORTEST_NAME = 4
const NOTHING: ReadonlySet<string> = new Set()

/**
 * Reads what documents are about: the themes they have been given, and what their title and summary name. The rest
 * of a text names much in passing, and names of organisations say who and not what.
 */
export function createConceptReader({
  analyser,
  thesaurus,
}: Pick<Analysis, 'analyser' | 'thesaurus'>): ConceptReader {
  const ways = waysUp(thesaurus)
  const aboveOf = (concept: string) => ways.get(concept) ?? NOTHING
  const named = (text: string, language: string, least: number) =>
    analyser
      .document(text, language)
      .filter(({ kind, weight }) => kind === 'concept' && weight >= least)
      .map(({ term }) => term.slice(NAMED.length))
  return {
    aboveOf,
    aboutOf: ({ language, title, summary, themes, names }) =>
      new Set([
        ...themes.filter((one) => themes.every((other) => !aboveOf(other).has(one))),
        ...named(without(names, title), language, 0),
        ...named(without(names, summary), language, SURE_ENOUGH),
      ]),
  }
}

function without(names: readonly string[], text: string): string {
  return names
    .filter((name) => name.length >= SHORTEST_NAME)
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, name) => left.replaceAll(new RegExp(RegExp.escape(name), 'giu'), ' '), text)
}

/** The document with what it is about, for the index to count and to filter by. */
export function withConcepts(document: IndexDocument, { aboutOf, aboveOf }: ConceptReader): IndexDocument {
  const texts = (field: string) => [document.texts[field] ?? []].flat()
  const own = aboutOf({
    language: document.language,
    title: texts('title').join(' '),
    summary: texts('summary').join(' '),
    themes: document.attributes.theme ?? [],
    names: texts('names'),
  })
  const higher = new Set([...own].flatMap((concept) => [...aboveOf(concept)]))
  const values = [...own, ...[...higher].filter((concept) => !own.has(concept)).map(above)]
  return { ...document, attributes: { ...document.attributes, [ABOUT]: values } }
}

function waysUp(thesaurus: readonly Concept[]): ReadonlyMap<string, ReadonlySet<string>> {
  const broader = new Map(thesaurus.map((concept) => [concept.id, concept.broader]))
  const known = new Map<string, ReadonlySet<string>>()
  const climb = (id: string): ReadonlySet<string> => {
    const already = known.get(id)
    if (already) return already
    const all = new Set((broader.get(id) ?? []).flatMap((up) => [up, ...climb(up)]))
    known.set(id, all)
    return all
  }
  for (const { id } of thesaurus) climb(id)
  return known
}
