import type { TextPart } from './contract.ts'
import { type Word, wordsOf } from './word.ts'

/** Tells whether a word of a text is one that was asked for. */
export type Marker = (word: Word) => boolean

const LENGTH = 240
/** How far before the first marked word a snippet begins. */
const LEAD = 40

/** The whole text, in pieces: those that match and those between. */
export function markText(text: string, isMarked: Marker): TextPart[] {
  return toParts(text, wordsOf(text).filter(isMarked), { start: 0, end: text.length })
}

/**
 * The piece of the first of `texts` that has a match, where most different words match; without a match the
 * beginning of `otherwise`. Plain text in pieces: whatever markup the text holds is text.
 */
export function snippetOf(texts: readonly string[], otherwise: string, isMarked: Marker): TextPart[] {
  for (const text of texts) {
    const marked = wordsOf(text).filter(isMarked)
    if (marked.length > 0) return cutOut(text, marked, bestStart(marked))
  }
  return cutOut(otherwise, [], 0)
}

function bestStart(marked: readonly Word[]): number {
  let [best, most] = [marked[0]?.start ?? 0, 0]
  for (const [place, first] of marked.entries()) {
    const different = new Set<string>()
    for (let next = place; next < marked.length; next += 1) {
      const word = marked[next]
      if (!word || word.end - first.start > LENGTH - LEAD) break
      different.add(word.folded)
    }
    if (different.size > most) [best, most] = [first.start, different.size]
  }
  return best
}

function cutOut(text: string, marked: readonly Word[], around: number): TextPart[] {
  if (text.length <= LENGTH) return toParts(text, marked, { start: 0, end: text.length })
  const start = Math.max(0, Math.min(around - LEAD, text.length - LENGTH))
  const from = start === 0 ? 0 : wordStartAfter(text, start, around)
  const to = wordEndBefore(text, Math.min(text.length, from + LENGTH), from)
  const parts = toParts(text, marked, { start: from, end: to })
  return [
    ...(from > 0 ? [{ text: '… ', match: false }] : []),
    ...parts,
    ...(to < text.length ? [{ text: ' …', match: false }] : []),
  ]
}

function wordStartAfter(text: string, from: number, latest: number): number {
  const space = text.slice(from - 1, latest).search(/\s/)
  return space < 0 ? latest : from + space
}

function wordEndBefore(text: string, to: number, earliest: number): number {
  if (to === text.length) return to
  const space = text.slice(earliest, to + 1).search(/\s\S*$/)
  // A text without spaces is cut, though never through the middle of a character.
  return space > 0 ? earliest + space : /[\ud800-\udbff]/.test(text[to - 1] ?? '') ? to - 1 : to
}

function toParts(
  text: string,
  marked: readonly Word[],
  { start, end }: { start: number; end: number },
): TextPart[] {
  const parts: TextPart[] = []
  const add = (from: number, to: number, match: boolean) => {
    const piece = text.slice(from, to).replace(/\s+/g, ' ')
    if (piece !== '') parts.push({ text: piece, match })
  }
  let at = start
  for (const word of marked) {
    if (word.start < at || word.end > end) continue
    add(at, word.start, false)
    add(word.start, word.end, true)
    at = word.end
  }
  add(at, end, false)
  return parts
}
