/** How much each term of a text is there. */
export type TermCounts = ReadonlyMap<string, number>

/** Terms by number, lowest first, with their weights; its length is 1. */
export type TermVector = { readonly terms: Int32Array; readonly weights: Float64Array }

export type TermWeights = {
  readonly vectorOf: (counts: TermCounts) => TermVector
  /** The term of a number, to say what two have in common. */
  readonly termOf: (number: number) => string
}

type Text = { readonly counts: TermCounts; readonly themes: readonly string[] }

/** What a term is thought to be like until it is seen in more than this many pairs of needs. */
const BELIEF = 2

/**
 * What each term tells, over all the needs: more when few have it, and more when those who have it are about the same
 * theme. What stands in needs of every kind («dialog med markedet») says little of what is needed.
 */
export function weighTerms(texts: readonly Text[]): TermWeights {
  const numbers = new Map<string, number>()
  const holders: number[][] = []
  for (const [at, { counts }] of texts.entries())
    for (const term of counts.keys()) {
      const number = numbers.get(term) ?? numbers.size
      if (number === numbers.size) numbers.set(term, number)
      const list = holders[number]
      if (list) list.push(at)
      else holders[number] = [at]
    }
  const themes = texts.map((text) => text.themes)
  const telling = holders.map(
    (list) => Math.log(1 + texts.length / list.length) * sameness(list.map((at) => themes[at] ?? [])),
  )
  const terms = [...numbers.keys()]
  const alone = Math.log(1 + texts.length)
  return {
    termOf: (number) => terms[number] ?? '',
    vectorOf: (counts) => {
      const byNumber = new Map<number, number>()
      let square = 0
      for (const [term, count] of counts) {
        const number = numbers.get(term)
        const weight = Math.log(1 + count) * (number === undefined ? alone : (telling[number] as number))
        square += weight * weight
        // A term nobody has is in common with nobody, but a text full of them says more than what is left.
        if (number !== undefined) byNumber.set(number, weight)
      }
      const length = Math.sqrt(square) || 1
      const known = Int32Array.from(byNumber.keys()).sort()
      return {
        terms: known,
        weights: Float64Array.from(known, (number) => (byNumber.get(number) ?? 0) / length),
      }
    },
  }
}

/** Of the pairs that have the term and tell their theme, the share that tell the same one. */
function sameness(themes: readonly (readonly string[])[]): number {
  const told = themes.filter(({ length }) => length > 0)
  const byTheme = new Map<string, number>()
  for (const list of told) for (const theme of list) byTheme.set(theme, (byTheme.get(theme) ?? 0) + 1)
  const pairs = (count: number) => (count * (count - 1)) / 2
  const same = [...byTheme.values()].reduce((sum, count) => sum + pairs(count), 0)
  return Math.min(1, (BELIEF + same) / (BELIEF + pairs(told.length)))
}

let spread: TermVector = { terms: new Int32Array(), weights: new Float64Array() }
let byTerm = new Float64Array()

/** It is asked of the same one with many others in a row, so that one is kept laid out by its terms. */
export function cosine(one: TermVector, other: TermVector): number {
  if (one !== spread) layOut(one)
  const { terms, weights } = other
  const known = byTerm
  let sum = 0
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at] as number
    if (term < known.length) sum += (known[term] as number) * (weights[at] as number)
  }
  return sum
}

function layOut(one: TermVector): void {
  for (const term of spread.terms) byTerm[term] = 0
  const highest = one.terms.at(-1) ?? 0
  if (highest >= byTerm.length) byTerm = new Float64Array(2 * (highest + 1))
  for (let at = 0; at < one.terms.length; at += 1) byTerm[one.terms[at] as number] = one.weights[at] as number
  spread = one
}

/** The terms both have, those that tell most first. */
export function sharedTerms(one: TermVector, other: TermVector): readonly number[] {
  const places = new Map(Array.from(other.terms, (term, at) => [term, at]))
  return Array.from(one.terms, (term, at) => ({ term, at, place: places.get(term) }))
    .filter(({ place }) => place !== undefined)
    .map(({ term, at, place }) => ({
      term,
      worth: (one.weights[at] ?? 0) * (other.weights[place ?? -1] ?? 0),
    }))
    .toSorted((a, b) => b.worth - a.worth || a.term - b.term)
    .map(({ term }) => term)
}
