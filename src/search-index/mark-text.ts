import type { Alternative } from './plan.ts'

export type TextPart = { readonly text: string; readonly match: boolean }

/** A stretch of a text that answers a word of the question, by its number. */
export type Mark = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly group: number
  readonly worth: number
  readonly asked: Alternative['asked']
}

const LENGTH = 240
/** How far before the first mark a snippet begins. */
const LEAD = 40

/** The whole text in pieces: those that match and those between. */
export function markText(text: string, marks: readonly Mark[]): TextPart[] {
  return toParts(text, inOrder(marks), { start: 0, end: text.length })
}

/** The stretch of a text that answers most of the question, cut between words. */
export function cutSnippet(text: string, marks: readonly Mark[]): TextPart[] {
  const ordered = inOrder(marks)
  if (text.length <= LENGTH) return toParts(text, ordered, { start: 0, end: text.length })
  const around = bestStart(ordered)
  const earliest = Math.max(0, Math.min(around - LEAD, text.length - LENGTH))
  const start = earliest === 0 ? 0 : wordStartAfter(text, earliest, around)
  const end = wordEndBefore(text, Math.min(text.length, start + LENGTH), start)
  return [
    ...(start > 0 ? [{ text: '… ', match: false }] : []),
    ...toParts(text, ordered, { start, end }),
    ...(end < text.length ? [{ text: ' …', match: false }] : []),
  ]
}

/** From left to right; of two that begin together the longer, which then hides the other. */
function inOrder(marks: readonly Mark[]): Mark[] {
  return marks.toSorted((one, other) => one.start - other.start || other.end - one.end)
}

/** Where a stretch begins that holds the words worth most, each counted once. */
function bestStart(marks: readonly Mark[]): number {
  let [best, most] = [marks[0]?.start ?? 0, 0]
  for (const [place, first] of marks.entries()) {
    const worths = new Map<number, number>()
    for (let next = place; next < marks.length; next += 1) {
      const mark = marks[next]
      if (!mark || mark.end - first.start > LENGTH - LEAD) break
      worths.set(mark.group, Math.max(mark.worth, worths.get(mark.group) ?? 0))
    }
    const worth = [...worths.values()].reduce((sum, one) => sum + one, 0)
    if (worth > most) [best, most] = [first.start, worth]
  }
  return best
}

function wordStartAfter(text: string, from: number, latest: number): number {
  const space = text.slice(from - 1, latest).search(/\s/)
  return space < 0 ? latest : from + space
}

function wordEndBefore(text: string, to: number, earliest: number): number {
  if (to === text.length) return to
  const space = text.slice(earliest, to + 1).search(/\s\S*$/)
  if (space > 0) return earliest + space
  // A text without spaces is cut, though never through the middle of a character.
  return /[\ud800-\udbff]/.test(text[to - 1] ?? '') ? to - 1 : to
}

function toParts(
  text: string,
  ordered: readonly Mark[],
  { start, end }: { start: number; end: number },
): TextPart[] {
  const parts: TextPart[] = []
  const add = (from: number, to: number, match: boolean) => {
    const piece = text.slice(from, to).replace(/\s+/g, ' ')
    if (piece !== '') parts.push({ text: piece, match })
  }
  let at = start
  for (const mark of ordered) {
    if (mark.start < at || mark.end > end) continue
    add(at, mark.start, false)
    add(mark.start, mark.end, true)
    at = mark.end
  }
  add(at, end, false)
  return parts
}
