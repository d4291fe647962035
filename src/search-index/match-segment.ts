import { type AttributeColumn, setsWithAny } from './attribute-column.ts'
import { holdsPhrase, openPhrase, type PhraseLists } from './match-phrase.ts'
import { openGroups } from './open-groups.ts'
import type { Plan } from './plan.ts'
import { nextDoc } from './posting-cursor.ts'
import { raiseBar } from './raise-bar.ts'
import type { Reader } from './schema.ts'
import { scratch } from './scratch.ts'
import type { LiveSegment } from './search-index.ts'
import { EVERYBODY } from './segment.ts'
import {
  candidates,
  clearWindow,
  collectCandidates,
  type GroupLists,
  probeGroup,
  scores,
  sweepGroup,
  WINDOW,
  worths,
} from './window.ts'

/** The documents of a segment that answer a question, ascending, before any filter. */
export type Matches = {
  readonly docs: Int32Array
  readonly scores: Int32Array
  readonly worths: Int32Array
  count: number
}

export type MatchRequest = {
  readonly plan: Plan
  readonly reader: Reader
  readonly within: 'everything' | 'title'
  readonly bar: Bar
  /** A document that is passed over, or -1. */
  readonly without: number
}

/**
 * A document must hold this share of what the best document holds, weighed by rarity; 0 where every word is
 * required anyway. The best is raised while documents are found, so the bar is final only at the end.
 */
export type Bar = { readonly share: number; best: number }

export function matchSegment(live: LiveSegment, request: MatchRequest): Matches {
  const { segment } = live
  const { plan, bar } = request
  const matches = emptyMatches(segment.size)
  const groups = openGroups(segment, plan, request.within)
  const isWanted = openChecks(live, request)
  const isNeverMet = groups.some(({ lists, required }) => required && lists.length === 0)
  if (plan.groups.length > 0 && isNeverMet) return matches
  const open = () => openGroups(segment, plan, request.within)
  raiseBar(bar, { live, open, isWanted: openChecks(live, request) })
  let from = 0
  for (;;) {
    const swept = plan.groups.length === 0 ? 0 : sweptGroups(groups, bar)
    const next = plan.groups.length === 0 ? from : nextOf(groups, swept)
    if (next < 0 || next >= segment.size) return matches
    from = next - (next % WINDOW)
    const count =
      plan.groups.length === 0 ? everything(live, from) : matchWindow(live, { groups, swept, from, bar })
    keep(matches, { from, count, bar, isWanted })
    from += WINDOW
  }
}

function emptyMatches(size: number): Matches {
  return {
    docs: scratch('docs', size),
    scores: scratch('scores', size),
    worths: scratch('worths', size),
    count: 0,
  }
}

/**
 * How many groups must be gone through from end to end: the first required one; or, of words that need not all be
 * there, so many that a document with none of them cannot clear the bar.
 */
function sweptGroups(groups: readonly GroupLists[], bar: Bar): number {
  if (groups[0]?.required) return 1
  const least = bar.share * bar.best
  let [swept, rest] = [groups.length, 0]
  while (swept > 1) {
    rest += groups[swept - 1]?.worth ?? 0
    if (rest >= least) break
    swept -= 1
  }
  return swept
}

function nextOf(groups: readonly GroupLists[], swept: number): number {
  let next = -1
  for (const { lists } of groups.slice(0, swept)) {
    for (const { cursor } of lists) {
      const doc = nextDoc(cursor)
      if (doc >= 0 && (next < 0 || doc < next)) next = doc
    }
  }
  return next
}

type WindowRequest = {
  readonly groups: readonly GroupLists[]
  readonly swept: number
  readonly from: number
  readonly bar: Bar
}

/** What cannot clear the bar with all the words still to be looked for is let go, before those words are read. */
function matchWindow({ dead }: LiveSegment, { groups, swept, from, bar }: WindowRequest): number {
  const least = bar.share * bar.best
  let rest = 0
  for (let which = swept; which < groups.length; which += 1) rest += groups[which]?.worth ?? 0
  clearWindow()
  for (let which = 0; which < swept; which += 1) sweepGroup(groups[which] as GroupLists, from)
  let count = collectCandidates(dead, from, least - rest)
  for (let which = swept; which < groups.length && count > 0; which += 1) {
    const group = groups[which] as GroupLists
    rest -= group.worth
    count = probeGroup(group, { from, count, enough: least - rest })
  }
  return count
}

function everything({ dead, segment }: LiveSegment, from: number): number {
  clearWindow()
  let count = 0
  const size = Math.min(WINDOW, segment.size - from)
  for (let place = 0; place < size; place += 1) {
    const doc = from + place
    if ((((dead[doc >>> 5] as number) >>> (doc & 31)) & 1) === 0) candidates[count++] = place
  }
  return count
}

type Kept = {
  readonly from: number
  readonly count: number
  readonly bar: Bar
  readonly isWanted: ((doc: number) => boolean) | null
}

function keep(matches: Matches, { from, count, bar, isWanted }: Kept): void {
  const { docs, scores: kept, worths: held } = matches
  let size = matches.count
  let least = bar.share * bar.best
  for (let which = 0; which < count; which += 1) {
    const place = candidates[which] as number
    const worth = worths[place] as number
    if (worth < least || isWanted?.(from + place) === false) continue
    if (worth > bar.best) {
      bar.best = worth
      least = bar.share * worth
    }
    docs[size] = from + place
    kept[size] = scores[place] as number
    held[size] = worth
    size += 1
  }
  matches.count = size
}

/** What else a document must fulfil to be seen at all; null when there is nothing. */
function openChecks({ segment, hiddenCount }: LiveSegment, { plan, reader, without }: MatchRequest) {
  const phrases = plan.phrases.map((phrase) => openPhrase(segment, phrase))
  const excluded = plan.excluded.map((phrase) => openPhrase(segment, phrase))
  if (without < 0 && hiddenCount === 0 && phrases.length === 0 && excluded.length === 0) return null
  const mayFind = readable(segment.audience, reader)
  const holds = (doc: number) => (phrase: PhraseLists) => holdsPhrase(phrase, doc)
  return (doc: number) =>
    doc !== without && mayFind(doc) && phrases.every(holds(doc)) && !excluded.some(holds(doc))
}

export function readable(audience: AttributeColumn, reader: Reader): (doc: number) => boolean {
  const open = setsWithAny(audience, [EVERYBODY, ...reader])
  return (doc) => (open[audience.sets[doc] as number] as number) > 0
}
