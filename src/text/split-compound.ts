import type { Dictionary } from './dictionary.ts'
import type { Lexicon } from './lexicon.ts'
import { toBokmal } from './nynorsk.ts'
import { stemNorwegian } from './stem-norwegian.ts'

/** A part of a compound, with its offsets in the folded word and the key it is indexed by. */
export type Part = { readonly key: string; readonly start: number; readonly end: number }

export type Words = { readonly lexicon: Lexicon; readonly dictionary: Dictionary }

type Found = { readonly key: string; readonly cost: number; readonly learntCount: number | null }
type Split = { readonly parts: readonly Part[]; readonly cost: number; readonly counts: readonly number[] }

const SHORTEST_WORD = 6
const LONGEST_WORD = 60
const MOST_PARTS = 5
/** A word must be this long to be the part of a compound on a corpus' word alone. */
const SHORTEST_LEARNT = 4
/** For a word with an unknown beginning: the shortest beginning, and the shortest end that tells. */
const SHORTEST_UNKNOWN = 4
const SHORTEST_KNOWN = 6
/** Below this a stem of the corpus can be a name or a slip. */
const LEAST_COUNT = 4
/** What a part from the hand-made lexicon weighs against learnt ones. */
const HAND_MADE_COUNT = 100

const COST = { part: 10, shortPart: 3, linkS: 1, linkE: 2, learnt: 4, rare: 6 } as const

/**
 * The parts of a compound, or null for a word that is none, or none we know.
 *
 * The cheapest way to cover the whole word: few parts, known by hand rather than learnt, joined directly, by s
 * (`velferd|s|teknologi`) or by e (`barn|e|hage`). The last part may be inflected. A split that rests on learnt
 * parts must also be likelier than the word itself: the geometric mean of how often its parts are met against how
 * often the word is (Koehn and Knight 2003), so that a frequent word is left whole.
 */
export function splitCompound(words: Words, word: string): readonly Part[] | null {
  if (word.length < SHORTEST_WORD || word.length > LONGEST_WORD || !/^[a-zæøå]+$/.test(word)) return null
  const best = cheapest(words, word, { start: 0, partsLeft: MOST_PARTS, known: new Map() })
  if (best && best.parts.length > 1) return isLikely(words.lexicon, word, best) ? best.parts : null
  return splitAtLastPart(words, word)
}

/**
 * A word whose end alone is known, from the hand-made lexicon and long enough to be no accident:
 * `bagasje|håndtering`. What comes before is taken as it stands.
 */
function splitAtLastPart({ lexicon, dictionary }: Words, word: string): readonly Part[] | null {
  for (let start = SHORTEST_UNKNOWN; start <= word.length - SHORTEST_KNOWN; start += 1) {
    const first = word.slice(0, start)
    const last = word.slice(start)
    if (lexicon.fragments.has(last) || !/[aeiouyæøå]/.test(first)) continue
    const key = dictionary.exact(last) ?? dictionary.inflected(last)
    if (key === null) continue
    const stem = stemNorwegian(/[^aeiouyæøås]s$/.test(first) ? first.slice(0, -1) : first)
    return [
      { key: toBokmal(stem, dictionary), start: 0, end: start },
      { key, start, end: word.length },
    ]
  }
  return null
}

type Search = {
  readonly start: number
  readonly partsLeft: number
  readonly known: Map<number, Split | null>
}

function cheapest(words: Words, word: string, { start, partsLeft, known }: Search): Split | null {
  const memo = start * 8 + partsLeft
  const before = known.get(memo)
  if (before !== undefined) return before
  let best = start > 0 ? lastPart(words, word, start) : null
  if (partsLeft > 1) {
    // Two letters make a part only at the beginning: `el|bil`, `by|utvikling`.
    for (let end = start + (start === 0 ? 2 : 3); end <= word.length - 3; end += 1) {
      const first = firstPart(words, word.slice(start, end))
      const rest = first && cheapest(words, word, { start: end, partsLeft: partsLeft - 1, known })
      if (first && rest && (best === null || first.cost + rest.cost < best.cost))
        best = join(first, rest, { start, end })
    }
  }
  known.set(memo, best)
  return best
}

function join(first: Found, rest: Split, { start, end }: { start: number; end: number }): Split {
  return {
    parts: [{ key: first.key, start, end }, ...rest.parts],
    cost: first.cost + rest.cost,
    counts: first.learntCount === null ? rest.counts : [first.learntCount, ...rest.counts],
  }
}

function lastPart(words: Words, word: string, start: number): Split | null {
  const form = word.slice(start)
  const found = form.length < 3 || words.lexicon.fragments.has(form) ? null : findLast(words, form)
  return found && join(found, { parts: [], cost: 0, counts: [] }, { start, end: word.length })
}

function findLast({ lexicon, dictionary }: Words, form: string): Found | null {
  if (lexicon.functionWords.has(form)) return null
  const known = dictionary.exact(form) ?? dictionary.inflected(form)
  if (known !== null) return handMade(known, form)
  if (form.length < SHORTEST_LEARNT) return null
  const stem = stemNorwegian(form)
  const bokmal = toBokmal(stem, dictionary)
  if (dictionary.hasKey(bokmal)) return handMade(bokmal, form)
  return learnt(lexicon, stem, lexicon.learnt.stems.get(stem))
}

function firstPart(words: Words, form: string): Found | null {
  if (words.lexicon.firstParts.has(form)) {
    return handMade(words.dictionary.exact(form) ?? words.dictionary.bokmal(stemNorwegian(form)), form)
  }
  return (
    findFirst(words, form) ??
    (form.endsWith('s') ? linked(findFirst(words, form.slice(0, -1)), COST.linkS) : null) ??
    (form.endsWith('e') ? linked(findFirst(words, form.slice(0, -1)), COST.linkE) : null)
  )
}

function findFirst({ lexicon, dictionary }: Words, form: string): Found | null {
  if (form.length < 2 || lexicon.functionWords.has(form) || lexicon.irregular.has(form)) return null
  const known = dictionary.exact(form)
  if (known !== null) return handMade(known, form)
  if (form.length < SHORTEST_LEARNT) return null
  const stem = stemNorwegian(form)
  if (stem !== form && `${stem}e` !== form) return null
  const bokmal = toBokmal(stem, dictionary)
  if (bokmal !== stem && dictionary.hasKey(bokmal)) return handMade(bokmal, form)
  return learnt(lexicon, stem, lexicon.learnt.forms.get(form))
}

function handMade(key: string, form: string): Found {
  const short = Math.max(0, 4 - form.length)
  return { key, cost: COST.part + short * COST.shortPart, learntCount: null }
}

function learnt(lexicon: Lexicon, stem: string, count = 0): Found | null {
  if (stem.length < SHORTEST_LEARNT || count < LEAST_COUNT || lexicon.fragments.has(stem)) return null
  const rarity = Math.max(0, 1 - Math.log10(count) / 3)
  return { key: stem, cost: COST.part + COST.learnt + rarity * COST.rare, learntCount: count }
}

function linked(found: Found | null, cost: number): Found | null {
  return found && { ...found, cost: found.cost + cost }
}

function isLikely(lexicon: Lexicon, word: string, { parts, counts }: Split): boolean {
  if (counts.length === 0) return true
  const handMadeParts = parts.length - counts.length
  const logs = counts.reduce((sum, count) => sum + Math.log(count), handMadeParts * Math.log(HAND_MADE_COUNT))
  return Math.exp(logs / parts.length) > (lexicon.learnt.stems.get(stemNorwegian(word)) ?? 0)
}
