import { obstacleBetween } from './compare-circumstances.ts'
import type { PreparedNeed } from './prepare-needs.ts'

/** So many of the words that tell most of a need lead to others; the rest come along by theme and code. */
const WORDS = 8
/** A word that more than this share of the needs have, and more than so many, leads nowhere in particular. */
const COMMON = 0.03
const FEW = 40
const CPV_GROUP = 3

export type Candidates = {
  /** Places of those that may be alike enough to be compared, each once; only those after a place where one is given. */
  readonly of: (need: PreparedNeed, after?: number) => readonly number[]
  /** Also those that time, phase or height keeps away, to be able to tell what is nearest and why not. */
  readonly around: (need: PreparedNeed) => readonly number[]
}

/**
 * Who is worth comparing with whom: those with a telling word, a theme, or a group of CPV in common, and nothing that keeps them
 * apart. A contract that ends on the same day leads nobody here by itself: without a common subject it makes no group.
 */
export function indexNeeds(needs: readonly PreparedNeed[]): Candidates {
  const keys = new Map(needs.map((need) => [need, keysOf(need)]))
  const postings = new Map<string, number[]>()
  for (const [at, need] of needs.entries())
    for (const key of keys.get(need) ?? []) {
      const list = postings.get(key)
      if (list) list.push(at)
      else postings.set(key, [at])
    }
  const most = Math.max(FEW, needs.length * COMMON)
  const seen = new Int32Array(needs.length)
  let round = 0
  const find = (need: PreparedNeed, after: number, isWanted: (other: PreparedNeed) => boolean) => {
    round += 1
    const found: number[] = []
    for (const key of keys.get(need) ?? keysOf(need)) {
      const list = postings.get(key) ?? []
      if (key.startsWith(WORD) && list.length > most) continue
      for (const at of list) {
        if (at <= after || seen[at] === round) continue
        seen[at] = round
        if (isWanted(needs[at] as PreparedNeed)) found.push(at)
      }
    }
    return found
  }
  const isOther = (need: PreparedNeed, other: PreparedNeed) => other.need.id !== need.need.id
  return {
    of: (need, after = -1) =>
      find(need, after, (other) => obstacleBetween(need, other) === null && isOther(need, other)),
    around: (need) => find(need, -1, (other) => isOther(need, other)),
  }
}

const WORD = 'word '

function keysOf({ need, words }: PreparedNeed): readonly string[] {
  return [
    ...need.themes.map((theme) => `theme ${theme}`),
    ...new Set(need.cpv.map((code) => `cpv ${code.slice(0, CPV_GROUP)}`)),
    ...tellingTerms(words).map((term) => WORD + term),
  ]
}

function tellingTerms({ terms, weights }: PreparedNeed['words']): readonly number[] {
  return Array.from(terms.keys())
    .sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0) || one - other)
    .slice(0, WORDS)
    .map((at) => terms[at] ?? -1)
}
