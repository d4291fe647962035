import type { Term } from './term.ts'
import type { Frequencies } from './words-repository.ts'

/** One thing a document is given points for. */
export type Score = {
  readonly query: string
  /** What the rank PostgreSQL gives is multiplied by. */
  readonly weight: number
  /** How much of the question it is. */
  readonly rarity: number
  readonly phrase: boolean
}

/** How a question is put to the index. */
export type Plan = {
  /** The `tsquery` a document must fit; null: every document does. */
  readonly query: string | null
  readonly scores: readonly Score[]
  /** True when a document need not hold all that is asked for, but about as much as the best one does. */
  readonly loose: boolean
}

const MOST_LOOSE_TERMS = 14
/** The rarest words bring documents in, until they bring so many; the others only give points. */
const ENTRANCE = { documents: 2000, terms: 3 }
const PREFIX_SHARE = 0.3

/** All words of the question, the last one perhaps unfinished. */
export function strictPlan(terms: readonly Term[], frequencies: Frequencies): Plan {
  const wanted = wantedTerms(terms)
  const required = wanted.map((term) => term.prefixQuery ?? term.query)
  return {
    query: both(required, terms),
    scores: wanted.flatMap((term) => scoresOf(term, frequencies)),
    loose: false,
  }
}

/**
 * Some of the words, the rare ones counting most; what is quoted must still be there. Null when that asks for
 * nothing else than the strict plan does.
 */
export function loosePlan(terms: readonly Term[], frequencies: Frequencies): Plan | null {
  const wanted = wantedTerms(terms)
  const quoted = wanted.filter((term) => term.quoted)
  const others = wanted.filter((term) => !term.quoted)
  if (others.length + quoted.length < 2 || others.length === 0) return null
  const rarest = others
    .map((term) => ({ term, documents: documentsOfTerm(term, frequencies) }))
    .sort((one, other) => one.documents - other.documents)
  // What no public document holds costs nothing, and those of an organisation may hold it.
  const known = rarest.filter(({ documents }) => documents > 0).slice(0, MOST_LOOSE_TERMS)
  const asked = [...rarest.filter(({ documents }) => documents === 0), ...known]
  const entrance = asked.filter((_, place) => isEntrance(asked, place)).map(({ term }) => term.query)
  const scored = [...quoted, ...asked.map(({ term }) => term)]
  return {
    query: both([...quoted.map((term) => term.query), `(${entrance.join('|')})`], terms),
    scores: scored.map((term) => scoreOf(term, frequencies)),
    loose: true,
  }
}

/** How many words a question has that say something. */
export function lengthOf(terms: readonly Term[]): number {
  return wantedTerms(terms).length
}

/** A question of nothing but stop words asks for these. */
function wantedTerms(terms: readonly Term[]): readonly Term[] {
  const wanted = terms.filter((term) => !term.excluded)
  const meaningful = wanted.filter((term) => !term.empty)
  return meaningful.length > 0 ? meaningful : wanted
}

function both(required: readonly string[], terms: readonly Term[]): string | null {
  const excluded = terms.filter((term) => term.excluded).map((term) => `!(${term.query})`)
  const all = [...required.map((query) => `(${query})`), ...excluded]
  return all.length === 0 ? null : all.join('&')
}

function scoresOf(term: Term, frequencies: Frequencies): Score[] {
  const exact = scoreOf(term, frequencies)
  if (term.prefixQuery === null) return [exact]
  return [exact, { ...exact, query: term.prefixQuery, weight: exact.weight * PREFIX_SHARE }]
}

function scoreOf(term: Term, frequencies: Frequencies): Score {
  const sum = (worth: (stems: readonly string[]) => number) =>
    term.words.reduce((all, stems) => all + worth(stems), 0)
  return {
    query: term.query,
    // `ts_rank` divides by the number of forms, of which a document holds one.
    weight: sum((stems) => rarityOf(stems, frequencies) * stems.length),
    rarity: sum((stems) => rarityOf(stems, frequencies)),
    phrase: term.words.length > 1,
  }
}

function documentsOfTerm(term: Term, frequencies: Frequencies): number {
  return Math.min(...term.words.map((stems) => documentsOf(stems, frequencies)))
}

function isEntrance(rarestFirst: readonly { readonly documents: number }[], place: number): boolean {
  const before = rarestFirst.slice(0, place + 1).reduce((sum, { documents }) => sum + documents, 0)
  const known = rarestFirst.slice(0, place).filter(({ documents }) => documents > 0).length
  return known < ENTRANCE.terms || before <= ENTRANCE.documents
}

/** The inverse document frequency of a word, in whichever of its forms. */
export function rarityOf(stems: readonly string[], frequencies: Frequencies): number {
  const documents = documentsOf(stems, frequencies)
  const others = Math.max(0, frequencies.documents - documents)
  return Math.log(1 + (others + 0.5) / (documents + 0.5))
}

function documentsOf(stems: readonly string[], frequencies: Frequencies): number {
  return Math.min(
    frequencies.documents,
    stems.reduce((sum, stem) => sum + frequencies.of(stem), 0),
  )
}
