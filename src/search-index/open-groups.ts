import { SCORE_UNIT, scoresOf } from './impact.ts'
import type { Plan, PlannedGroup } from './plan.ts'
import { openCursor, type PostingCursor } from './posting-cursor.ts'
import type { Segment } from './segment.ts'
import { findString } from './string-table.ts'
import { titleList } from './title-lists.ts'
import type { GroupLists } from './window.ts'

export type Within = 'everything' | 'title'

/** Required words first, those with the fewest documents before the others; then what is worth most. */
export function openGroups(segment: Segment, plan: Plan, within: Within): GroupLists[] {
  return plan.groups
    .map((group) => ({ group, opened: openGroup(segment, group, within) }))
    .sort(
      (one, other) =>
        Number(other.opened.required) - Number(one.opened.required) ||
        (one.opened.required ? postingsOf(one.opened) - postingsOf(other.opened) : 0) ||
        other.opened.worth - one.opened.worth,
    )
    .map(({ opened }) => opened)
}

function postingsOf({ lists }: GroupLists): number {
  return lists.reduce((sum, { cursor }) => sum + cursor.count, 0)
}

function openGroup(segment: Segment, group: PlannedGroup, within: Within): GroupLists {
  const lists = group.alternatives.flatMap(({ term, worth }) => {
    const place = findString(segment.terms, term)
    if (place < 0) return []
    return [{ cursor: cursorWithin(segment, place, within), scores: scoresOf(worth, within) }]
  })
  return { lists, worth: worthInUnits(group.worth), required: group.required }
}

/** The postings of a term, or those in titles where nothing else counts. */
function cursorWithin({ lists, titles, plainMarks }: Segment, term: number, within: Within): PostingCursor {
  const own = within === 'title' ? titleList(titles, term) : -1
  return own < 0 ? openCursor(lists, plainMarks, term) : openCursor(titles.lists, plainMarks, own)
}

/** At least one, so that a word that stands everywhere is still seen to be held. */
function worthInUnits(worth: number): number {
  return Math.max(1, Math.round(worth / SCORE_UNIT))
}
