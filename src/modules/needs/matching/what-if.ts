import type { Matching } from './matching.ts'
import type { NeedToMatch } from './need-to-match.ts'

/** What is asked about a group: somebody more or less, another time for one of them, another lead. */
export type WhatIf = {
  readonly add: readonly string[]
  readonly remove: readonly string[]
  /** How many months later, or earlier, one of them would buy. */
  readonly moved: { readonly id: string; readonly months: number } | null
  readonly lead: string | null
}

/** So far one may ask; more is another need. */
export const MOST_MONTHS_MOVED = 36

/** The members as they would be. Those that are not known are not there to be added. */
export function membersIf(
  matching: Matching,
  members: readonly string[],
  { add, remove, moved }: WhatIf,
): readonly NeedToMatch[] {
  const ids = new Set([...members.filter((id) => !remove.includes(id)), ...add])
  return [...ids]
    .flatMap((id) => matching.needs.get(id) ?? [])
    .map((need) => (moved?.id === need.id ? moveWindow(need, moved.months) : need))
}

export function moveWindow(need: NeedToMatch, months: number): NeedToMatch {
  const move = (day: string) => Temporal.PlainDate.from(day).add({ months }).toString()
  return { ...need, window: { from: move(need.window.from), until: move(need.window.until) } }
}
