import type { PlannedPhrase } from './plan.ts'
import { openCursor, type PostingCursor, positionsHere, seek } from './posting-cursor.ts'
import type { Segment } from './segment.ts'
import { findString } from './string-table.ts'

/** A phrase in one segment: the lists of each of its words. */
export type PhraseLists = readonly { readonly distance: number; readonly cursors: readonly PostingCursor[] }[]

export function openPhrase(segment: Segment, phrase: PlannedPhrase): PhraseLists {
  return phrase.map(({ distance, terms }) => ({
    distance,
    cursors: terms
      .map((term) => findString(segment.terms, term))
      .filter((place) => place >= 0)
      .map((place) => openCursor(segment.lists, segment.plainMarks, place)),
  }))
}

/** Whether the document holds the words at these distances; documents must be asked for in ascending order. */
export function holdsPhrase(phrase: PhraseLists, doc: number): boolean {
  let starts: ReadonlySet<number> | null = null
  for (const { distance, cursors } of phrase) {
    const here = new Set<number>()
    for (const cursor of cursors) {
      if (!seek(cursor, doc)) continue
      for (const position of positionsHere(cursor)) {
        const start = position - distance
        if (starts === null || starts.has(start)) here.add(start)
      }
    }
    if (here.size === 0) return false
    starts = here
  }
  return true
}
