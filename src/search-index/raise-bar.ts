import { hasBit } from './bitset.ts'
import type { Bar } from './match-segment.ts'
import { nextDoc, seek } from './posting-cursor.ts'
import type { LiveSegment } from './search-index.ts'
import type { GroupLists } from './window.ts'

/** So many documents are looked at beforehand, in segments where that is little beside going through them. */
const LOOKED_AT = 24
const LEAST_SIZE = 10_000

type Beforehand = {
  readonly live: LiveSegment
  /** Opens the lists from their beginning. */
  readonly open: () => readonly GroupLists[]
  readonly isWanted: ((doc: number) => boolean) | null
}

/**
 * Raises the bar before a segment is gone through, by some of the documents that hold the rarest word: the best one is
 * often among them, and what cannot come near it need not be looked at. The bar is never raised above what some
 * document of the answer holds, so the answer is the same.
 */
export function raiseBar(bar: Bar, { live, open, isWanted }: Beforehand): void {
  if (bar.share === 0 || live.segment.size < LEAST_SIZE) return
  const groups = open()
  for (const doc of firstDocs(rarest(open()), live)) {
    if (isWanted?.(doc) === false) continue
    bar.best = Math.max(bar.best, worthOf(groups, doc))
  }
}

function rarest(groups: readonly GroupLists[]): GroupLists['lists'] {
  const count = (lists: GroupLists['lists']) => lists.reduce((sum, { cursor }) => sum + cursor.count, 0)
  const found = groups.map(({ lists }) => lists).filter((lists) => lists.length > 0)
  return found.toSorted((one, other) => count(one) - count(other))[0] ?? []
}

/** The first living documents of these lists, ascending. */
function firstDocs(lists: GroupLists['lists'], { dead }: LiveSegment): number[] {
  const docs = new Set<number>()
  for (const { cursor } of lists) {
    for (let left = LOOKED_AT; left > 0; left -= 1) {
      const doc = nextDoc(cursor)
      if (doc < 0) break
      if (!hasBit(dead, doc)) docs.add(doc)
      cursor.at += 1
    }
  }
  return [...docs].sort((one, other) => one - other).slice(0, LOOKED_AT)
}

/** What the words are worth that a document holds; nothing when it lacks one it must have. Asked for in order. */
function worthOf(groups: readonly GroupLists[], doc: number): number {
  let sum = 0
  let isWhole = true
  for (const { lists, worth, required } of groups) {
    let isHeld = false
    for (const { cursor, scores } of lists) {
      if (seek(cursor, doc) && (scores[cursor.marks[cursor.at] as number] as number) > 0) isHeld = true
    }
    if (isHeld) sum += worth
    else if (required) isWhole = false
  }
  return isWhole ? sum : 0
}
