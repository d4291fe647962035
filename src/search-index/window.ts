import { nextDoc, type PostingCursor, reach } from './posting-cursor.ts'

/** A way to answer a word in one segment: its list, and by mark what a posting is worth. */
export type ScoredList = { readonly cursor: PostingCursor; readonly scores: Int32Array }

/** A word of the question in one segment. */
export type GroupLists = {
  readonly lists: readonly ScoredList[]
  readonly worth: number
  readonly required: boolean
}

/** Documents are matched so many at a time: what is written for them stays in the nearest cache. */
export const WINDOW = 8192

/**
 * The documents of one stretch, while they are matched. Searching is done at once from beginning to end, so one
 * set of arrays serves every question of a thread.
 */
const best = new Int32Array(WINDOW)
const touched = new Uint32Array(WINDOW / 32)
const matched = new Uint32Array(WINDOW / 32)

/** By document of the window: the sum of its scores, and what the words are worth that it holds. */
export const scores = new Int32Array(WINDOW)
export const worths = new Int32Array(WINDOW)
/** The documents of the window that are still in the running, ascending. */
export const candidates = new Int32Array(WINDOW)

export function clearWindow(): void {
  scores.fill(0)
  worths.fill(0)
  matched.fill(0)
}

/** Adds the scores of every document of the window that holds the word. */
export function sweepGroup({ lists, worth }: GroupLists, from: number): void {
  const [only] = lists
  if (only && lists.length === 1) {
    sweepAlone(only, from, worth)
    return
  }
  for (const list of lists) sweep(list, from)
  for (let word = 0; word < touched.length; word += 1) {
    const bits = touched[word] as number
    if (bits === 0) continue
    matched[word] = (matched[word] as number) | bits
    touched[word] = 0
    for (let rest = bits; rest !== 0; rest &= rest - 1) {
      const place = word * 32 + 31 - Math.clz32(rest & -rest)
      scores[place] = (scores[place] as number) + (best[place] as number)
      worths[place] = (worths[place] as number) + worth
      best[place] = 0
    }
  }
}

/** A word with one answer has nothing to choose between. */
function sweepAlone({ cursor, scores: worthOf }: ScoredList, from: number, worth: number): void {
  const to = from + WINDOW
  for (let doc = nextDoc(cursor); doc >= 0 && doc < to; doc = nextDoc(cursor)) {
    const { docs, marks, size } = cursor
    let at = cursor.at
    for (; at < size && (docs[at] as number) < to; at += 1) {
      const score = worthOf[marks[at] as number] as number
      if (score === 0) continue
      const place = (docs[at] as number) - from
      scores[place] = (scores[place] as number) + score
      worths[place] = (worths[place] as number) + worth
      matched[place >> 5] = (matched[place >> 5] as number) | (1 << (place & 31))
    }
    cursor.at = at
  }
}

function sweep({ cursor, scores: worthOf }: ScoredList, from: number): void {
  const to = from + WINDOW
  for (let doc = nextDoc(cursor); doc >= 0 && doc < to; doc = nextDoc(cursor)) {
    const { docs, marks, size } = cursor
    let at = cursor.at
    for (; at < size && (docs[at] as number) < to; at += 1) {
      const score = worthOf[marks[at] as number] as number
      const place = (docs[at] as number) - from
      if (score > (best[place] as number)) best[place] = score
      if (score > 0) touched[place >> 5] = (touched[place >> 5] as number) | (1 << (place & 31))
    }
    cursor.at = at
  }
}

/** The documents swept so far that are worth enough, without the dead, as candidates; gives their number. */
export function collectCandidates(dead: Uint32Array, from: number, enough: number): number {
  let count = 0
  const base = from >> 5
  for (let word = 0; word < matched.length; word += 1) {
    let rest = (matched[word] as number) & ~(dead[base + word] as number)
    for (; rest !== 0; rest &= rest - 1) {
      const place = word * 32 + 31 - Math.clz32(rest & -rest)
      if ((worths[place] as number) >= enough) candidates[count++] = place
    }
  }
  return count
}

/** So many candidates, of which those stay that are worth enough when the word has been looked for. */
export type Probing = { readonly from: number; readonly count: number; readonly enough: number }

/** Adds the scores of those candidates that hold the word; without it, one that must hold it falls out. */
export function probeGroup({ lists, worth, required }: GroupLists, { from, count, enough }: Probing): number {
  for (const list of lists) probe(list, from, count)
  let kept = 0
  for (let which = 0; which < count; which += 1) {
    const place = candidates[which] as number
    const score = best[place] as number
    if (score > 0) {
      scores[place] = (scores[place] as number) + score
      worths[place] = (worths[place] as number) + worth
      best[place] = 0
    } else if (required) continue
    if ((worths[place] as number) >= enough) candidates[kept++] = place
  }
  return kept
}

function probe({ cursor, scores: worthOf }: ScoredList, from: number, count: number): void {
  const { docs, marks } = cursor
  for (let which = 0; which < count; ) {
    if (!reach(cursor, from + (candidates[which] as number))) return
    const last = docs[cursor.size - 1] as number
    let at = cursor.at
    for (; which < count; which += 1) {
      const place = candidates[which] as number
      const doc = from + place
      if (doc > last) break
      while ((docs[at] as number) < doc) at += 1
      if (docs[at] !== doc) continue
      const score = worthOf[marks[at] as number] as number
      if (score > (best[place] as number)) best[place] = score
    }
    cursor.at = at
  }
}
